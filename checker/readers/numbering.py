"""Automatic numbers: what Word shows before a numbered paragraph and stores nowhere, computed as Word does."""

import re
from dataclasses import dataclass

from checker.readers.numerals import numeral
from checker.readers.package import Element, W
from checker.readers.styles import NumberingReference, Styles, is_on, number, toggle, value

_LEVELS = 9
_LATEST = 100_000
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: ``text`` is its pattern (「第%1章」), ``form`` the name of its number format.

    ``restart`` is the 1-based level after which it begins anew: None for any higher one, 0 for never.
    """

    text: str = ""
    form: str = "decimal"
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style_id: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A numbering instance: those of one ``family`` count on together; ``overrides`` are levels that it starts anew."""

    family: str
    levels: tuple[Level, ...]
    overrides: dict[int, int]


class Numbering:
    """Counts through one document: ask for the labels in the order of its paragraphs."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._instances: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[str] = set()
        if root is not None:
            self._abstract = {e.get(W + "abstractNumId", ""): e for e in root.iterchildren(W + "abstractNum")}
            self._instances = {e.get(W + "numId", ""): e for e in root.iterchildren(W + "num")}

    def label(self, reference: NumberingReference) -> str:
        """The number of the next paragraph with this ``reference``; empty for a bullet or an unknown list."""
        found = self._list(reference.list_id)
        if found is None or reference.list_id is None:
            return ""
        at = self._level(found, reference)
        counts = self._count(found, reference.list_id, at)
        level = found.levels[at]

        def written(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            form = found.levels[other].form
            arabic = level.legal and form not in ("none", "decimalZero")
            return numeral(counts[other] or 0, "decimal" if arabic else form) if other <= at else ""

        if level.form == "bullet":
            return level.text if re.search(r"[\u3400-\u9fff\d]", level.text) else ""
        return re.sub(r"%([1-9])", written, level.text)

    def _level(self, found: _List, reference: NumberingReference) -> int:
        """A style is tied to the level that names it, whatever level it says itself."""
        linked = (
            i for i, level in enumerate(found.levels) if reference.style_id and level.style_id == reference.style_id
        )
        return next(linked, reference.level or 0)

    def _count(self, found: _List, list_id: str, at: int) -> list[int | None]:
        counts = self._counts.setdefault(found.family, [None] * _LEVELS)
        if at in found.overrides and list_id not in self._started:
            self._started.add(list_id)
            counts[at] = None
        count = counts[at]
        counts[at] = min(found.overrides.get(at, found.levels[at].start) if count is None else count + 1, _LATEST)
        for above in range(at):  # an item without its parents has them all the same
            if counts[above] is None:
                counts[above] = found.levels[above].start
        for deeper in range(at + 1, _LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or at < restart:
                counts[deeper] = None
        return counts

    def _list(self, list_id: str | None) -> _List | None:
        if list_id is None or list_id == "0":
            return None
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id)
        return self._lists[list_id]

    def _read(self, list_id: str, waiting: tuple[str, ...] = ()) -> _List | None:
        instance = self._instances.get(list_id)
        link = None if instance is None else instance.find(W + "abstractNumId")
        family = "" if link is None else value(link)
        abstract = self._abstract.get(family)
        if instance is None or abstract is None or list_id in waiting:
            return None
        levels = {i: Level() for i in range(_LEVELS)}
        overrides: dict[int, int] = {}
        style = abstract.find(W + "numStyleLink")
        if style is not None:
            target = self._styles.get(value(style), "numbering").numbering
            if target is None or target.list_id is None:
                return None
            linked = self._read(target.list_id, (*waiting, list_id))
            if linked is None:
                return None
            family, levels = linked.family, dict(enumerate(linked.levels))
        for element in abstract.iterchildren(W + "lvl"):
            levels[_index(element)] = _read_level(element)
        for override in instance.iterchildren(W + "lvlOverride"):
            at = _index(override)
            own = override.find(W + "lvl")
            if own is not None:
                levels[at] = _read_level(own)
            start = number(override.find(W + "startOverride"))
            if start is not None:
                overrides[at] = max(start, 0)
        return _List(family, tuple(levels[i] for i in range(_LEVELS)), overrides)


def _index(element: Element) -> int:
    written = element.get(W + "ilvl", "0")
    return int(written) if re.fullmatch("[0-8]", written) else 0


def _read_level(element: Element) -> Level:
    text, legal, style = element.find(W + "lvlText"), element.find(W + "isLgl"), element.find(W + "pStyle")
    run = element.find(W + "rPr")
    form = _form(element)
    pattern = "" if text is None or is_on(text.get(W + "null", "0")) else value(text)
    return Level(
        "" if len(pattern) > _LONGEST or (run is not None and toggle(run, "vanish")) else pattern,
        form,
        max(number(element.find(W + "start")) or 0, 0),
        number(element.find(W + "lvlRestart")),
        legal is not None and is_on(legal.get(W + "val", "1")),
        "" if style is None else value(style),
    )


def _form(element: Element) -> str:
    """The name of the number format. Word 2010 put custom ones into an alternative; its fall-back is as good."""
    found = [value(e) for e in element.iter(W + "numFmt")]
    return next((form for form in found if form != "custom"), "decimal")
