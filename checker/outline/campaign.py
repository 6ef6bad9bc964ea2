"""Which dimension a heading answers, and which campaign a whole set of headings answers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from checker.headings import bare_words, pairs, plain
from checker.packs import DimensionRule, Pack

ENOUGH = 0.5
RECOGNISED = 0.4
SAME = 0.6
_SHORT = 4
_SHORT_WEIGHT = 0.4
_NEARLY_ALL = 0.88  # all but one of five
_OTHER_YEAR = 0.4
_UNSPOKEN = 0.15
_MOST_KEPT = 4096
_SEVERAL = 4
_MOST_HEADINGS = 60
_COLON = re.compile("[：:]")
_YEAR = re.compile(r"(20\d\d)\s*年(?:度)?")
_TOPIC = re.compile(r"([^\d年度届次]{2})专题(?:民主|组织)生活会")
_MEETING_YEAR = re.compile(r"(20\d\d)\s*年度?[^，。；]{0,14}(?:民主|组织)生活会")


def fit(heading: str, rule: DimensionRule) -> float:
    """How well ``heading`` (normalised) names the dimension ``rule``, 0 to 1; what stands before a colon may do so alone."""
    return max(_fit(pairs(words), plain(words), rule) for words in _readings(heading))


def _readings(heading: str) -> set[str]:
    """What of a heading may be the name: all of it, or what stands before a colon."""
    return {heading, _COLON.split(heading, maxsplit=1)[0]}


def _fit(words: frozenset[str], heading: str, rule: DimensionRule) -> float:
    if not words:
        return 0.0
    best = max(len(words & title) for title in rule.named) / len(words)
    return 0.5 + 0.5 * best if any(anchor in heading for anchor in rule.plain_anchors) else 0.9 * best


class Aspects:
    """All dimensions that any pack knows, prepared for many headings."""

    def __init__(self, rules: Iterable[DimensionRule]) -> None:
        prepared = {(rule.named, rule.plain_anchors) for rule in rules}  # packs share many
        titles = sorted({title for some, _ in prepared for title in some}, key=sorted)
        self._holding: dict[str, list[int]] = {}
        for n, title in enumerate(titles):
            for pair in title:
                self._holding.setdefault(pair, []).append(n)
        number = {title: n for n, title in enumerate(titles)}
        self._anchored = [(anchors, [number[t] for t in some]) for some, anchors in prepared if anchors]
        self._found: dict[str, float] = {}

    def best(self, heading: str) -> float:
        """How well ``heading`` (normalised) names the best of the dimensions, 0 to 1."""
        found = self._found.get(heading)
        if found is None:
            if len(self._found) > _MOST_KEPT:
                self._found.clear()
            found = self._found[heading] = self._best(pairs(heading), plain(heading))
        return found

    def _best(self, words: frozenset[str], heading: str) -> float:
        shared = Counter(n for pair in words for n in self._holding.get(pair, ()))
        if 3 * sum(pair in self._holding for pair in words) < len(words) or not shared:
            return 0.0
        anchored = [
            0.5 + 0.5 * max((shared[n] for n in titles), default=0) / len(words)
            for anchors, titles in self._anchored
            if any(anchor in heading for anchor in anchors)
        ]
        return max(anchored, default=0.0) or 0.9 * max(shared.values()) / len(words)


def assign(headings: Sequence[str], rules: Sequence[DimensionRule]) -> list[tuple[int | None, float]]:
    """For each heading the index of the rule that it answers, or None, and how well: the best assignment as a whole.

    No two headings get the same rule; the sum of the fits is the largest possible. Of more headings than any submission has, the first are looked at.
    """
    if len(headings) > _MOST_HEADINGS:
        return assign(headings[:_MOST_HEADINGS], rules) + [(None, 0.0)] * (len(headings) - _MOST_HEADINGS)
    named = [[(pairs(words), plain(words)) for words in _readings(heading)] for heading in headings]
    fits = [[max(_fit(*words, rule) for words in some) for rule in rules] for some in named]
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


def choose(
    packs: Sequence[Pack], headings: Sequence[str], kind: str, title: str, opening: str
) -> tuple[str, tuple[tuple[str, float], ...]]:
    """The id of the pack that a submission with these dimension headings answers, or generic; and how well each fits, best first."""
    fits = [(p.id, round(campaign_fit(p, headings, kind, title, opening), 3)) for p in packs]
    fits.sort(key=lambda s: -s[1])
    return (fits[0][0] if fits and fits[0][1] >= RECOGNISED else "generic"), tuple(fits)


def campaign_fit(pack: Pack, headings: Sequence[str], kind: str, title: str, opening: str) -> float:
    """How well a submission answers ``pack``: its dimensions first, then what its title and opening say of year and meeting.

    A title of another year speaks against it unless nearly all dimensions are the pack's; so does a topic (巡察整改专题民主生活会)
    that is none of the pack's hints. Headings of two or three characters (学习、作风) belong to nobody unless year or theme speaks for
    the pack, and no title makes up for dimensions that are another campaign's.
    """
    dimensions = set_fit(headings, pack.dimensions(kind))
    years = _YEAR.findall(title) or _MEETING_YEAR.findall(opening[:200])[:1]
    of_year = pack.year is not None and any(pack.of_year(int(year)) for year in years)
    head = title + opening[:400]
    hinted = any(hint in title for hint in pack.title_hints)
    themed = any(theme.replace("“", '"').replace("”", '"') in head for theme in pack.theme)
    short = [h for h in headings if len(bare_words(h)) < _SHORT]
    if 2 * len(short) >= len(headings) and not (of_year or themed or hinted):
        dimensions *= _SHORT_WEIGHT
    score = 0.7 * dimensions
    if of_year:
        score += 0.12
    elif years and pack.year is not None and dimensions < _NEARLY_ALL:
        score -= _OTHER_YEAR
    meeting = meeting_of(title) or meeting_of(opening[:400])
    if meeting and pack.meeting:
        score += 0.1 if meeting == pack.meeting else -0.25
    if hinted:
        score += 0.06
    if themed:
        score += 0.06
    unspoken = not (of_year or meeting or hinted or themed or _answers_all(headings, pack.dimensions(kind)))
    if unspoken or (_TOPIC.search(title) and not (of_year or hinted or themed)):
        score -= _UNSPOKEN
    return max(0.0, min(dimensions, score))


def _answers_all(headings: Sequence[str], rules: Sequence[DimensionRule]) -> bool:
    """Whether each heading answers one of the dimensions and each dimension is answered: that speaks for a campaign by itself."""
    return len(headings) == len(rules) >= _SEVERAL and all(index is not None for index, _ in assign(headings, rules))


def name_dimensions(headings: Sequence[str], rules: Sequence[DimensionRule]) -> list[str]:
    """For each heading the id of the rule that it answers; x1, x2, … where it answers none.

    A heading that names a rule which another one answers better is a duplicate and gets its id too.
    """
    ids: list[str] = []
    extras = 0
    for heading, (index, _) in zip(headings, assign(headings, rules), strict=True):
        if index is None and rules and len(headings) <= _MOST_HEADINGS:
            near = max(range(len(rules)), key=lambda i: fit(heading, rules[i]))
            index = near if fit(heading, rules[near]) >= SAME else None
        if index is None:
            extras += 1
        ids.append(f"x{extras}" if index is None else rules[index].id)
    return ids


def meeting_of(text: str) -> str:
    """Which kind of meeting ``text`` names: minzhu, zuzhi or, where it names none or both, nothing."""
    minzhu, zuzhi = "民主生活会" in text, "组织生活会" in text
    return "minzhu" if minzhu and not zuzhi else "zuzhi" if zuzhi and not minzhu else ""
