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


def _core(text: str, says: Callable[[str, str], bool]) -> SectionId | None:
    for section in _BY_CERTAINTY:
        if says(section, text):
            return section
    return None
