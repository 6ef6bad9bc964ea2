"""What was recognised in a submission: its title, sections, dimensions and items, each with its place in the document."""

from dataclasses import dataclass
from typing import Literal

from checker.document import Span

Kind = Literal["individual", "group"]
SectionId = Literal[
    "opening", "last-year", "problems", "cases", "causes", "measures", "explanations", "closing", "other"
]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as written, number included; ``words`` are what follows the number. An empty heading has no width."""

    written: str
    span: Span
    words: Span
    marker: str = ""
    run_in: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One problem, cause or measure: ``parts`` are its stretches of text, one a paragraph, in order; ``lead`` its first clause."""

    lead: str
    text: str
    parts: tuple[Span, ...]
    marker: str = ""

    @property
    def span(self) -> Span:
        return self.parts[0]

    def locate(self, start: int, end: int) -> Span:
        """The place in the document of ``text[start:end]`` (``text`` joins the parts with a newline); cut at the part's end."""
        at = 0
        for part in self.parts:
            width = part.end - part.start
            if start <= at + width:
                return Span(part.paragraph, part.start + start - at, min(part.start + end - at, part.end))
            at += width + 1
        raise ValueError(f"{start} lies outside the item")


@dataclass(frozen=True, slots=True)
class Dimension:
    """A heading of the problems section: ``id`` of the pack's dimension that it answers, or x1, x2, … where it answers none."""

    id: str
    heading: Heading
    body: tuple[Span, ...]
    items: tuple[Item, ...] = ()
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    id: SectionId
    heading: Heading
    body: tuple[Span, ...]
    dimensions: tuple[Dimension, ...] = ()
    items: tuple[Item, ...] = ()
    characters: int = 0

    def all_items(self) -> tuple[tuple[str | None, Item], ...]:
        """(dimension id or None, item) in the order of the text."""
        found = [(d.id, i) for d in self.dimensions for i in d.items] + [(None, i) for i in self.items]
        return tuple(sorted(found, key=lambda pair: (pair[1].span.paragraph, pair[1].span.start)))


@dataclass(frozen=True, slots=True)
class Outline:
    """``pack`` is the id of the campaign answered, ``scores`` how well each pack fits (0 to 1), best first,
    ``margin`` how far the reading is ahead of the next best one (natural logarithm), ``unread`` how many stretches at the end of an endless text were not read."""

    title: str
    title_spans: tuple[Span, ...]
    byline: str
    sections: tuple[Section, ...]
    pack: str
    kind: Kind
    characters: int
    scores: tuple[tuple[str, float], ...] = ()
    margin: float = 99.0
    unread: int = 0

    def section(self, section_id: SectionId) -> Section | None:
        """The first section with this id."""
        return next((s for s in self.sections if s.id == section_id), None)

    def of(self, section_id: SectionId) -> tuple[Section, ...]:
        """All sections with this id (a text may give problems, causes and measures anew for every dimension)."""
        return tuple(s for s in self.sections if s.id == section_id)
