"""The frame of a submission: where its title, its parts and its closing stand. Goes by headings, never by a word in running text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker.document import Document, Span
from checker.normal import normalise
from checker.outline.campaign import fit
from checker.outline.headings import Candidate
from checker.outline.model import Heading, SectionId
from checker.packs import Pack

CORE = ("problems", "causes", "measures")
_ORDER = ("han", "plain", "paren-han", "arabic", "ordinal", "paren-arabic", "circled", "shi", "qi", "sequence")
_FIRST = ("last-year", "cases", "explanations")
_LONGEST_SECTION_HEADING = 45
_TITLE = re.compile(r"对照检查|检视剖析|自我剖析|剖析(?:检查)?材料|发言(?:提纲|材料|稿)|检查材料|民主生活会|组织生活会|自查|检视材料|检视报告|对照材料")
_ANY_TITLE = re.compile(r"材料|提纲|报告|发言|剖析|检查")
_CLOSING = re.compile(
    r"^(?:以上|上述)(?:是|就是|对照|检查|检视|剖析|发言|汇报|材料|情况|，|内容|报告)|批评(?:指正|帮助|教育)|(?:恳请|敬请|请)(?:各位|同志|组织|领导|大家).{0,20}(?:批评|指正|帮助|意见)"
    r"|^(?:汇报|报告|发言|检查)(?:人|完毕)"
)
_DATE = re.compile(r"^[（(]?\s*(?:20\d\d|二[〇○零O0]).{0,12}[年.\-/].{0,12}[）)]?$")
_NOISE = re.compile(
    r"^\[[^\]]*\]\([^)]*\)$|^!\[|浏览(?:次数|量)|阅读(?:次数|量|数)[：:]|点击(?:查看|下载)|^(?:上|下)一篇|更多(?:范文|精彩|内容)|^\s*(?:来源|作者|发布时间|责任?编辑|编辑)[：:]|^https?://|扫码|关注.{0,10}公众号|版权|^\W+$"
)
_CONJUNCTION = re.compile(r"(?:以及|及其|及|和|与|、|暨)")


@dataclass(slots=True)
class Part:
    """A part being gathered: one section id, or two where one heading serves both; ``paragraphs`` are its body's numbers."""

    ids: tuple[SectionId, ...]
    candidate: Candidate | None
    first: int
    paragraphs: list[int] = field(default_factory=list)
    dimensions: list[Candidate] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Frame:
    title: tuple[int, ...]
    byline: int | None
    parts: tuple[Part, ...]
    level: str | None


def is_noise(text: str) -> bool:
    """Whether a paragraph is left over from a web page and no part of the submission."""
    return len(text) <= 80 and bool(_NOISE.search(text))


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
            if pair[0] == "problems" and not re.search(r"(?:存在|查摆|检视|突出|主要|剖析|对照).{0,6}(?:问题|不足|差距)|^(?:问题|差距)", before):
                continue
            if re.match(r"(?:产生|造成|导致|上述|以上)", before) and pair[0] == "problems":
                continue
            return pair  # type: ignore[return-value]
    one = _core(plain, says)
    return (one,) if one else ()


def _core(text: str, says: object) -> SectionId | None:
    assert callable(says)
    for section in ("causes", "measures", "problems"):
        if says(section, text):
            return section  # type: ignore[return-value]
    return None


def aspect_fit(words: str, packs: Sequence[Pack]) -> float:
    """How well a heading names a dimension of any of ``packs``."""
    return max((fit(words, rule) for pack in packs for rule in pack.all_dimensions), default=0.0)


def build_frame(document: Document, found: Sequence[Candidate], base: Pack, packs: Sequence[Pack]) -> Frame:
    """The frame of ``document``; ``base`` says how parts are headed, ``packs`` which dimensions there are."""
    words = {c.paragraph: normalise(c.words).text for c in found}
    title, byline, start = _preamble(document, found, words, base)
    body = [c for c in found if c.paragraph >= start and not is_noise(document.paragraphs[c.paragraph - 1].text)]
    ids = {c.paragraph: _section_ids(c, words[c.paragraph], base, packs) for c in body}
    level = _section_level(body, ids)
    parts = _walk(document, start, [c for c in body if group(c) == level] if level else [], body, ids, words, packs)
    return Frame(title, byline, tuple(_with_closing(document, parts)), level)


def group(candidate: Candidate) -> str:
    """Styled and bare headings are of one kind: those without a number."""
    return "plain" if candidate.kind in ("styled", "bare") else candidate.kind


