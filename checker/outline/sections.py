"""Which parts a heading announces, and which kind of heading divides a text into its parts."""

import re
from collections.abc import Mapping, Sequence

from checker.outline.campaign import fit
from checker.outline.headings import Candidate, group
from checker.outline.model import SectionId
from checker.packs import Pack

CORE: tuple[SectionId, ...] = ("problems", "causes", "measures")
BESIDE: tuple[SectionId, ...] = ("last-year", "cases", "explanations")
_BY_CERTAINTY: tuple[SectionId, ...] = ("causes", "measures", "problems")
_ORDER = ("han", "plain", "paren-han", "arabic", "ordinal", "paren-arabic", "circled", "shi", "qi", "sequence", "label")
_TWO_PARTS = 8
_LONGEST_SECTION_HEADING = 45
_CONJUNCTION = re.compile(r"(?:以及|及其|及|和|与|、|暨)")


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

    for section in BESIDE:
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


def section_ids(candidate: Candidate, words: str, base: Pack, packs: Sequence[Pack]) -> tuple[SectionId, ...]:
    """The parts that a heading announces; a line without a number is none where it is a sentence (，) or a label with its word (：)."""
    sentence = group(candidate) == "plain" and re.search(r"，|[：:].", words)
    ids = () if sentence else classify(words, base)
    if ids == ("problems",) and aspect_fit(words, packs) >= 0.7:
        return ()
    return ids


def section_level(body: Sequence[Candidate], ids: Mapping[int, tuple[SectionId, ...]]) -> str | None:
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
