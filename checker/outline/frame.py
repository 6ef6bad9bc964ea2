"""The frame of a submission: where its title, its parts and its closing stand. Goes by headings, never by a word in running text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.document import Document, Span
from checker.normal import normalise
from checker.outline.campaign import fit
from checker.outline.headings import Candidate, group
from checker.outline.model import Heading, SectionId
from checker.outline.noise import is_noise
from checker.outline.preamble import DATE, Preamble, preamble
from checker.packs import Pack

CORE: tuple[SectionId, ...] = ("problems", "causes", "measures")
_ORDER = ("han", "plain", "paren-han", "arabic", "ordinal", "paren-arabic", "circled", "shi", "qi", "sequence", "label")
_BY_CERTAINTY: tuple[SectionId, ...] = ("causes", "measures", "problems")
_BEFORE_ASPECTS = (("opening",), ("last-year",), ("cases",))
_TWO_PARTS = 8
ASPECT = 0.6
_FIRST: tuple[SectionId, ...] = ("last-year", "cases", "explanations")
_PARTS = {*CORE, *_FIRST}
_LONGEST_SECTION_HEADING = 45
_CLOSING = re.compile(
    r"^(?:以上|上述)(?:是|就是|对照|检查|检视|剖析|发言|汇报|材料|情况|，|内容|报告)|批评(?:指正|帮助|教育)|(?:恳请|敬请|请)(?:各位|同志|组织|领导|大家).{0,20}(?:批评|指正|帮助|意见)"
    r"|^(?:汇报|报告|发言|检查)(?:人|完毕)"
)
_CONJUNCTION = re.compile(r"(?:以及|及其|及|和|与|、|暨)")


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


def classify(words: str, pack: Pack) -> tuple[SectionId, ...]:
    """The parts that a heading with these (normalised) words announces: none, one, or two (原因分析及整改措施)."""
    if len(words) > _LONGEST_SECTION_HEADING:
        return ()
    plain = re.sub(r"[\s\"']", "", words)

    def says(section: str, text: str) -> bool:
        patterns = pack.section_patterns.get(section)
        if not patterns:
            return False
        wanted, unless = patterns
        return bool(wanted.search(text)) and not (unless and unless.search(text))

    for section in _FIRST:
        if says(section, plain):
            return (section,)
    for joint in _CONJUNCTION.finditer(plain):
        before, after = plain[: joint.start()], plain[joint.end() :]
        pair = (_core(before, says), _core(after, says))
        if None not in pair and pair[0] != pair[1] and CORE.index(pair[0] or "") < CORE.index(pair[1] or ""):
            if pair[0] == "problems" and not re.search(
                r"(?:存在|查摆|检视|突出|主要|剖析|对照).{0,6}(?:问题|不足|差距)|^(?:问题|差距)", before
            ):
                continue
            if re.match(r"(?:产生|造成|导致|上述|以上)", before) and pair[0] == "problems":
                continue
            return tuple(p for p in pair if p)
    one = _core(plain, says)
    return (one,) if one else ()


def _core(text: str, says: object) -> SectionId | None:
    assert callable(says)
    for section in _BY_CERTAINTY:
        if says(section, text):
            return section
    return None


def aspect_fit(words: str, packs: Sequence[Pack]) -> float:
    """How well a heading names a dimension of any of ``packs``."""
    return max((fit(words, rule) for pack in packs for rule in pack.all_dimensions), default=0.0)


def build_frame(document: Document, found: Sequence[Candidate], base: Pack, packs: Sequence[Pack]) -> Frame:
    """The frame of ``document``; ``base`` says how parts are headed, ``packs`` which dimensions there are."""
    words = {c.paragraph: normalise(c.words).text for c in found}
    head = preamble(document, found, {n: bool(classify(w, base)) for n, w in words.items()})
    body = [c for c in found if c.paragraph >= head.start and not is_noise(document.paragraphs[c.paragraph - 1].text)]
    ids = {c.paragraph: _section_ids(c, words[c.paragraph], base, packs) for c in body}
    level = _section_level(body, ids)
    headings = [c for c in body if group(c) == level] if level else []
    aspects = _aspects(headings, ids, words, packs)
    ids |= dict.fromkeys(aspects, ())
    parts = _walk(document, head.start, headings, body, ids, aspects)
    return Frame(head, tuple(piece for part in _with_closing(document, parts) for piece in _pieces(part, body, ids)))


def _section_ids(candidate: Candidate, words: str, base: Pack, packs: Sequence[Pack]) -> tuple[SectionId, ...]:
    """The parts that a heading announces; a line without a number is none where it is a sentence (，) or a label with its word (：)."""
    sentence = group(candidate) == "plain" and re.search(r"，|[：:].", words)
    ids = () if sentence else classify(words, base)
    if ids == ("problems",) and aspect_fit(words, packs) >= 0.7:
        return ()
    return ids


def _section_level(body: Sequence[Candidate], ids: Mapping[int, tuple[SectionId, ...]]) -> str | None:
    """The kind of heading that divides the text into its parts: the one that names most of problems, causes and measures.

    Labels (原因：…) divide it only where no other kind names two of them.
    """
    best, level = 0, None
    for kind in _ORDER:
        named = {i for c in body if group(c) == kind for i in ids[c.paragraph]}
        score = 3 * len(named & set(CORE)) + len(named)
        if score > best and named & set(CORE) and (kind != "label" or best < _TWO_PARTS):
            best, level = score, kind
    return level


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
        if c.paragraph not in at and _stands_alone(c) and set(ids[c.paragraph]) & (_PARTS - named)
    }
    openers = _openers(headings, body, ids)
    parts = [Part(("opening",), None, start)]
    for number in range(start, len(document.paragraphs) + 1):
        candidate = at.get(number)
        current = parts[-1]
        if number + 1 in openers:
            continue
        if candidate is None:
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
    return [p for p in parts if p.candidate or p.paragraphs]


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
