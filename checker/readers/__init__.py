"""Bytes → Document. What a file is goes by its content, not by its suffix."""

from checker.document import Document
from checker.readers.errors import Unreadable

_NOT_READ = {
    "encrypted": (
        "文件加了密，需要密码",
        "请用密码打开，去掉密码再保存：Word 在“文件—信息—保护文档—用密码进行加密”里清空密码，"
        "WPS 在“文件—文档加密—密码加密”里清空密码。",
    ),
    "spreadsheet": ("是电子表格，不是对照检查材料", "请把材料存为 .docx 后再检查。"),
    "slides": ("是演示文稿，不是对照检查材料", "请把材料存为 .docx 后再检查。"),
    "ofd": ("是 OFD 版式文件，目前读不了", "请找到原来的 .docx，或用 OFD 阅读器导出为 .docx 后再检查。"),
    "image": ("是图片，没有文字可读", "请做文字识别（OCR），另存为 .docx 后再检查。"),
    "archive": ("是 rar、7z 之类的压缩包", "请先解压，再检查解压出来的文件夹（.zip 压缩包可以直接检查）。"),
    "zip": ("是压缩包，不是单份材料", "请直接检查这个 .zip（会逐份检查其中的材料），或先解压。"),
}


def read(data: bytes, name: str) -> Document:
    """The document in ``data``; ``name`` only tells Markdown from plain text. Raises Unreadable and nothing else.

    A legacy format (``sniff.OFFICE_KINDS``) starts LibreOffice for this one file; for many, ``office.convert`` first.
    """
    from checker.readers import limits
    from checker.readers.legible import check_legible
    from checker.readers.sniff import OFFICE_KINDS, sniff

    limits.check_file(data)
    kind = sniff(data)
    if kind in _NOT_READ:
        raise Unreadable(*_NOT_READ[kind])
    if kind in OFFICE_KINDS:
        from checker.readers.office import convert

        converted = convert({name: data})[name]
        if isinstance(converted, Unreadable):
            raise converted
        data, kind = converted, "docx"
    if kind == "flat":
        from checker.readers.flat import zipped

        data, kind = zipped(data), "docx"
    try:
        document = _read(data, kind, name)
    except RecursionError:
        raise limits.too_large("文件的结构嵌套过深") from None
    check_legible("\n".join(p.text for p in document.paragraphs))
    return limits.check_document(document)


def _read(data: bytes, kind: str, name: str) -> Document:
    if kind == "docx":
        from checker.readers.docx import read_docx

        return read_docx(data)
    if kind == "pdf":
        from checker.readers.pdf import read_pdf

        return read_pdf(data)
    if kind in ("html", "mht"):
        from checker.readers.html import read_html, read_mht

        return read_mht(data) if kind == "mht" else read_html(data)
    from checker.readers import limits
    from checker.readers.text import read_text

    if len(data) > limits.TEXT_BYTES:
        raise limits.too_large(f"文本文件大于 {limits.TEXT_BYTES // limits.MEGABYTE} MB")
    if data.count(b"\n") + data.count(b"\r") > limits.LINES:
        raise limits.too_large(f"文本文件超过 {limits.LINES // 10_000} 万行")
    return read_text(data, name)
