"""Comments into the zip container of a Word file: every other part of it is copied as it is."""

import posixpath
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import count

from lxml import etree

from checker.annotate.anchors import mark
from checker.annotate.comments import Comment
from checker.annotate.earlier import AUTHOR, forget, take_out
from checker.readers import limits
from checker.readers.container import open_zip, read_member
from checker.readers.errors import Unreadable
from checker.readers.package import STRICT, Element, Package, W, parse_xml
from checker.readers.written import Written

INITIALS = "DZ"
_SIGNATURES = "_xmlsignatures/"
_FURTHER = ("commentsExtended", "commentsIds")
_TYPES = "[Content_Types].xml"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006",
    "http://purl.oclc.org/ooxml/officeDocument",
)
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PLAIN = (  # the file's own styles are made for its text, with indents and wide lines
    f'<w:pPr xmlns:w="{W[1:-1]}"><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
)


def add_comments(
    data: bytes, comments: Sequence[Comment], read: Callable[[Package, Element], Sequence[Written]]
) -> bytes:
    """The Word file ``data`` with ``comments`` in place of our earlier ones; ``read`` gives the paragraphs that they count.

    Where there are neither, it is ``data`` itself. Raises Unreadable.
    """
    package = Package(data)
    root = _root(package, package.main)
    part = _related(package, "comments")
    store = _root(package, part) if part else etree.Element(W + "comments", nsmap={"w": W[1:-1]})
    earlier = take_out(root, store)
    if not comments and earlier is None:
        return data
    used = _numbers(root) | _numbers(store)
    numbered = list(zip((n for n in count() if str(n) not in used), comments, strict=False))
    mark(read(package, root), ((number, comment.span) for number, comment in numbered))
    store.extend(_comment(number, comment) for number, comment in numbered)
    changed = {package.main: _serialised(package, root)}
    for name in filter(None, (_related(package, kind) for kind in _FURTHER if earlier)):
        further = _root(package, name)
        forget(further, earlier or ())
        changed[name] = _serialised(package, further)
    if part:
        changed[part] = _serialised(package, store)
    else:
        changed |= _new_part(package, store)
    return _copy(data, changed)


def is_signed(data: bytes) -> bool:
    """Whether the Word file ``data`` has a digital signature."""
    return any(
        name.replace("\\", "/").lstrip("/").lower().startswith(_SIGNATURES) for name in open_zip(data).namelist()
    )


def _related(package: Package, kind: str) -> str | None:
    return next((name for name in package.related(kind) if package.part(name) is not None), None)


def _root(package: Package, name: str) -> Element:
    return parse_xml(package.part(name) or b"", to_change=True)


def _numbers(root: Element) -> set[str]:
    """The ids of the comments in ``root``, be they their text, their ranges or references to them."""
    found = root.iter(*(W + n for n in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")))
    return {e.get(W + "id", "").strip() for e in found}


def _comment(number: int, comment: Comment) -> Element:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    attributes = {"id": str(number), "author": AUTHOR, "date": now, "initials": INITIALS}
    element = etree.Element(W + "comment", {W + k: v for k, v in attributes.items()})
    for i, line in enumerate(comment.lines):
        paragraph = etree.SubElement(element, W + "p")
        paragraph.append(etree.fromstring(_PLAIN))
        if i == 0:
            etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "annotationRef")
        run = etree.SubElement(paragraph, W + "r")
        properties = etree.SubElement(run, W + "rPr")
        if i == 0:
            etree.SubElement(properties, W + "b")
        etree.SubElement(properties, W + "sz", {W + "val": "20"})
        etree.SubElement(run, W + "t", {_SPACE: "preserve"}).text = line
    return element


def _new_part(package: Package, store: Element) -> dict[str, bytes]:
    """What gives a file without comments those of ``store``: the part, its relationship, its content type."""
    folder, main = posixpath.split(package.main)
    free = (f"comments{n or ''}.xml" for n in range(limits.MEMBERS))
    name = next(n for n in free if package.part(posixpath.join(folder, n)) is None)
    path = posixpath.join(folder, name)

    relations_path = posixpath.join(folder, "_rels", main + ".rels")
    if package.part(relations_path) is None or package.part(_TYPES) is None:
        raise Unreadable(
            "压缩包里缺少部件，写不了批注", "请用 Word 或 WPS 打开（必要时用“打开并修复”），另存为 .docx 后再试。"
        )
    relations, types = _root(package, relations_path), _root(package, _TYPES)
    numbers = [int(m[1]) for r in relations if (m := re.fullmatch(r"rId(\d+)", r.get("Id", "")))]
    kind = _COMMENTS.replace(*_STRICT_RELATIONSHIPS) if _is_strict(package) else _COMMENTS
    identity = {"Id": f"rId{max(numbers, default=0) + 1}", "Type": kind, "Target": name}
    etree.SubElement(relations, _sibling(relations, "Relationship"), identity)
    etree.SubElement(types, _sibling(types, "Override"), {"PartName": "/" + path, "ContentType": _CONTENT_TYPE})
    return {
        path: _serialised(package, store),
        relations_path: _serialised(package, relations),
        _TYPES: _serialised(package, types),
    }


def _sibling(root: Element, name: str) -> str:
    """``name`` in the namespace of ``root``."""
    return f"{root.tag.rpartition('}')[0]}}}{name}"


def _is_strict(package: Package) -> bool:
    return next(iter(STRICT)) in (package.part(package.main) or b"")[:8192]


def _serialised(package: Package, root: Element) -> bytes:
    """A part as Word writes it; in a strict file back in the strict namespaces, which reading it replaced."""
    content = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
    if _is_strict(package):
        for strict, transitional in STRICT.items():
            content = content.replace(transitional, strict)
    return _DECLARATION + content


def _copy(data: bytes, changed: dict[str, bytes]) -> bytes:
    """The zip file ``data`` with the parts ``changed`` (name → content) replaced, new ones at the end."""
    pending = {name.lower(): (name, content) for name, content in changed.items()}
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        members = {m.filename: m for m in source.infolist()}
        if sum(m.file_size for m in members.values()) > limits.ARCHIVE_BYTES:
            raise limits.too_large(f"解压后大于 {limits.ARCHIVE_BYTES // limits.MEGABYTE} MB")
        for filename, member in members.items():
            _, content = pending.pop(filename.replace("\\", "/").lstrip("/").lower(), ("", None))
            if content is None:
                content = read_member(source, member, limits.ARCHIVE_BYTES)
            target.writestr(member, content)
        for name, content in pending.values():
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
