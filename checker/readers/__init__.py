"""Bytes → Document. What a file is goes by its content, not by its suffix."""

from checker.document import Document


def read(data: bytes, name: str) -> Document:
    """The document in ``data``, whatever its format. Raises Unreadable."""
    from checker.readers.text import read_text

    return read_text(data, name)
