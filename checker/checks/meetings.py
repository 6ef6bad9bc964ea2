"""Meetings and documents that the material's year can't have known, or no longer follows (W504)."""

import re
from collections.abc import Iterator
from datetime import date

from checker.checks.whole import Whole
from checker.finding import Finding
from checker.lexicon import Event, events
from checker.submission import Submission


def check(submission: Submission, whole: Whole) -> Iterator[Finding]:
    """``whole`` is the submission's normalised text. Nothing is said of material whose year isn't known."""
    year = submission.pack.year or _year_of(submission.outline.title)
    if year is None:
        return
    # Material of the year Y is written from the end of Y to about February of Y + 1, for branches into March.
    begun, finished = date(year, 12, 1), date(year + 1, 3, 15)
    for event in events():
        if event.since > finished:
            yield from _found(event, event.pattern, submission, whole, f"{year}年度的材料不可能学过{event.name}")
        elif event.as_current and event.current_until and event.current_until < begun:
            message = f"{event.name}之后已有{event.superseded_by}，不应再当作最新精神"
            yield from _found(event, event.as_current, submission, whole, message)


def _found(event: Event, pattern: str, submission: Submission, whole: Whole, why: str) -> Iterator[Finding]:
    lawful = [match.span() for unless in event.unless for match in re.finditer(unless, whole.text)]
    places = tuple(
        whole.span(*match.span())
        for match in re.finditer(pattern, whole.text)
        if not any(start <= match.start() and match.end() <= end for start, end in lawful)
    )
    if places:
        found = submission.written(places[0])
        yield Finding("W504", f"“{found}”：{why}", "改成当年度应当学习贯彻的会议和文件", places, found, len(places))


def _year_of(title: str) -> int | None:
    match = re.search(r"20\d\d", title)
    return int(match[0]) if match else None
