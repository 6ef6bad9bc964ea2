"""The frame of a submission: where its title, its parts and its closing stand. Goes by headings, never by a word in running text."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.document import Document, Span
from checker.normal import normalise
from checker.outline.announced import announced
from checker.outline.headings import Candidate, group
from checker.outline.model import Heading, SectionId
from checker.outline.noise import is_noise
from checker.outline.preamble import DATE, Preamble, preamble
from checker.outline.sections import BESIDE, CORE, aspect_fit, classify, section_ids, section_level
from checker.packs import Pack

_BEFORE_ASPECTS = (("opening",), ("last-year",), ("cases",))
ASPECT = 0.6
_ASPECT = re.compile(r"方面|巡视|巡察")
_CLOSING = re.compile(
    r"^(?:以上|上述)(?:是|就是|对照|检查|检视|剖析|发言|汇报|材料|情况|，|内容|报告)|批评(?:指正|帮助|教育)|(?:恳请|敬请|请)(?:各位|同志|组织|领导|大家).{0,20}(?:批评|指正|帮助|意见)"
    r"|^(?:汇报|报告|发言|检查)(?:人|完毕)"
)


@dataclass(slots=True)
class Part:
    """A part being gathered: one section id, or two where one heading serves both; ``paragraphs`` are its body's numbers.

    ``aspects`` tells that headings of the sections' own level stand in it, each for an aspect of the problems.
    """

    ids: tuple[SectionId, ...]
    candidate: Candidate | None
    first: int
    paragraphs: list[int] = field(default_factory=list)
    aspects: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    preamble: Preamble
    parts: tuple[Part, ...]


def build_frame(document: Document, found: Sequence[Candidate], base: Pack, packs: Sequence[Pack]) -> Frame:
    """The frame of ``document``; ``base`` says how parts are headed, ``packs`` which dimensions there are."""
    words = {c.paragraph: normalise(c.words).text for c in found}
    head = preamble(document, found, {n: bool(classify(w, base)) for n, w in words.items()})
    body = [c for c in found if c.paragraph >= head.start and not is_noise(document.paragraphs[c.paragraph - 1].text)]
    ids = {c.paragraph: section_ids(c, words[c.paragraph], base, packs) for c in body}
    level = section_level(body, ids)
    headings = [c for c in body if group(c) == level] if level else announced(document, head.start, base)
    ids |= {c.paragraph: classify(c.words, base) for c in headings if c.kind == "announcement"}
    headings += _labels(headings, body, ids)
    aspects = _aspects(headings, ids, words, packs)
    ids |= dict.fromkeys(aspects, ())
    parts = _walk(document, head.start, headings, body, ids, aspects)
    return Frame(head, tuple(piece for part in _with_closing(document, parts) for piece in _pieces(part, body, ids)))


def _aspects(
    headings: Sequence[Candidate],
    ids: Mapping[int, tuple[SectionId, ...]],
    words: Mapping[int, str],
    packs: Sequence[Pack],
) -> set[int]:
    """The paragraphs of those headings of the sections' own level that name an aspect of the problems instead of a part."""
    of_problems = [c.paragraph for c in headings if ids[c.paragraph] == ("problems",) and "方面" in words[c.paragraph]]
    known = {c.paragraph for c in headings if not ids[c.paragraph] and aspect_fit(words[c.paragraph], packs) >= ASPECT}
    return known | set(of_problems if len(of_problems) > 1 else ())


def _labels(
    headings: Sequence[Candidate], body: Sequence[Candidate], ids: Mapping[int, tuple[SectionId, ...]]
) -> list[Candidate]:
    """The labels (存在问题：… 原因分析：…) under a heading that serves for both, where they repeat for every aspect."""
    if not any(ids[c.paragraph] == ("problems", "causes") for c in headings):
        return []
    found = [
        c
        for c in body
        if c.kind == "label" and c not in headings and len(ids[c.paragraph]) == 1 and ids[c.paragraph][0] in CORE
    ]
    named = Counter(ids[c.paragraph][0] for c in found)
    return found if min(named["problems"], named["causes"]) > 1 else []


def _beside(
    headings: Sequence[Candidate], body: Sequence[Candidate], ids: Mapping[int, tuple[SectionId, ...]]
) -> dict[int, Candidate]:
    """Headings one level down that stand for a part of their own: last year's rectification or a case among the problems."""
    return {
        c.paragraph: c
        for c in body
        if c not in headings
        and c.mark
        and not c.run_in
        and set(ids[c.paragraph]) & set(BESIDE)
        and not _ASPECT.search(c.words)
    }


def _openers(
    headings: Sequence[Candidate], body: Sequence[Candidate], ids: Mapping[int, tuple[SectionId, ...]]
) -> dict[int, Candidate]:
    """Where every aspect has its own problems, causes and measures: the aspects' headings, by the paragraph that follows them."""
    problems = {c.paragraph for c in headings if "problems" in ids[c.paragraph]}
    found = {c.paragraph + 1: c for c in body if c.paragraph + 1 in problems and c not in headings and not c.run_in}
    return found if len(found) > 1 else {}


