"""What one file may cost: every limit of reading in one place. docs/limits.md explains them.

The largest real submissions measured stay a factor of ten below each of them.
"""

from typing import Final

from checker.document import Document
from checker.readers.errors import Unreadable

MEGABYTE: Final = 1 << 20

SECONDS: Final = 10
"""Processor time that reading one file may take; the limits below see to it."""
MEMORY: Final = 512 * MEGABYTE
"""Memory that reading one file may take, its own bytes included."""

FILE_BYTES: Final = 64 * MEGABYTE
"""A file as it lies on the disk (pictures included)."""
MEMBERS: Final = 5_000
"""Members of a zip container."""
XML_BYTES: Final = 24 * MEGABYTE
"""The XML parts of a Word file that are read, inflated, all together."""
XML_NODES: Final = 1_000_000
"""Their tags and attributes; the tree takes about 150 bytes for each. Also those of a web page."""
PARAGRAPHS: Final = 20_000
LINES: Final = 100_000
"""Lines of a text file."""
CHARACTERS: Final = 400_000
PARAGRAPH_CHARACTERS: Final = 60_000
HTML_BYTES: Final = 16 * MEGABYTE
TEXT_BYTES: Final = 4 * MEGABYTE
"""A .txt or .md file; characters of any encoding take four bytes at most."""
PAGES: Final = 300
"""Pages of a .pdf."""
PDF_SECONDS: Final = 20
PDF_MEMORY: Final = 1024 * MEGABYTE
"""Address space of the process that opens a .pdf (where the system can limit it)."""
OFFICE_START_SECONDS: Final = 90
"""LibreOffice from its start to the first file converted."""
OFFICE_FILE_SECONDS: Final = 45
"""LibreOffice from one file to the next."""
OFFICE_MEMORY: Final = 4096 * MEGABYTE
"""Address space of LibreOffice, of which it uses a tenth."""
ARCHIVE_FILES: Final = 2_000
ARCHIVE_BYTES: Final = 512 * MEGABYTE
"""All members of an archive of submissions together, inflated."""

_SPLIT = "请确认选对了文件；如果是多份材料合订，请拆成一人一份再检查。"


def too_large(what: str) -> Unreadable:
    """The error for a file that goes beyond a limit; ``what`` (Chinese) says which."""
    return Unreadable(f"{what}，超出对照检查材料应有的规模，没有读取", _SPLIT)


def check_file(data: bytes) -> None:
    """Raises Unreadable where the file is larger than any submission."""
    if len(data) > FILE_BYTES:
        raise too_large(f"文件大于 {FILE_BYTES // MEGABYTE} MB")


def check_paragraphs(count: int) -> None:
    """Raises Unreadable where a reader has found more paragraphs than a submission can have."""
    if count > PARAGRAPHS:
        raise too_large(f"文中超过 {PARAGRAPHS} 段")


def check_document(document: Document) -> Document:
    """``document`` itself. Raises Unreadable where it is longer than what the checks are built for."""
    check_paragraphs(len(document.paragraphs))
    longest = max((len(p.text) for p in document.paragraphs), default=0)
    if longest > PARAGRAPH_CHARACTERS:
        raise too_large(f"文中有一段超过 {PARAGRAPH_CHARACTERS} 字")
    all_of_it = (*document.paragraphs, *document.footnotes, *document.headers, *document.margin)
    if sum(len(p.text) for p in all_of_it) > CHARACTERS:
        raise too_large(f"全文超过 {CHARACTERS // 10_000} 万字")
    return document
