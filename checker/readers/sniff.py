"""What a file is, by its content alone: suffixes lie."""

import re
from typing import Literal

from checker.readers.container import open_zip
from checker.readers.errors import Unreadable

Kind = Literal[
    "docx", "doc", "rtf", "odt", "pdf", "html", "mht", "zip", "text", "encrypted", "spreadsheet", "slides", "ofd",
    "image", "archive", "flat",
]  # fmt: skip
OFFICE_KINDS: tuple[Kind, ...] = ("doc", "rtf", "odt")
"""What LibreOffice has to convert first."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!\x1a", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
)
_ZIP_MEMBERS: tuple[tuple[str, Kind], ...] = (
    ("word/document", "docx"),
    ("xl/workbook", "spreadsheet"),
    ("ppt/presentation", "slides"),
    ("ofd.xml", "ofd"),
    ("[content_types].xml", "docx"),
)
_WORD_XML = re.compile(rb"<\?mso-application\s+progid=\"Word\.Document\"|<(?:\w+:)?wordDocument\b")
_FLAT = re.compile(rb"<(?:\w+:)?package\b[^>]{0,500}?http://schemas\.microsoft\.com/office/2006/xmlPackage")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I)
_MHT = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?mime-version:", re.I)


def sniff(data: bytes) -> Kind:
    """The kind of file that ``data`` is; "text" for whatever isn't known to be anything else."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data)
    if data.startswith(_OLE):
        return _ole(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    start = data[:4096]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "ignore").encode()
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, kind in _SIGNATURES:
        if start.startswith(signature):
            return kind
    if start.startswith(b"<") and _FLAT.search(start):
        return "flat"
    if _WORD_XML.search(start):
        return "doc"
    if _HTML.match(_without_comments(start)):
        return "html"
    return "mht" if _MHT.match(start) else "text"


def _without_comments(start: bytes) -> bytes:
    """``start`` without the XML declaration and the comments that may stand before a page."""
    if start.startswith(b"<?xml"):
        start = start.partition(b">")[2].lstrip()
    while start.startswith(b"<!--"):
        start = start.partition(b"-->")[2].lstrip()
    return start


def _zip(data: bytes) -> Kind:
    """By the names of the members; what is no office format is an archive."""
    try:
        names = [name.replace("\\", "/").lower() for name in open_zip(data).namelist()]
    except Unreadable:
        return "docx" if b"word/document" in data or b"[Content_Types].xml" in data else "zip"
    for member, kind in _ZIP_MEMBERS:
        if any(name.startswith(member) for name in names):
            return kind
    if b"mimetypeapplication/vnd.oasis.opendocument" in data[:120]:
        return "odt" if b"opendocument.text" in data[:120] else "spreadsheet"
    return "docx" if any("document" in name and name.endswith(".xml") for name in names) else "zip"


def _ole(data: bytes) -> Kind:
    """By the names of the streams, which the directory holds in UTF-16; a Word file may have others embedded."""
    if _has_stream(data, "WordDocument"):
        return "encrypted" if _word_is_encrypted(data) else "doc"
    if _has_stream(data, "EncryptedPackage"):
        return "encrypted"
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        return "spreadsheet"
    return "slides" if _has_stream(data, "PowerPoint Document") else "doc"


def _has_stream(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") + b"\0\0" in data


def _word_is_encrypted(data: bytes) -> bool:
    """The flag fEncrypted of the file information block, which stands at the start of some sector."""
    heads = (at for at in range(512, len(data) - 12, 512) if data[at : at + 2] == b"\xec\xa5")
    return any(data[at + 11] & 1 for at in heads)
