"""What the styles of a Word file say of headings, bold, hidden text and numbering, with all that they inherit."""

import re
from dataclasses import dataclass, replace

from checker.readers.package import Element, W

_OFF = frozenset(("0", "false", "off"))
_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)


@dataclass(frozen=True, slots=True)
class NumberingReference:
    """The list ``list_id`` at ``level`` (0-8, None: not said); ``style_id`` is the style that says so, if any."""

    list_id: str | None
    level: int | None
    style_id: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """``outline`` is the heading level (1-9, 0 none). None: neither the style nor those it is based on say anything."""

    outline: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    numbering: NumberingReference | None = None


class Styles:
    """The styles part of a Word file, or an empty one where ``root`` is None."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default = ""
        self.bold = self.hidden = False
        if root is None:
            return
        for element in root.iterchildren(W + "style"):
            self._elements[element.get(W + "styleId", "")] = element
            if element.get(W + "type") == "paragraph" and is_on(element.get(W + "default", "0")):
                self._default = element.get(W + "styleId", "")
        for properties in root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr"):
            self.bold, self.hidden = bool(toggle(properties, "b")), bool(toggle(properties, "vanish"))

    def get(self, style_id: str | None, kind: str = "paragraph") -> Style:
        """The style ``style_id``; without one (or a known one), a paragraph has the default style, a run none."""
        if style_id is None or (style_id not in self._elements and kind == "paragraph"):
            known = self._resolve(self._default) if kind == "paragraph" else Style()
            named = _HEADING_NAME.fullmatch(style_id or "")
            return replace(known, outline=int(named[1])) if named else known
        return self._resolve(style_id)

    def _resolve(self, style_id: str, waiting: tuple[str, ...] = ()) -> Style:
        if style_id not in self._resolved:
            element = self._elements.get(style_id)
            if element is None or style_id in waiting or len(waiting) > 50:
                return Style()
            based_on = element.find(W + "basedOn")
            base = Style() if based_on is None else self._resolve(value(based_on), (*waiting, style_id))
            self._resolved[style_id] = _own(element, style_id, base)
        return self._resolved[style_id]


def _own(element: Element, style_id: str, base: Style) -> Style:
    name = element.find(W + "name")
    heading = _HEADING_NAME.fullmatch(value(name)) if name is not None else None
    outline = int(heading[1]) if heading else base.outline
    bold, hidden, numbering = base.bold, base.hidden, base.numbering
    paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
    if paragraph is not None:
        own_level = outline_level(paragraph)
        outline = outline if own_level is None else own_level
        own = numbering_reference(paragraph, style_id)
        if own is not None:
            inherited = base.numbering.list_id if base.numbering else None
            numbering = own if own.list_id is not None else replace(own, list_id=inherited)
    if run is not None:
        own_bold, own_hidden = toggle(run, "b"), toggle(run, "vanish")
        bold = bold if own_bold is None else own_bold
        hidden = hidden if own_hidden is None else own_hidden
    return Style(outline, bold, hidden, numbering)


def value(element: Element) -> str:
    """The ``w:val`` of ``element``, empty where it has none."""
    return element.get(W + "val", "")


def is_on(written: str) -> bool:
    """What an on/off value means, in the transitional (0, 1) and the strict spelling (off, on)."""
    return written.lower() not in _OFF


def toggle(properties: Element, name: str) -> bool | None:
    """The on/off property ``name`` (b, vanish) of ``properties``; None where it isn't given."""
    found = properties.find(W + name)
    return None if found is None else is_on(found.get(W + "val", "1"))


def outline_level(properties: Element) -> int | None:
    """The heading level (1-9, 0 for body text) that paragraph properties state; None where they don't."""
    found = properties.find(W + "outlineLvl")
    level = number(found)
    return None if level is None else (level + 1 if 0 <= level <= 8 else 0)


def numbering_reference(properties: Element, style_id: str = "") -> NumberingReference | None:
    """What paragraph properties say of automatic numbering; None where they are silent."""
    found = properties.find(W + "numPr")
    if found is None:
        return None
    level, list_id = number(found.find(W + "ilvl")), found.find(W + "numId")
    if level is not None and not 0 <= level <= 8:
        level = None
    return NumberingReference(None if list_id is None else value(list_id), level, style_id)


def number(element: Element | None) -> int | None:
    """The ``w:val`` of ``element`` as a whole number; None where there is none."""
    if element is None:
        return None
    written = value(element)
    return int(written) if re.fullmatch(r"-?[0-9]{1,9}", written) else None
