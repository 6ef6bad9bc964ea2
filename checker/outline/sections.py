"""Which parts a heading's words announce, by the packs' names for them."""

import re
from collections.abc import Callable

from checker.outline.model import SectionId
from checker.packs import Pack

CORE: tuple[SectionId, ...] = ("problems", "causes", "measures")
BESIDE: tuple[SectionId, ...] = ("last-year", "cases", "explanations")
_BY_CERTAINTY: tuple[SectionId, ...] = ("causes", "measures", "problems")
_LONGEST_SECTION_HEADING = 45
_CONJUNCTION = re.compile(r"(?:以及|及其|及|和|与|、|暨)")


def classify(words: str, pack: Pack) -> tuple[SectionId, ...]:
    """The parts that a heading with these (normalised) words announces: none, one, or two or three (原因分析及整改措施)."""
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
    joints = list(_CONJUNCTION.finditer(plain))
    for first in joints:
        before, after = plain[: first.start()], plain[first.end() :]
        if (pair := _named(says, before, after)) and (pair[0] != "problems" or _joined(before)):
            second = _CONJUNCTION.search(after)
            three = _named(says, before, after[: second.start()], after[second.end() :]) if second else None
            return three or pair
    one = _core(plain, says)
    return (one,) if one else ()


def _joined(before: str) -> bool:
    """Whether 问题 before 及 or 、 is a part's name of its own; in 产生问题的… it isn't."""
    return not re.match(r"(?:产生|造成|导致|上述|以上)", before) and bool(
        re.search(r"(?:存在|查摆|检视|突出|主要|剖析|对照).{0,6}(?:问题|不足|差距)|^(?:问题|差距)", before)
    )


def _named(says: Callable[[str, str], bool], *texts: str) -> tuple[SectionId, ...] | None:
    """The parts that ``texts`` name, one each, in the order of the parts; None where they don't."""
    found = [_core(text, says) for text in texts]
    parts = tuple(part for part in found if part)
    return parts if len(parts) == len(texts) and parts == tuple(p for p in CORE if p in parts) else None


def _core(text: str, says: Callable[[str, str], bool]) -> SectionId | None:
    for section in _BY_CERTAINTY:
        if says(section, text):
            return section
    return None
