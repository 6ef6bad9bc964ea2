"""Meetings, documents, sayings and regulations that the material's year can't have known, or no longer follows (W504)."""

import re
from collections.abc import Iterator
from datetime import date

from checker.checks.whole import Whole
from checker.finding import Finding
from checker.lexicon import Event, events
from checker.submission import Submission

_SAID = {
    "meeting": (
        "{year}年度的材料不可能学过{name}",
        "{name}之后已有{new}，不应再当作最新精神",
        "改成当年度应当学习贯彻的会议和文件",
    ),
    "saying": (
        "{year}年度还没有{name}这个提法",
        "{name}这个提法已由{new}代替",
        "换成当年度通行的提法；年度写错了的，改年度",
    ),
    "regulation": ("{year}年度还没有{name}", "{name}已由{new}代替，不再施行", "换成当年度施行的法规"),
}
_REPLACE = "改为{new}；说的是当年的旧事，写明“当时的”"


def check(submission: Submission, whole: Whole) -> Iterator[Finding]:
    """``whole`` is the submission's normalised text. Nothing is said of material whose year isn't known."""
    year = submission.pack.year or _year_of(submission.outline.title)
    if year is None:
        return
    # Material of the year Y is written from the end of Y to about February of Y + 1, for branches into March.
    begun, finished = date(year, 12, 1), date(year + 1, 3, 15)
    for event in events():
        if event.kind == "saying" and submission.pack.year is None:
            continue  # a title's year may itself be the slip
        early, late, advice = _SAID[event.kind]
        slots = {"name": event.name, "year": year, "new": event.superseded_by, "until": event.current_until}
        if event.since > finished:
            yield from _found(event, event.pattern, submission, whole, (early.format(**slots), advice.format(**slots)))
        elif event.as_current and event.current_until and event.current_until < begun:
            said = late.format(**slots), (_REPLACE if event.kind != "meeting" else advice).format(**slots)
            yield from _found(event, event.as_current, submission, whole, said)


def _found(
    event: Event, pattern: str, submission: Submission, whole: Whole, said: tuple[str, str]
) -> Iterator[Finding]:
    lawful = [match.span() for unless in event.unless for match in re.finditer(unless, whole.text)]
    places = tuple(
        whole.span(*match.span())
        for match in re.finditer(pattern, whole.text)
        if not any(start <= match.start() and match.end() <= end for start, end in lawful)
    )
    if places:
        found = submission.written(places[0])
        yield Finding("W504", f"“{found}”：{said[0]}", said[1], places, found, len(places))


def _year_of(title: str) -> int | None:
    match = re.search(r"20\d\d", title)
    return int(match[0]) if match else None
