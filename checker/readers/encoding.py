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
            mixed = _mixed(data)
            if mixed is not None:
                return _printable(mixed)
    return _printable(_guess(data))


def _mixed(data: bytes) -> str | None:
    """The text where most of it is UTF-8, the last character cut or some lines in GBK; None where it isn't."""
    lines: list[str] = []
    right = wrong = 0
    for raw in data.splitlines(keepends=True):
        try:
            lines.append(raw.decode("utf-8"))
            right += len(raw) - len(lines[-1])
        except UnicodeDecodeError as error:
            cut = error.reason == "unexpected end of data" and len(raw) - error.start < 4
            lines.append(raw[: error.start].decode("utf-8") if cut else raw.decode("gb18030", "replace"))
            wrong += 0 if cut else len(raw)
            right += len(raw) if cut else 0
    return "".join(lines) if right > wrong else None


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    codecs_ = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
    best = from_bytes(data, cp_isolation=codecs_, threshold=0.5).best()
    if best is None and len(data) > 100 and b"\0" not in data:  # half of the last character may be missing
        best = from_bytes(data[:-1], cp_isolation=codecs_, threshold=0.5).best()
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
