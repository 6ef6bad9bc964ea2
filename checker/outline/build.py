"""What a text was read as → its sections, dimensions and items with their places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checker.document import Document, Span
from checker.outline.blocks import Block
from checker.outline.clues import SUMMARY
from checker.outline.items import lead_of
from checker.outline.lattice import Clues
from checker.outline.layouts import WITH_ITEMS
from checker.outline.model import Dimension, Heading, Item, Section, SectionId
from checker.outline.reading import Read

_SAID, _UNSAID = -3.0, -99.0


@dataclass(slots=True)
class _Item:
    blocks: list[Block]


@dataclass(slots=True)
class _Dimension:
    head: Block
    blocks: list[Block] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)


@dataclass(slots=True)
class _Section:
    ids: tuple[SectionId, ...]
    head: Block | None
    first: Block
    blocks: list[tuple[SectionId, Block]] = field(default_factory=list)
    dimensions: list[_Dimension] = field(default_factory=list)
    items: list[tuple[SectionId, _Item]] = field(default_factory=list)


def gather(found: Read) -> list[_Section]:
    """The blocks of ``found`` into sections, dimensions and items."""
    sections: list[_Section] = []
    waiting: Block | None = None  # a label that heads no section: 原因：… under 原因及措施, or in mid-paragraph
    for block, place, role, clue in zip(found.blocks, found.reading.places, found.roles, found.clues, strict=True):
        if waiting and role == "text" and not block.kind:
            role = "item"
        current = sections[-1] if sections else None
        if place.opens:
            if current and _awaits_heading(current) and "problems" in place.opens:
                current.ids, current.head, current.blocks = place.opens, block, []
            else:
                aspect = _waiting_aspect(current) if current and "problems" in place.opens else None
                inner = _inner_label(block) or place.opens == ("closing",)  # a signature is no heading
                sections.append(_Section(place.opens, None if inner else block, aspect.head if aspect else block))
                if aspect:
                    sections[-1].dimensions.append(aspect)
                if inner:
                    _belong(block, place.section, sections[-1])
                    waiting = block
                    continue
            waiting = None
            continue
        if current is None or (place.section not in current.ids) or (place.starts and len(current.ids) == 1):
            current = _Section((place.section,), None, block)
            sections.append(current)
        if role == "text" and _names_part(block, clue):
            _belong(block, place.section, current)
            waiting = block
            continue
        begun = _place(block, place.section, role, current)
        if waiting and begun and any(b is waiting for _, b in current.blocks[-2:]):
            begun.blocks.insert(0, waiting)
        waiting = None
    for section in sections:
        _at_least_one(section)
    return sections


def _at_least_one(section: _Section) -> None:
    """What runs on behind the label of a part (原因分析：…) is an item where nothing else in it is."""
    if section.head is None or not section.head.runs_in or section.ids[0] not in WITH_ITEMS or section.items:
        return
    own = [b for i, b in section.blocks if i == section.ids[0] and not b.noise]
    if not section.dimensions and own and len(section.ids) == 1:
        section.items.append((section.ids[0], _Item(own)))
    elif len(section.dimensions) == 1 and not section.dimensions[0].items and section.dimensions[0].blocks:
        section.dimensions[0].items.append(_Item(list(section.dimensions[0].blocks)))


def _names_part(block: Block, clue: Clues) -> bool:
    """Whether a block is the label of a cause or a measure (原因：…)."""
    said = clue.heading or {}
    return block.kind == "label" and block.runs_in and max(said.get(i, _UNSAID) for i in ("causes", "measures")) > _SAID


def _inner_label(block: Block) -> bool:
    """Whether it is a label in mid-paragraph (…。整改措施：…): it opens a section, but heads the item behind it only."""
    return block.kind == "label" and not block.opens


def _awaits_heading(section: _Section) -> bool:
    """Whether only an aspect's heading stands in it, above the label of its problems (（一）学习方面 / 1.存在问题：)."""
    return section.head is None and bool(section.dimensions) and len(section.blocks) == 1


def _waiting_aspect(section: _Section) -> _Dimension | None:
    """The aspect whose heading is the last thing in ``section``, taken out of it: it belongs to the problems that begin below."""
    if not section.dimensions or not section.blocks or section.blocks[-1][1] is not section.dimensions[-1].head:
        return None
    section.blocks.pop()
    return section.dimensions.pop()


