"""Comment ranges in the XML of a Word text. Runs are split where a range begins or ends; nothing else changes."""

from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from checker.document import Span
from checker.readers.package import Element, W
from checker.readers.written import Piece, Written

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ATOMS = (W + "r", _MATH + "oMath", _MATH + "oMathPara")
_CHUNK = W + "altChunk"
_FILLED_IN = tuple(W + name for name in ("dataBinding", "text", "date", "comboBox", "dropDownList"))


def mark(written: Sequence[Written], spans: Iterable[tuple[int, Span]]) -> None:
    """Put the ranges of comments, (id, words) in ``spans``, into the XML that ``written`` was read from.

    A range goes around whole elements where its words can't be parted from others: in a text box (Word knows no
    comments in there), a formula, a content control that takes plain text only.
    """
    wanted = [(number, span) for number, span in spans]
    paragraphs = {span.paragraph: list(written[span.paragraph - 1].pieces) for _, span in wanted}
    for _, span in wanted:
        for offset in (span.start, span.end):
            paragraphs[span.paragraph] = _cut(paragraphs[span.paragraph], offset)
    last: dict[Element, Element] = {}
    for number, span in wanted:
        hosts = [_host(e) for e in _elements(paragraphs[span.paragraph], span)]
        if hosts[0].tag == _CHUNK:
            hosts = [_paragraph_before(hosts[0])]
        hosts[0].addprevious(_marker("commentRangeStart", number))
        end, reference = _marker("commentRangeEnd", number), etree.Element(W + "r")
        reference.append(_marker("commentReference", number))
        last.get(hosts[-1], hosts[-1]).addnext(end)
        end.addnext(reference)
        last[hosts[-1]] = reference


def _paragraph_before(chunk: Element) -> Element:
    """An empty run in a paragraph of its own: words of another file, embedded in this one, can't have comments."""
    paragraph = etree.Element(W + "p")
    chunk.addprevious(paragraph)
    return etree.SubElement(paragraph, W + "r")


def _marker(name: str, number: int) -> Element:
    return etree.Element(W + name, {W + "id": str(number)})


def _elements(pieces: Sequence[Piece], span: Span) -> list[Element]:
    """The elements that hold the words at ``span``; for an automatic number alone, the one after it."""
    found: list[Element] = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        if piece.element is not None and end > span.start and (at < span.end or not found):
            found.append(piece.element)
        at = end
    return found or [piece.element for piece in pieces if piece.element is not None][-1:]


def _host(element: Element) -> Element:
    """The outermost element around ``element`` that a range can only begin before or end behind."""
    host, in_line = element, True
    for ancestor in element.iterancestors():
        if ancestor.tag in _ATOMS:
            host, in_line = ancestor, True
        elif ancestor.tag == W + "p":
            in_line = False
        elif in_line and ancestor.tag == W + "sdt" and _is_filled_in(ancestor):
            host = ancestor
    return host


def _is_filled_in(control: Element) -> bool:
    """Whether the content of ``control`` is a value, which Word replaces as a whole."""
    properties = control.find(W + "sdtPr")
    return properties is not None and any(properties.find(name) is not None for name in _FILLED_IN)


def _cut(pieces: Sequence[Piece], offset: int) -> list[Piece]:
    """``pieces``, the one around ``offset`` split there with its run; so are blanks that the reader trimmed."""
    cut = list(pieces)
    at = index = 0
    while index < len(cut):
        piece = cut[index]
        if 0 <= offset - at <= len(piece.text):
            parted = _split(piece, offset - at)
            if parted:
                cut = [part for other in cut for part in _parts(other, piece.element, *parted)]
        at += len(cut[index].text)
        index += 1
    return cut


def _split(piece: Piece, inside: int) -> tuple[int, int, Element] | None:
    """Split the run around ``piece`` before its character ``inside``, if there is anything on both sides.

    Gives the place in its text as it was, how many blanks that didn't count were taken off before it, and the second half.
    """
    element = piece.element
    run = None if element is None else element.getparent()
    if element is None or run is None or element.tag != W + "t" or _host(element) is not run:
        return None
    text, blanks = element.text or "", 0
    if element.get(_SPACE) != "preserve":
        blanks = len(text) - len(text.lstrip(_BLANKS))
        text = text.strip(_BLANKS)
    at = piece.offset + inside - blanks
    if not 0 < at < len(text):
        return None
    following = list(element.itersiblings())
    second, tail = etree.Element(run.tag), etree.Element(W + "t", {_SPACE: "preserve"})
    second.attrib.update(run.attrib)
    second.extend(deepcopy(properties) for properties in run.iterchildren(W + "rPr"))
    second.append(tail)
    second.extend(following)
    run.addnext(second)
    element.set(_SPACE, "preserve")
    element.text, tail.text = text[:at], text[at:]
    return at + blanks, blanks, tail


def _parts(piece: Piece, element: Element | None, at: int, blanks: int, tail: Element) -> list[Piece]:
    """What becomes of ``piece`` where the text of ``element`` was split: several can stand in one, with what can't be seen between."""
    if piece.element is not element:
        return [piece]
    first = max(at - piece.offset, 0)
    halves = (
        Piece(piece.text[:first], element, piece.offset - blanks),
        Piece(piece.text[first:], tail, max(piece.offset - at, 0)),
    )
    return [half for half in halves if half.text]
