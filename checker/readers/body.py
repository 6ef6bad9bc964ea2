"""The walk through the XML of a Word text, which gives the final text that a reader sees, paragraph by paragraph.

Insertions are in, deletions and hidden text out; fields give their result; text boxes stand once, tables cell by cell.
A soft line break begins a new paragraph, since people type it for one; so does a page or column break.
"""

import re
from collections.abc import Callable, Sequence

from checker.characters import visible
from checker.document import Paragraph
from checker.readers import limits
from checker.readers.fields import Fields
from checker.readers.numbering import Numbering
from checker.readers.package import Element, W
from checker.readers.runs import CONTENTS, Runs
from checker.readers.styles import (
    NumberingReference,
    Style,
    Styles,
    numbering_reference,
    outline_level,
    toggle,
    value,
)
from checker.readers.written import SPACES, OpenParagraph, Piece, Written

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_R = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_LINE_HEIGHT, _TOP_OF_PAGE = 180_000, 3_600_000
"""Half a centimetre and ten, in English Metric Units, in which drawings are measured."""
EMBEDDED = "文中嵌有另一个文件（altChunk），没有读取"


def walk(
    root: Element,
    styles: Styles,
    numbering: Element | None,
    embedded: Callable[[str], Sequence[Paragraph]] = lambda _: (),
) -> "Walk":
    """Read one story, ``root`` being the ``w:document``, ``w:ftr`` …, and ``numbering`` the root of the numbering part.

    ``embedded`` gives the paragraphs of another file that is part of the text, by the id of the relationship. Where its fields don't close, the text in them is kept rather than lost.
    """
    found = Walk(root, styles, Numbering(numbering, styles), Fields(), embedded)
    return (
        found if found.balanced else Walk(root, styles, Numbering(numbering, styles), Fields(counting=False), embedded)
    )


class Walk(Runs):
    """One story (body, footnote, header) as read.

    ``written`` are its non-empty paragraphs, ``notes`` the (kind, id) of the notes referred to, ``remarks`` Chinese
    sentences on what was left out; ``headers`` and ``pictures`` say whether there are any.
    """

    def __init__(
        self,
        root: Element,
        styles: Styles,
        numbering: Numbering,
        fields: Fields,
        embedded: Callable[[str], Sequence[Paragraph]],
    ) -> None:
        super().__init__(styles, fields)
        self.written: list[Written] = []
        self.notes: list[tuple[str, str]] = []
        self.headers = False
        self.pictures = False
        self._numbering, self._embedded = numbering, embedded
        self._tables = 0
        self._below: bool | None = None
        self._inside(root)
        self._close()
        self.balanced = fields.balanced

    def _inside(self, element: Element) -> None:
        for child in element:
            visit = _VISITS.get(child.tag, Walk._inside)
            if visit is not None:
                visit(self, child)

    # Paragraphs

    def _paragraph(self, element: Element) -> None:
        if self._open is None or not self._open.joins:
            self._close()
            self._open = OpenParagraph()
        current = self._open
        properties = element.find(W + "pPr")
        named = None if properties is None else properties.find(W + "pStyle")
        style = self._styles.get(None if named is None else value(named))
        earlier, count = current.style, current.count
        current.style = style
        self._inside(element)
        if count and current.count == count:
            current.style = earlier  # it added nothing to what it joins
        else:
            current.element, current.properties = element, properties
        current.joins = _mark_is_gone(properties, style)
        if not current.joins:
            self._close()

    def _close(self) -> None:
        """The open paragraph is over. It counts for the numbering even if it is empty, but not if its mark is gone."""
        current, self._open = self._open, None
        if current is None:
            return
        limits.check_paragraphs(len(self.written))
        label = "" if current.joins and not current.count else self._label(current)
        level = None if current.properties is None else outline_level(current.properties)
        self.written += current.written(
            label, (current.style.outline or 0) if level is None else level, self._tables > 0
        )

    def _label(self, current: OpenParagraph) -> str:
        own = None if current.properties is None else numbering_reference(current.properties)
        reference = current.style.numbering
        if own is not None and own.list_id is not None:
            reference = own
        elif own is not None and reference is not None:
            reference = NumberingReference(reference.list_id, own.level)
        return self._numbering.label(reference).strip(SPACES) if reference else ""

    def _properties(self, element: Element) -> None:
        for section in element.iterchildren(W + "sectPr"):
            self._section(section)

    def _section(self, element: Element) -> None:
        if next(element.iterchildren(W + "headerReference", W + "footerReference"), None) is not None:
            self.headers = True

    # What paragraphs stand in

    def _table(self, element: Element) -> None:
        self._close()
        self._tables += 1
        self._inside(element)
        self._tables -= 1

    def _row(self, element: Element) -> None:
        if element.find(f"{W}trPr/{W}del") is None:
            self._inside(element)

    def _cell(self, element: Element) -> None:
        """A merged cell stands once, where the merge begins."""
        for merge in element.iterfind(f"{W}tcPr/*"):
            if merge.tag == W + "cellDel":
                return
            if merge.tag in (W + "vMerge", W + "hMerge") and merge.get(W + "val", "continue") == "continue":
                return
        self._inside(element)
        self._close()

    def _box(self, element: Element) -> None:
        """A text box stands before the paragraph that it is anchored to, or after it: by its place or its anchor's."""
        if not self._shown():
            return
        host, fields, written = self._open, self._fields, self.written
        self._open, self._fields, self.written = None, Fields(), []
        self._inside(element)
        self._close()
        found = self.written
        self._open, self._fields, self.written = host, fields, written
        if host is None:
            self.written += found
        else:
            below = host.count > 0 if self._below is None else self._below
            (host.after if below else host.before).extend(found)

    def _word_art(self, element: Element) -> None:
        """A title in fancy letters, which is a paragraph by itself."""
        text = visible(element.get("string", "")).strip(SPACES)
        if text and self._shown():
            art = Written(Paragraph(text), (Piece(text, element),), None)
            (
                self.written if self._open is None else self._open.after if self._open.count else self._open.before
            ).append(art)

    def _anchored(self, element: Element) -> None:
        """A drawing that floats, by how far below the top of its paragraph, or of the first page, it says it is."""
        outer = self._below
        for place in element.iterchildren(_WP + "positionV"):
            offset = place.findtext(_WP + "posOffset") or ""
            by_paragraph = place.get("relativeFrom") in ("paragraph", "line")
            if re.fullmatch("-?[0-9]{1,9}", offset) and (by_paragraph or not self.written):
                self._below = int(offset) > (_LINE_HEIGHT if by_paragraph else _TOP_OF_PAGE)
        self._inside(element)
        self._below = outer

    def _alternatives(self, element: Element) -> None:
        """Of what says the same in several ways, the first that says anything."""
        for child in element.iterchildren(_MC + "Choice", _MC + "Fallback"):
            if next(child.iter(W + "t", W + "sym", _M + "t", _V + "textpath"), None) is not None:
                self._inside(child)
                return
        self._picture(element)

    def _control(self, element: Element) -> None:
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        if gallery is not None and value(gallery) == "Table of Contents":
            self._remark(CONTENTS)
            return
        for content in element.iterchildren(W + "sdtContent"):
            self._inside(content)

    # What is only noted

    def _note(self, element: Element) -> None:
        if self._shown():
            kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
            self.notes.append((kind, element.get(W + "id", "")))

    def _picture(self, element: Element) -> None:
        self.pictures = True
        self._inside(element)

    def _chunk(self, element: Element) -> None:
        """Another file that is to be shown here (altChunk), as systems write that make Word files of web pages."""
        self._close()
        found = self._embedded(next((element.get(r + "id", "") for r in _R if element.get(r + "id")), ""))
        if not found:
            self._remark(EMBEDDED)
        for paragraph in found:
            limits.check_paragraphs(len(self.written))
            self.written.append(Written(paragraph, (Piece(paragraph.text, element),), None))