def _belong(block: Block, section_id: SectionId, section: _Section) -> _Dimension | None:
    """Put a block into its section and its dimension, which is returned."""
    section.blocks.append((section_id, block))
    dimension = section.dimensions[-1] if section.dimensions and section_id == "problems" else None
    if dimension and not block.noise:
        dimension.blocks.append(block)
    return dimension


def _place(block: Block, section_id: SectionId, role: str, section: _Section) -> _Item | None:
    """Put a block where its role says; the item that it begins is returned."""
    if role == "dimension":
        section.blocks.append((section_id, block))
        section.dimensions.append(_Dimension(block))
        return None
    dimension = _belong(block, section_id, section)
    if block.noise:
        return None
    if role == "item":
        item = _Item([block])
        if dimension:
            dimension.items.append(item)
        else:
            section.items.append((section_id, item))
        return item
    if dimension:
        if dimension.items:
            dimension.items[-1].blocks.append(block)
    elif section.items and section.items[-1][0] == section_id:
        section.items[-1][1].blocks.append(block)
    return None


def build(document: Document, found: Read, names: Sequence[str]) -> tuple[Section, ...]:
    """The sections of ``document``; ``names`` are the ids of the dimensions, in the order of their headings."""
    sections = gather(found)
    heads = [d for s in sections for d in s.dimensions]
    headings = [_heading(document, d.head) for d in heads]
    ids = {id(d): (i, h) for d, i, h in zip(heads, names, headings, strict=True)}
    return tuple(built for section in sections for built in _sections(document, section, ids))


def _sections(document: Document, section: _Section, ids: dict[int, tuple[str, Heading]]) -> Iterator[Section]:
    nowhere = Span(section.first.paragraph, section.first.start, section.first.start)
    heading = _heading(document, section.head) if section.head else Heading("", nowhere, nowhere)
    body = spans_of([b for _, b in section.blocks])
    size = characters(document, body)
    for section_id in section.ids:
        dimensions = tuple(_dimension(document, d, *ids[id(d)]) for d in section.dimensions if section_id == "problems")
        items = tuple(_item(document, item) for i, item in section.items if i == section_id)
        yield Section(section_id, heading, body, dimensions, items, size)


def _heading(document: Document, block: Block) -> Heading:
    return block.heading(document.paragraphs[block.paragraph - 1].text)


def _dimension(document: Document, dimension: _Dimension, dimension_id: str, heading: Heading) -> Dimension:
    body = spans_of(dimension.blocks)
    items = tuple(_item(document, item) for item in dimension.items)
    return Dimension(dimension_id, heading, body, items, characters(document, body))


def _item(document: Document, item: _Item) -> Item:
    blocks = [b for b in item.blocks if not b.noise]
    while len(blocks) > 1 and blocks[-1].opens and SUMMARY.match(_text(document, blocks[-1])):
        blocks.pop()
    parts = spans_of(blocks)
    words = "\n".join(document.paragraphs[p.paragraph - 1].text[p.start : p.end] for p in parts)
    first = blocks[0]
    skip = first.words - first.start
    if first.kind == "label":
        skip = first.end - first.start
    return Item(lead_of(words, skip), words, parts, words[:skip].strip())


def _text(document: Document, block: Block) -> str:
    return document.paragraphs[block.paragraph - 1].text[block.start : block.end]


def spans_of(blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The places of ``blocks``, those that follow one another in a paragraph joined; without what a web page left."""
    spans: list[Span] = []
    for block in blocks:
        if block.noise:
            continue
        last = spans[-1] if spans else None
        if last and last.paragraph == block.paragraph and last.end == block.start:
            spans[-1] = Span(last.paragraph, last.start, block.end)
        else:
            spans.append(Span(block.paragraph, block.start, block.end))
    return tuple(spans)


def characters(document: Document, spans: Sequence[Span]) -> int:
    """How many characters, white space not counted, the spans have."""
    return sum(len(re.sub(r"\s", "", document.paragraphs[s.paragraph - 1].text[s.start : s.end])) for s in spans)
