"""Bytes → text for files that don't say how they are encoded."""

import codecs

from checker.readers.errors import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ADVICE = "请用 Word 或记事本打开，确认是文字材料后另存为 .docx 或 UTF-8 编码的 .txt，再检查一次。"


def decode(data: bytes) -> str:
    """The text in ``data``: by its byte order mark, as UTF-8, or as the library judges among the Chinese encodings.

    Raises Unreadable where it is no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise Unreadable("文本编码损坏，解不出文字", _ADVICE) from None
    if b"\0" not in data:
        try:
            return _printable(data.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    return _printable(_guess(data))


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=["gb18030", "big5", "utf_16_le", "utf_16_be"], threshold=0.5).best()
    if best is None:
        raise Unreadable("不是文本文件（可能是改了后缀的其他文件）", _ADVICE)
    return str(best)


def _printable(text: str) -> str:
    """``text`` if it can be one: a binary file decodes to control characters."""
    sample = text[:20000]
    control = sum((c < " " and c not in "\t\n\r\f\v") or c == "\ufffd" for c in sample)
    if control > max(2, len(sample) // 200):
        raise Unreadable("不是文本文件（可能是改了后缀的其他文件）", _ADVICE)
    return text
