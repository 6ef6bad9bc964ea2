"""Flat OPC: a Word file as one XML text (``pkg:package``), which Word itself writes and some systems call .docx."""

import zipfile
from io import BytesIO

from lxml import etree

from checker.readers import limits
from checker.readers.package import parse_xml

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


def zipped(data: bytes) -> bytes:
    """The zip file that ``data`` says; only its XML parts, which is where text is. Raises Unreadable."""
    if data.count(b"<") + data.count(b"=") > limits.XML_NODES:
        raise limits.too_large("文件的结构过于庞大")
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in parse_xml(data).iterchildren(_PKG + "part"):
            content = next(part.iterchildren(_PKG + "xmlData"), None)
            root = None if content is None else next(content.iterchildren(), None)
            if root is not None:
                archive.writestr(part.get(_PKG + "name", "").lstrip("/"), etree.tostring(root, encoding="UTF-8"))
    return made.getvalue()
