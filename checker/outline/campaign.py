"""Which dimension a heading answers, and which campaign a whole set of headings answers."""

import re
from collections.abc import Sequence
from functools import lru_cache

from checker.packs import DimensionRule, Pack

ENOUGH = 0.5
_STRIP = re.compile(r"[\s\"'“”‘’、，,。；;：:（）()《》·.]|(?:方面|上)?(?:主要)?存在(?:的)?(?:主要|突出)?(?:问题|差距|不足).*$|方面.*$")
_LEAD = re.compile(r"^(?:关于|在|从|围绕|聚焦)?(?:对照|是否)?(?:带头)?")
_YEAR = re.compile(r"(20\d\d)\s*年(?:度)?")


def bare_words(heading: str) -> str:
    """A heading's words without marks, 在/带头/对照 before and 方面… behind."""
    return _LEAD.sub("", _STRIP.sub("", heading)) or _STRIP.sub("", heading)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def fit(heading: str, rule: DimensionRule) -> float:
    """How well ``heading`` (normalised) names the dimension ``rule``, 0 to 1."""
    words = bare_words(heading)
    if len(words) < 2:
        return 0.0
    pairs = _pairs(words)
    titles = (rule.title, rule.short, *(a for a in rule.accept if "→" not in a and len(a) > 4))
    best = max(len(pairs & _pairs(bare_words(title))) / len(pairs) for title in titles if title)
    plain = _STRIP.sub("", heading)
    anchored = any(_STRIP.sub("", anchor) in plain for anchor in rule.anchors)
    return 0.5 + 0.5 * best if anchored else 0.9 * best


def assign(headings: Sequence[str], rules: Sequence[DimensionRule]) -> list[tuple[int | None, float]]:
    """For each heading the index of the rule that it answers, or None, and how well: the best assignment as a whole.

    No two headings get the same rule; the sum of the fits is the largest possible.
    """
    fits = [[fit(heading, rule) for rule in rules] for heading in headings]
    best: dict[int, tuple[float, tuple[int | None, ...]]] = {0: (0.0, ())}
    for row in fits:
        following: dict[int, tuple[float, tuple[int | None, ...]]] = {}
        for taken, (total, chosen) in best.items():
            options: list[tuple[int | None, float]] = [(None, 0.0)]
            options += [(i, f) for i, f in enumerate(row) if f >= ENOUGH and not taken & 1 << i]
            for index, gain in options:
                state = taken if index is None else taken | 1 << index
                if state not in following or following[state][0] < total + gain:
                    following[state] = (total + gain, (*chosen, index))
        best = following
    _, chosen = max(best.values(), key=lambda value: value[0])
    return [(index, 0.0 if index is None else fits[n][index]) for n, index in enumerate(chosen)]


def set_fit(headings: Sequence[str], rules: Sequence[DimensionRule]) -> float:
    """How well a set of headings answers a set of dimensions, 0 to 1: missing and foreign headings both count against it."""
    if not headings or not rules:
        return 0.0
    return 2 * sum(f for _, f in assign(headings, rules)) / (len(rules) + len(headings))


def campaign_fit(pack: Pack, dimensions: float, title: str, opening: str) -> float:
    """How well a submission answers ``pack``: its dimensions first, then what its title and opening say of year and meeting."""
    score = 0.7 * dimensions
    years = _YEAR.findall(title)
    if pack.year is not None and str(pack.year) in years:
        score += 0.12
    head = title + opening[:400]
    meeting = meeting_of(title) or meeting_of(opening[:400])
    if meeting and pack.meeting:
        score += 0.1 if meeting == pack.meeting else -0.25
    if any(hint in title for hint in pack.title_hints):
        score += 0.06
    if any(theme.replace("“", '"').replace("”", '"') in head for theme in pack.theme):
        score += 0.06
    return max(0.0, min(1.0, score))


def meeting_of(text: str) -> str:
    """Which kind of meeting ``text`` names: minzhu, zuzhi or, where it names none or both, nothing."""
    minzhu, zuzhi = "民主生活会" in text, "组织生活会" in text
    return "minzhu" if minzhu and not zuzhi else "zuzhi" if zuzhi and not minzhu else ""