def _mark_is_gone(properties: Element | None, style: Style) -> bool:
    """Whether a paragraph runs on in the next: its mark is deleted, moved away or hidden, or it is a drop cap."""
    hidden = bool(style.hidden)
    if properties is None:
        return hidden
    frame, mark = properties.find(W + "framePr"), properties.find(W + "rPr")
    if frame is not None and frame.get(W + "dropCap") in ("drop", "margin"):
        return True
    if mark is None:
        return hidden
    own = toggle(mark, "vanish")
    gone = next(mark.iterchildren(W + "del", W + "moveFrom"), None)
    return gone is not None or (hidden if own is None else own)


_VISITS: dict[object, Callable[[Walk, Element], None] | None] = {
    W + "p": Walk._paragraph,
    W + "pPr": Walk._properties,
    W + "r": Walk._run,
    W + "t": Walk._text,
    _M + "t": Walk._text,
    W + "tab": Walk._tab,
    W + "ptab": Walk._tab,
    W + "noBreakHyphen": Walk._hyphen,
    W + "sym": Walk._symbol,
    W + "br": Walk._break,
    W + "cr": Walk._break,
    W + "tbl": Walk._table,
    W + "tr": Walk._row,
    W + "tc": Walk._cell,
    W + "sdt": Walk._control,
    W + "txbxContent": Walk._box,
    W + "drawing": Walk._picture,
    _WP + "anchor": Walk._anchored,
    W + "pict": Walk._picture,
    W + "object": Walk._picture,
    _MC + "AlternateContent": Walk._alternatives,
    _V + "textpath": Walk._word_art,
    W + "fldChar": Walk._field,
    W + "instrText": Walk._instruction,
    W + "fldSimple": Walk._simple_field,
    W + "footnoteReference": Walk._note,
    W + "endnoteReference": Walk._note,
    W + "sectPr": Walk._section,
    W + "altChunk": Walk._chunk,
    **dict.fromkeys(W + n for n in ("rPr", "tblPr", "tblGrid", "trPr", "tcPr", "del", "moveFrom", "delText", "rt")),
}
