"""Automatic numbers of .rtf files, which LibreOffice computes wrongly when it wrote the file itself."""

import re

_LABEL = re.compile(rb"\{\\listtext\b([^{}]*?)(?:\\tab\s*)?\}")
_LIST = re.compile(rb"\\(?=(?:ls|ilvl)\d+\b)")


def with_typed_numbers(data: bytes) -> bytes:
    r"""``data`` with the text of its automatic numbers (``\listtext``, meant for old readers) as if it were typed."""
    if b"\\listtext" not in data:
        return data
    return _LIST.sub(rb"\\x", _LABEL.sub(rb"{\1}", data))  # \xls1 is unknown, so it is ignored