def _walk(
    document: Document,
    start: int,
    headings: Sequence[Candidate],
    body: Sequence[Candidate],
    ids: Mapping[int, tuple[SectionId, ...]],
    aspects: set[int],
) -> list[Part]:
    """Every paragraph from ``start`` on into its part."""
    at = {c.paragraph: c for c in headings}
    named = {i for c in headings for i in ids[c.paragraph]}
    at |= {
        c.paragraph: c
        for c in body
        if c.paragraph not in at and _stands_alone(c) and set(ids[c.paragraph]) & ({*CORE, *BESIDE} - named)
    }
    openers = _openers(headings, body, ids)
    beside = _beside(headings, body, ids)
    siblings = {c.paragraph for c in body for b in beside.values() if c.kind == b.kind and not ids[c.paragraph]}
    parts = [Part(("opening",), None, start)]
    for number in range(start, len(document.paragraphs) + 1):
        candidate = at.get(number)
        current = parts[-1]
        if number + 1 in openers:
            continue
        if number in beside and (current.ids == ("problems",) or current.candidate in beside.values()):
            parts.append(Part(ids[number], beside[number], number))
        elif number in siblings and current.candidate in beside.values():
            parts.append(Part(("problems",), None, number, [number]))
        elif candidate is None:
            current.paragraphs.append(number)
        elif number in openers:
            parts.append(Part(ids[number], candidate, number - 1, [number - 1]))
        elif ids[number]:
            parts.append(Part(ids[number], candidate, number))
        elif number in aspects and (
            current.ids == ("problems",) or (current.ids in _BEFORE_ASPECTS and "problems" not in named)
        ):
            if current.ids != ("problems",):
                current = Part(("problems",), None, number)
                parts.append(current)
            current.aspects = True
            current.paragraphs.append(number)
        elif candidate.kind == "han" and current.ids == ("problems",) and current.aspects:
            current.paragraphs.append(number)
        elif candidate.kind == "han" and len(candidate.words) <= 30:
            parts.append(Part(("other",), candidate, number))
        else:
            current.paragraphs.append(number)
    labelled = any(c.kind == "label" for c in headings)
    return [p for p in parts if p.paragraphs or (p.candidate and not (labelled and len(p.ids) > 1))]


def _pieces(part: Part, body: Sequence[Candidate], ids: Mapping[int, tuple[SectionId, ...]]) -> Iterator[Part]:
    """A part that serves for two (存在问题及原因), taken apart where a heading of its own stands before each of the two."""
    inside = set(part.paragraphs)
    cuts = {
        ids[c.paragraph]: c.paragraph
        for c in reversed(body)
        if c.paragraph in inside and not c.run_in and len(ids[c.paragraph]) == 1
    }
    starts = [cuts[(i,)] for i in part.ids if (i,) in cuts]
    if len(part.ids) < 2 or len(starts) < len(part.ids):
        yield part
        return
    for section, first, end in zip(part.ids, starts, [*starts[1:], part.paragraphs[-1] + 1], strict=True):
        yield Part((section,), part.candidate, first, [n for n in part.paragraphs if first < n < end])


def _stands_alone(candidate: Candidate) -> bool:
    return group(candidate) == "plain" and len(candidate.words) <= 16 and not candidate.run_in


def _with_closing(document: Document, parts: list[Part]) -> list[Part]:
    """The last part's trailing closing sentence, signature and date become a part of their own."""
    if not parts:
        return parts
    last = parts[-1]
    cut = len(last.paragraphs)
    for index in range(len(last.paragraphs) - 1, -1, -1):
        text = document.paragraphs[last.paragraphs[index] - 1].text
        signature = len(text) <= 30 and not re.search(r"[。；，]", text)
        if _CLOSING.search(text) and len(text) <= 160:
            cut = index
        elif not (DATE.match(text) or signature or is_noise(text)):
            break
        elif DATE.match(text):
            cut = index
            if index and len(document.paragraphs[last.paragraphs[index - 1] - 1].text) <= 30:
                cut = index - 1
    if cut < len(last.paragraphs):
        closing = Part(("closing",), None, last.paragraphs[cut], last.paragraphs[cut:])
        last.paragraphs = last.paragraphs[:cut]
        return [p for p in (*parts, closing) if p.candidate or p.paragraphs]
    return parts


def heading_of(document: Document, part: Part) -> Heading:
    """A part's heading; where it has none, an empty one at its first paragraph's beginning."""
    if part.candidate:
        return part.candidate.heading(document.paragraphs[part.candidate.paragraph - 1].text)
    nowhere = Span(part.first, 0, 0)
    return Heading("", nowhere, nowhere)


def body_of(document: Document, part: Part) -> tuple[Span, ...]:
    """A part's text without its heading and without what a web page left."""
    spans = []
    if part.candidate and part.candidate.run_in:
        text = document.paragraphs[part.candidate.paragraph - 1].text
        start = part.candidate.end
        while start < len(text) and text[start] in "。：: \u3000，":
            start += 1
        spans.append(Span(part.candidate.paragraph, start, len(text)))
    for number in part.paragraphs:
        text = document.paragraphs[number - 1].text
        if not is_noise(text):
            spans.append(Span(number, 0, len(text)))
    return tuple(sorted(spans, key=lambda span: span.paragraph))
