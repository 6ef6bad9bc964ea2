"""The zip container of a Word file: its parts, how they refer to each other, and their XML. None of it is trusted."""

import posixpath
import re
from functools import cached_property

from lxml import etree

from checker.readers import limits
from checker.readers.container import damaged, open_zip, read_member
from checker.readers.errors import Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_CONTROL = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));"
)
Element = etree._Element


class Package:
    """A Word file. Names of parts have no leading slash: ``word/document.xml``. Raises Unreadable throughout."""

    def __init__(self, data: bytes) -> None:
        limits.check_file(data)
        self._zip = open_zip(data)
        self._members = {m.filename.replace("\\", "/").lstrip("/").lower(): m for m in self._zip.infolist()}
        self._bytes, self._nodes = limits.XML_BYTES, limits.XML_NODES

    def part(self, name: str) -> bytes | None:
        """The content of the part ``name``, or None where there is none. All parts asked for share one limit."""
        member = self._members.get(name.lower())
        if member is None:
            return None
        content = read_member(self._zip, member, self._bytes)
        self._bytes -= len(content)
        return content

    def xml(self, name: str) -> Element | None:
        """The root element of the part ``name``, in the transitional namespaces; None where there is no such part."""
        content = self.part(name)
        if content is None:
            return None
        self._nodes -= content.count(b"<") + content.count(b"=")
        if self._nodes < 0:
            raise limits.too_large("文件的结构过于庞大")
        return parse_xml(content)

    @cached_property
    def main(self) -> str:
        """The name of the part that holds the text: by the relationships, the content types, or its usual name."""
        for names in (self._named_by_relationship, self._named_by_type, self._named_as_usual):
            found = next((name for name in names() if name.lower() in self._members), None)
            if found:
                return found
        advice = "文件不完整或不是 Word 文档；请用 Word 或 WPS 打开，另存为 .docx 后再检查。"
        raise Unreadable("压缩包里没有 Word 正文", advice)

    def _named_by_relationship(self) -> list[str]:
        return [target for kind, target in self._relationships("") if kind == "officeDocument"]

    def _named_by_type(self) -> list[str]:
        types = self.xml("[Content_Types].xml")
        main = re.compile(r"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)\..*main\+xml")
        entries = types if types is not None else ()
        return [e.get("PartName", "").lstrip("/") for e in entries if main.fullmatch(e.get("ContentType", ""))]

    def _named_as_usual(self) -> list[str]:
        return sorted(name for name in self._members if re.fullmatch(r"word/document\d*\.xml", name))

    def related(self, kind: str) -> list[str]:
        """Names of the parts that the main part refers to as ``kind`` (styles, numbering, header, …), in its order.

        Where its relationships are lost, those lying beside it under the usual names.
        """
        relations = self._relationships(self.main)
        if relations:
            return [target for found, target in relations if found == kind]
        beside = re.compile(re.escape(posixpath.join(posixpath.dirname(self.main), kind).lower()) + r"\d*\.xml")
        return sorted(name for name in self._members if beside.fullmatch(name))

    def referred(self, identity: str) -> str | None:
        """The name of the part that the main part refers to by the relationship ``identity``."""
        return next((target for _, target, known in self._relations(self.main) if known == identity), None)

    def _relationships(self, name: str) -> list[tuple[str, str]]:
        return [(kind, target) for kind, target, _ in self._relations(name)]

    def _relations(self, name: str) -> list[tuple[str, str, str]]:
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        return [
            (
                entry.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, entry.get("Target", "")))[1:],
                entry.get("Id", ""),
            )
            for entry in (root if root is not None else ())
            if entry.get("TargetMode") != "External"
        ]


def parse_xml(content: bytes, *, to_change: bool = False) -> Element:
    """The root of ``content``: no entities, no DTD, no network. Raises Unreadable.

    Where the part is ``to_change``, XML comments and processing instructions stay in.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        content = content.decode("utf-16", "replace").encode()
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Unreadable(
            "文件里有 Word 文档不该有的 DTD 声明，可能有害",
            "请不要打开来历不明的文件；如确是材料，请用 Word 另存后再检查。",
        )
    if b"purl.oclc.org" in content[:8192]:
        for strict, transitional in STRICT.items():
            content = content.replace(strict, transitional)
    try:
        return etree.fromstring(content, _parser(to_change))
    except etree.XMLSyntaxError:
        try:  # some programs leave control characters in
            return etree.fromstring(_CONTROL.sub(b"", content), _parser(to_change))
        except etree.XMLSyntaxError:
            raise damaged() from None


def _parser(to_change: bool) -> etree.XMLParser:
    """A parser that reads UTF-8 whatever the declaration says: OOXML knows no other encoding but UTF-16."""
    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
        collect_ids=False, remove_comments=not to_change, remove_pis=not to_change,
    )  # fmt: skip