def _section_ids(candidate: Candidate, words: str, base: Pack, packs: Sequence[Pack]) -> tuple[SectionId, ...]:
    """The parts that a heading announces; a line without a number is none where it is a sentence with a comma."""
    ids = () if group(candidate) == "plain" and "，" in words else classify(words, base)
    if ids == ("problems",) and aspect_fit(words, packs) >= 0.7:
        return ()
    return ids


def _section_level(body: Sequence[Candidate], ids: Mapping[int, tuple[SectionId, ...]]) -> str | None:
    """The kind of heading that divides the text into its parts: the one that names most of problems, causes and measures."""
    best, level = 0, None
    for kind in _ORDER:
        named = {i for c in body if group(c) == kind for i in ids[c.paragraph]}
        score = 3 * len(named & set(CORE)) + len(named)
        if score > best and named & set(CORE):
            best, level = score, kind
    return level


def _preamble(
    document: Document, found: Sequence[Candidate], words: Mapping[int, str], base: Pack
) -> tuple[tuple[int, ...], int | None, int]:
    """Title lines, the byline, and the number of the first paragraph after them."""
    by_paragraph = {c.paragraph: c for c in found}
    lines: list[int] = []
    last = 0
    for number, paragraph in enumerate(document.paragraphs[:12], 1):
        if is_noise(paragraph.text):
            continue
        candidate = by_paragraph.get(number)
        if candidate is None and _is_title(paragraph.text):
            lines.append(number)
            last = number
            continue
        if candidate is None or group(candidate) != "plain" or (lines and classify(words[number], base) and not _TITLE.search(paragraph.text)):
            break
        if len(lines) >= 6 or paragraph.text.endswith(("：", ":")):
            break
        lines.append(number)
        last = number
    texts = {n: document.paragraphs[n - 1].text for n in lines}
    titled = [n for n in lines if _TITLE.search(texts[n])]
    if not titled and lines and (_ANY_TITLE.search(texts[lines[0]]) or document.paragraphs[lines[0] - 1].level == 1):
        titled = lines[:1]
    if not titled:
        return (), (lines[0] if lines else None), last + 1 if lines else 1
    first = titled[0]
    while first - 1 in texts and len(texts[first - 1]) <= 40 and not re.search(r"[，。]", texts[first - 1]) and first - 1 == lines[0]:
        first -= 1
    title = tuple(n for n in lines if first <= n <= titled[-1])
    after = [n for n in lines if n > titled[-1] and not _DATE.match(texts[n])]
    return title, (after[0] if after else None), last + 1


def _is_title(text: str) -> bool:
    """Whether a line too long for a bare heading is a title all the same."""
    return len(text) <= 80 and not re.search(r"[。；：]", text) and text.count("，") < 2 and bool(_TITLE.search(text))


def _walk(
    document: Document,
    start: int,
    headings: Sequence[Candidate],
    body: Sequence[Candidate],
    ids: Mapping[int, tuple[SectionId, ...]],
    words: Mapping[int, str],
    packs: Sequence[Pack],
) -> list[Part]:
    """Every paragraph from ``start`` on into its part."""
    at = {c.paragraph: c for c in headings}
    named = {i for c in headings for i in ids[c.paragraph]}
    stray = {c.paragraph: c for c in body if c.paragraph not in at and _stands_alone(c) and set(ids[c.paragraph]) & (set(CORE) - named)}
    parts = [Part(("opening",), None, start)]
    for number in range(start, len(document.paragraphs) + 1):
        candidate = at.get(number) or stray.get(number)
        current = parts[-1]
        if candidate is None:
            current.paragraphs.append(number)
            continue
        section = ids[number]
        if section:
            parts.append(Part(section, candidate, number))
        elif aspect_fit(words[number], packs) >= 0.6 and current.ids in (("opening",), ("problems",), ("last-year",), ("cases",)):
            if current.ids != ("problems",):
                current = Part(("problems",), None, number)
                parts.append(current)
            current.dimensions.append(candidate)
            current.paragraphs.append(number)
        elif candidate.kind == "han" and current.ids == ("problems",) and current.dimensions:
            current.dimensions.append(candidate)
            current.paragraphs.append(number)
        elif candidate.kind == "han" and len(candidate.words) <= 30:
            parts.append(Part(("other",), candidate, number))
        else:
            current.paragraphs.append(number)
    return [p for p in parts if p.candidate or p.paragraphs]


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
        elif not (_DATE.match(text) or signature or is_noise(text)):
            break
        elif _DATE.match(text):
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
    return tuple(spans)
