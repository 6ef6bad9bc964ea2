"""D: the mandated dimensions, their order, wording and weight."""

import re
from collections.abc import Iterator, Sequence

from checker.checks.wording_diff import Difference, differences
from checker.document import Span
from checker.finding import Finding
from checker.outline.campaign import fit
from checker.outline.model import Dimension
from checker.packs import DimensionRule
from checker.submission import Submission

_AND = re.compile("[和与及暨、；]")
_NAMED = 0.8


def check(submission: Submission) -> Iterator[Finding]:
    """All findings on dimensions; none where the campaign is unknown, since nothing is mandated then."""
    rules = submission.pack.dimensions(submission.kind)
    found = [d for s in submission.outline.of("problems") for d in s.dimensions]
    if rules and submission.outline.of("problems"):
        yield from _missing(rules, found, submission)
        yield from _order(rules, found)
        yield from _twice(rules, found)
        yield from _misquoted(rules, found, submission)
        yield from _preview(rules, submission)
    yield from _thin(found, submission)


def _missing(rules: tuple[DimensionRule, ...], found: list[Dimension], submission: Submission) -> Iterator[Finding]:
    section = submission.outline.section("problems")
    place = (section.heading.span,) if section and section.heading.written else ()
    for number, rule in enumerate(rules, 1):
        if not rule.optional and all(d.id != rule.id for d in found) and not _joined(rule, found, submission):
            yield Finding(
                "D201",
                f"没有对照第 {number} 个方面：{rule.title}",
                f"在“存在问题”部分单列“{rule.name}”方面，查摆具体问题；如果写了，把标题改得认得出来",
                place,
                rule.id,
            )


def _joined(rule: DimensionRule, found: list[Dimension], submission: Submission) -> bool:
    """Whether a heading that names another dimension names ``rule`` beside it (工作纪律和生活纪律方面)."""
    headings = (submission.normal(submission.written(d.heading.words)).text for d in found)
    return any(fit(part, rule) >= _NAMED for heading in headings for part in _AND.split(heading)[1:])


def _order(rules: tuple[DimensionRule, ...], found: list[Dimension]) -> Iterator[Finding]:
    order = [r.id for r in rules]
    highest = -1
    seen: set[str] = set()
    for dimension in found:
        if dimension.id not in order or dimension.id in seen:
            continue
        seen.add(dimension.id)
        index = order.index(dimension.id)
        if index < highest:
            yield Finding(
                "D202",
                f"“{rules[index].name}”写在了“{rules[highest].name}”后面，与通知的顺序不一致",
                "按通知的顺序排列：" + "；".join(r.name for r in rules),
                (dimension.heading.span,),
                dimension.id,
            )
            return
        highest = index


def _twice(rules: tuple[DimensionRule, ...], found: list[Dimension]) -> Iterator[Finding]:
    names = {r.id: r.name for r in rules}
    for dimension_id, name in names.items():
        same = [d for d in found if d.id == dimension_id]
        if len(same) > 1:
            yield Finding(
                "D203",
                f"“{name}”方面写了 {len(same)} 处：{'；'.join(d.heading.written for d in same)}",
                "合并成一处；如果其中一处另有所指，把标题改清楚",
                tuple(d.heading.span for d in same[1:]),
                dimension_id,
            )


def _misquoted(rules: tuple[DimensionRule, ...], found: list[Dimension], submission: Submission) -> Iterator[Finding]:
    by_id = {r.id: r for r in rules}
    for dimension in found:
        rule = by_id.get(dimension.id)
        if rule is None or not rule.exact:
            continue
        span = dimension.heading.words
        normal = submission.normal(submission.written(span))
        places: list[Span] = []
        right: list[str] = []
        for difference in differences(normal.text, rule.title, rule.accept):
            start, end = normal.original(difference.start, difference.end)
            place = Span(span.paragraph, span.start + start, span.start + end)
            if places and place.start < places[-1].end:  # two slips in one phrase
                place = Span(place.paragraph, places.pop().start, place.end)
                right[-1:] = [right[-1]] if right[-1] == difference.right else [rule.title]
            else:
                right.append(difference.right)
            places.append(place)
        if places:
            wrong = [submission.written(place) for place in places]
            yield Finding(
                "D204",
                f"标题写的{_quoted(wrong)}与通知的{_quoted(right)}不一致",
                f"改为通知的原文：{rule.title}",
                tuple(places),
                wrong[0],
                len(places),
            )


def _quoted(words: Sequence[str]) -> str:
    return "、".join(f"“{word}”" for word in words)


def _thin(found: list[Dimension], submission: Submission) -> Iterator[Finding]:
    least = submission.pack.limits.dimension_length or 0
    for dimension in found:
        text = "".join(submission.written(s) for s in dimension.body)
        sentences = len(re.findall(r"[。！？；][”’」』]?", text))
        if dimension.characters < least or (sentences <= 1 and dimension.characters < 2 * least):
            yield Finding(
                "D205",
                f"“{dimension.heading.written}”只有 {dimension.characters} 字、{max(sentences, 1)} 句话",
                f"这一方面至少写清一两个具体问题；通常不少于 {least} 字（一般要求，供参考）",
                (dimension.heading.span,),
                dimension.id,
            )


def _preview(rules: tuple[DimensionRule, ...], submission: Submission) -> Iterator[Finding]:
    opening = submission.outline.section("opening")
    if opening is None:
        return
    for span in opening.body:
        normal = submission.normal(submission.written(span))
        for sentence in re.finditer(r"[^。]+", normal.text):
            named = [r for r in rules if _first_words(r) in sentence[0] or any(a in sentence[0] for a in r.anchors)]
            if len(named) < max(3, len(rules) - 1):
                continue
            for rule in rules:
                if rule not in named:
                    start, end = normal.original(sentence.start(), sentence.end())
                    yield Finding(
                        "D206",
                        f"开头列出的各方面里没有“{rule.name}”",
                        "开头列全各个方面，或者不列，只写“围绕几个带头”",
                        (Span(span.paragraph, span.start + start, span.start + end),),
                        rule.id,
                    )
                elif rule.exact:
                    for difference in _listed(sentence[0], rule):
                        shift = sentence.start()
                        start, end = normal.original(shift + difference.start, shift + difference.end)
                        place = Span(span.paragraph, span.start + start, span.start + end)
                        yield Finding(
                            "D206",
                            f"开头列的“{submission.written(place)}”与通知的“{difference.right}”不一致",
                            f"改为通知的原文：{rule.title}",
                            (place,),
                            submission.written(place),
                        )
            return


def _first_words(rule: DimensionRule) -> str:
    return re.split(r"[，、]", rule.title)[0].replace("“", '"').replace("”", '"')


def _listed(sentence: str, rule: DimensionRule) -> Iterator[Difference]:
    """How the clause of ``sentence`` that names ``rule`` differs from the mandated wording."""
    anchor = next((a for a in (*rule.anchors, _first_words(rule)) if a in sentence), None)
    if anchor is None:
        return
    at = sentence.index(anchor)
    start = max(sentence.rfind("带头", 0, at), 0)
    end = sentence.find("带头", at)
    stop = len(sentence) if end < 0 else end
    if start == 0 and not sentence.startswith("带头"):
        return
    for difference in differences(sentence[start:stop].rstrip("、，"), rule.title, rule.accept):
        yield Difference(difference.start + start, difference.end + start, difference.right)
