"""Plain text and Markdown → Document."""

from checker.document import Document
from checker.readers.comments import place_comments, take_comments
from checker.readers.encoding import decode
from checker.readers.lines import plain_lines, to_paragraphs

MARKDOWN_SUFFIXES = (".md", ".markdown", ".mkd")


def read_text(data: bytes, name: str) -> Document:
    """The document in ``data``; Markdown where ``name`` ends so. Raises Unreadable where it is no text."""
    return document_of_text(decode(data), markdown=name.lower().endswith(MARKDOWN_SUFFIXES))


def document_of_text(text: str, *, markdown: bool = False) -> Document:
    """The document that ``text`` is."""
    plain, comments = take_comments(text, markdown)
    if markdown:
        from checker.readers.markdown import markdown_lines

        paragraphs, remarks = to_paragraphs(markdown_lines(plain))
    else:
        paragraphs, remarks = to_paragraphs(plain_lines(plain))
    return Document(
        "md" if markdown else "txt", paragraphs, remarks=remarks, comments=place_comments(comments, paragraphs)
    )
