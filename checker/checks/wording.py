"""Wording (W5xx) and the word lists of P405, P407, P408."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from checker.checks import dates, elsewhere, meetings, repeats, units
from checker.checks.whole import Whole, normalised, written
from checker.document import Span
from checker.finding import Finding
from checker.letters import Letters, letters_in
from checker.outline.model import Dimension
from checker.submission import Submission
from checker.wordlists import Match, WordList, word_lists

_Places = Mapping[int, Sequence[Span]]
"""Stretches of the text by paragraph, in their order, none in another."""


def check(submission: Submission) -> Iterator[Finding]:
    """All findings about words: word lists, letters for Chinese, repetition, meetings out of their time."""
    as_written, as_normal = written(submission), normalised(submission)
    mandated, problems = (
        _by_paragraph(d.heading.span for d in _mandated(submission)),
        _by_paragraph(_problems(submission)),
    )
    for words in word_lists():
        if words.kind in ("", submission.kind):
            whole = as_written if words.written else as_normal
            yield from _listed(words, submission, whole, mandated, problems)
    yield from _letters(submission, as_written)
    yield from repeats.check(submission)
    yield from meetings.check(submission, as_normal)
    yield from dates.check(submission, as_normal)
    yield from units.check(submission, as_normal)
    yield from elsewhere.check(submission)


def _listed(
    words: WordList, submission: Submission, whole: Whole, mandated: _Places, problems: _Places
) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[tuple[Span, Match]]] = defaultdict(list)
    for match in _apart(words.matches(whole.text)):
        span = whole.span(match.start, match.end)
        if not words.mandated_headings and _covers(mandated, span):
            continue
        if words.scope == "whole" or _covers(problems, span):
            found = "" if words.once else submission.written(span).casefold()
            groups[match.label, found].append((span, match))
    for group in groups.values():
        places, match, count = tuple(span for span, _ in group), group[0][1], len(group)
        found = submission.written(places[0])
        slots = {"found": found, "right": _curly(match.right), "label": match.label, "count": count}
        more = f"，全文共{count}处" if count > 1 and not words.once else ""
        yield Finding(
            words.code,
            words.message.format(**slots) + more,
            words.suggestion.format(**slots),
            places,
            found,
            1 if words.once else count,
        )


def _apart(matches: Iterable[Match]) -> Iterator[Match]:
    """The matches in the order of the text; of those that overlap the first, of those that begin together the longest."""
    end = -1
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if match.start >= end:
            yield match
            end = match.end


def _curly(text: str) -> str:
    """Curly quotes for the straight ones of normalised text."""
    parts = text.split('"')
    return "".join(part + ("“”"[i % 2] if i < len(parts) - 1 else "") for i, part in enumerate(parts))


def _mandated(submission: Submission) -> Iterator[Dimension]:
    """The dimensions whose headings quote the notice."""
    exact = {rule.id for rule in submission.pack.dimensions(submission.kind) if rule.exact}
    return (d for section in submission.outline.of("problems") for d in section.dimensions if d.id in exact)


def _problems(submission: Submission) -> Iterator[Span]:
    for section in submission.outline.of("problems"):
        yield from section.body
        yield from chain.from_iterable(dimension.body for dimension in section.dimensions)
        yield from chain.from_iterable(item.parts for _, item in section.all_items())


def _by_paragraph(spans: Iterable[Span]) -> _Places:
    """What ``spans`` cover: those that overlap are one."""
    found: dict[int, list[Span]] = defaultdict(list)
    for span in sorted(spans, key=lambda s: (s.paragraph, s.start)):
        some = found[span.paragraph]
        if some and span.start < some[-1].end:
            some[-1] = Span(span.paragraph, some[-1].start, max(span.end, some[-1].end))
        else:
            some.append(span)
    return found


def _covers(places: _Places, inner: Span) -> bool:
    some = places.get(inner.paragraph, ())
    index = bisect_right(some, inner.start, key=lambda s: s.start) - 1
    return index >= 0 and inner.end <= some[index].end


def _letters(submission: Submission, whole: Whole) -> Iterator[Finding]:
    groups: dict[str, list[Letters]] = defaultdict(list)
    for letters in letters_in(whole.text):
        groups[whole.text[letters.start : letters.end].casefold()].append(letters)
    for group in groups.values():
        places = tuple(whole.span(letters.start, letters.end) for letters in group)
        found, right = submission.written(places[0]), group[0].right
        more = f"，全文共{len(group)}处" if len(group) > 1 else ""
        yield Finding(
            "W502", f"“{found}”是用字母代写的“{right}”{more}", f"改回汉字“{right}”", places, found, len(group)
        )
