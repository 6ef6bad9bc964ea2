"""Text of .pdf files → Document. The library runs in a process of its own, so that a bad file harms only that."""

import json
import subprocess
import sys
from pathlib import Path

from checker.characters import visible
from checker.document import Document
from checker.readers import limits
from checker.readers.errors import Unreadable
from checker.readers.legible import is_writing
from checker.readers.pdf_extract import Row
from checker.readers.pdf_line import Line
from checker.readers.pdf_lines import paragraphs_of

_BAD = "请用 Word 或 WPS 打开原稿，另存为 .docx 后再检查。"
_PROGRAM = "import sys; sys.path.append(sys.argv[1]); from checker.readers.pdf_extract import main; main()"
_OCR = "请做文字识别（OCR）或找到原来的文字稿，另存为 .docx 后再检查。"
_ERRORS = {
    "password": ("PDF 加了密，需要密码", "请用密码打开，另存（打印）为不带密码的 PDF，或找到原来的 .docx 再检查。"),
    "pages": (f"PDF 超过 {limits.PAGES} 页，超出对照检查材料应有的规模，没有读取", "请确认选对了文件。"),
    "damaged": ("PDF 已损坏，打不开", _BAD),
    "missing": ("没有安装读 PDF 的部件", "请运行 pip install pypdfium2，或另存为 .docx 后再检查。"),
}


def read_pdf(data: bytes) -> Document:
    """The document in ``data``, its visual lines put together to paragraphs. Raises Unreadable."""
    pages = [(width, [Line(visible(text), *place) for text, *place in rows]) for width, rows in _extract(data)]
    text = "".join(line.text for _, lines in pages for line in lines)
    if len(text.strip()) < 10 * min(len(pages), 3):
        raise Unreadable("PDF 里没有文字（多半是扫描件）", _OCR)
    if not is_writing(text):
        raise Unreadable("取出来的文字无法辨认（字体没有编码）", _BAD)
    paragraphs, remarks = paragraphs_of(pages)
    return limits.check_document(Document("pdf", paragraphs, remarks=remarks))


def _extract(data: bytes) -> list[tuple[float, list[Row]]]:
    """For each page its width and its lines."""
    # -P: nothing that lies in the folder of the documents may be imported
    command = [sys.executable, "-P", "-c", _PROGRAM, str(Path(__file__).parents[2])]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.PDF_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Unreadable(f"PDF 读了 {limits.PDF_SECONDS} 秒还没读完，已放弃", _BAD) from None
    try:
        found = json.loads(done.stdout)
    except ValueError:
        raise Unreadable(*_ERRORS["damaged"]) from None
    if "error" in found:
        raise Unreadable(*_ERRORS[found["error"]])
    return found["pages"]  # type: ignore[no-any-return]
