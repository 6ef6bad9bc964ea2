"""What the tests see of an annotated file: the words that comments are anchored on, and its XML without them."""

import io
import zipfile

from lxml import etree

from checker.readers.package import Package, W, parse_xml

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(data: bytes) -> etree._Element:
    package = Package(data)
    return parse_xml(package.part(package.main) or b"", to_change=True)


def texts(data: bytes) -> dict[str, list[str]]:
    """The paragraphs of each comment, by id."""
    package = Package(data)
    (name,) = package.related("comments")
    root = package.xml(name)
    assert root is not None
    return {
        comment.get(W + "id", ""): ["".join(p.itertext(W + "t")) for p in comment.iter(W + "p")] for comment in root
    }


def anchored(data: bytes) -> dict[str, str]:
    """The words inside the range of each comment, by id; every range has its beginning, end and reference, in order."""
    opened: dict[str, list[str]] = {}
    closed: dict[str, str] = {}
    referred = set()
    for element in body(data).iter():
        number = str(element.get(W + "id"))
        if element.tag == W + "commentRangeStart":
            assert number not in opened
            opened[number] = []
        elif element.tag == W + "commentRangeEnd":
            closed[number] = "".join(opened.pop(number))
        elif element.tag == W + "commentReference":
            assert number in closed
            referred.add(number)
        elif element.tag == W + "t":
            for words in opened.values():
                words.append(_text(element))
    assert not opened
    assert referred == set(closed)
    return closed


def _text(element: etree._Element) -> str:
    text = element.text or ""
    return text if element.get(SPACE) == "preserve" else text.strip()


def without_comments(data: bytes, ids: set[str]) -> bytes:
    """The canonical XML of the text without the comments ``ids``, runs of the same properties joined."""
    root = body(data)
    for element in list(root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")):
        if element.get(W + "id") in ids:
            run = element.getparent()
            assert run is not None
            gone = run if element.tag == W + "commentReference" else element
            parent = gone.getparent()
            assert parent is not None
            parent.remove(gone)
    for element in list(root.iter(W + "t")):
        if element.attrib.pop(SPACE, None) != "preserve":
            element.text = (element.text or "").strip()
    for run in list(root.iter(W + "r")):
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _properties(before) == _properties(run):
            before.extend(child for child in list(run) if child.tag != W + "rPr")
            run.getparent().remove(run)  # type: ignore[union-attr]
    for text in list(root.iter(W + "t")):
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            text.getparent().remove(text)  # type: ignore[union-attr]
    return etree.tostring(root, method="c14n")


def _properties(run: etree._Element) -> tuple[dict[str, str], list[bytes]]:
    return dict(run.attrib), [etree.tostring(p, method="c14n") for p in run.iterchildren(W + "rPr")]
