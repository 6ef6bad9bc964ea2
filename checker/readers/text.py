"""Plain text and Markdown → Document."""

from checker.document import Document
from checker.readers.encoding import decode
from checker.readers.errors import Unreadable
from checker.readers.lines import plain_lines, to_paragraphs

MARKDOWN_SUFFIXES = (".md", ".markdown", ".mkd")


def read_text(data: bytes, name: str) -> Document:
    """The document in ``data``; Markdown where ``name`` ends so. Raises Unreadable where it is no text."""
    return document_of_text(decode(data), markdown=name.lower().endswith(MARKDOWN_SUFFIXES))


def document_of_text(text: str, *, markdown: bool = False) -> Document:
    """The document that ``text`` is."""
    if markdown:
        from checker.readers.markdown import markdown_lines

        paragraphs, remarks = to_paragraphs(markdown_lines(text))
        return Document("md", paragraphs, remarks=remarks)
    paragraphs, remarks = to_paragraphs(plain_lines(text))
    return Document("txt", paragraphs, remarks=remarks)


__all__ = ["Unreadable", "document_of_text", "read_text"]
