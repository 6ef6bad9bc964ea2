"""Which dimensions a cause or a measure answers, by what it says: the pack's topics and the problems' own words."""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.normal import normalise
from checker.outline.model import Item, Outline
from checker.packs import DimensionRule, Pack

_LEAD_WEIGHT = 1.0
_OWN_WORDS = 2.0
_SHARE = 0.36
_LEAST = 0.8
_ON_RECTIFYING = re.compile(
    r"(?:抓好|落实|推进|狠抓|让|把|使|确保|从严|合力|认真|强化)[^，。]{0,6}整改|整改(?:落实|到位|见底|见效|任务|的账|销号)"
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """For each item (by its span) the ids that it answers, and for causes and measures the mandated ids that none answers."""

    answers: Mapping[tuple[int, int], tuple[str, ...]]
    uncovered: Mapping[str, tuple[str, ...]]

    def of(self, item: Item) -> tuple[str, ...]:
        return self.answers.get((item.span.paragraph, item.span.start), ())


def coverage(outline: Outline, pack: Pack, letters: Mapping[str, str] | None = None) -> Coverage:
    """How causes and measures answer the problems. A part that is missing covers nothing."""
    rules = pack.dimensions(outline.kind)
    problems = _problem_texts(outline, letters)
    scorers = _scorers(rules, problems)
    answers: dict[tuple[int, int], tuple[str, ...]] = {}
    uncovered: dict[str, tuple[str, ...]] = {}
    aspects = _aspects(outline)
    for part in ("causes", "measures"):
        answered: set[str] = set()
        sections = outline.of(part)
        for section in sections:
            for _, item in section.all_items():
                beside = _before(aspects, item) if len(sections) > 1 else ""
                ids = (beside,) if beside else _answers(item, scorers, letters)
                answers[item.span.paragraph, item.span.start] = ids
                answered |= set(ids)
        uncovered[part] = tuple(r.id for r in rules if r.id not in answered)
    return Coverage(answers, uncovered)


def _aspects(outline: Outline) -> list[tuple[tuple[int, int], str]]:
    """Where each dimension's heading stands, and its id, in the order of the text."""
    dimensions = [d for section in outline.of("problems") for d in section.dimensions]
    return sorted(((d.heading.span.paragraph, d.heading.span.start), d.id) for d in dimensions)


def _before(aspects: Sequence[tuple[tuple[int, int], str]], item: Item) -> str:
    """The dimension under whose heading an item stands, where each has causes and measures of its own."""
    index = bisect_left(aspects, (item.span.paragraph, item.span.start), key=lambda a: a[0])
    return aspects[index - 1][1] if index else ""


def _problem_texts(outline: Outline, letters: Mapping[str, str] | None) -> dict[str, str]:
    texts: dict[str, str] = {}
    for section in outline.of("problems"):
        for dimension in section.dimensions:
            words = normalise("\n".join(i.text for i in dimension.items), letters).text
            texts[dimension.id] = texts.get(dimension.id, "") + words
    return texts


@dataclass(frozen=True, slots=True)
class _Scorer:
    id: str
    topics: Mapping[str, float]
    pairs: Mapping[str, float]


def _scorers(rules: Sequence[DimensionRule], problems: Mapping[str, str]) -> list[_Scorer]:
    ids = [r.id for r in rules] + [i for i in problems if i.startswith("x")]
    shared = Counter(t for r in rules for t in {*r.topics, *r.anchors})
    counts = {i: Counter(_pairs(problems.get(i, ""))) for i in ids}
    spread = Counter(p for c in counts.values() for p in c)
    n = max(len(ids), 2)
    scorers = []
    by_id = {r.id: r for r in rules}
    for i in ids:
        rule = by_id.get(i)
        topics = {}
        if rule:
            topics = {t: 1.0 / shared[t] for t in rule.topics} | {a: 2.0 / shared[a] for a in rule.anchors}
        pairs = {p: math.log(n / spread[p]) for p in counts[i] if spread[p] < n}
        scorers.append(_Scorer(i, topics, pairs))
    return scorers


def _pairs(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(len(text) - 1) if all("\u4e00" <= c <= "\u9fff" for c in text[i : i + 2])]


def _answers(item: Item, scorers: Sequence[_Scorer], letters: Mapping[str, str] | None) -> tuple[str, ...]:
    text = normalise(item.text[len(item.marker) :], letters).text
    if _ON_RECTIFYING.search(item.lead[len(item.marker) :]):
        return ()
    head = text.split("。", 1)[0][:60]
    pairs = Counter(_pairs(text))
    scores = {}
    for scorer in scorers:
        topics = sum(w * (_LEAD_WEIGHT * (t in head) + min(text.count(t), 3)) for t, w in scorer.topics.items())
        own = sum(w for p, w in scorer.pairs.items() if p in pairs)
        scores[scorer.id] = topics + _OWN_WORDS * own / max(len(pairs), 30) * 10
    best = max(scores.values(), default=0.0)
    return tuple(i for i, s in scores.items() if s >= max(_LEAST, _SHARE * best))
