"""Dates that can't be (W512): something told as done that is later than the text itself, a meeting given another year than its own."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from checker.checks.whole import Whole
from checker.data import load_toml, rules_folder
from checker.finding import Finding
from checker.lexicon import Event, events
from checker.submission import Submission

_DATE = re.compile(r"(?<!\d)(20\d\d)年(?:度)?(?:(\d{1,2})月)?")
_SENTENCE = re.compile(r"[^。！？；\n]+")
_SIGNED = re.compile(r"^\(?(20\d\d)年(\d{1,2})月(?:\d{1,2}日)?\)?$", re.MULTILINE)
_MET = r"(?:隆重|胜利)?(?:召开|开幕|闭幕|举行)"
_TOLD = ("opening", "last-year", "problems", "cases", "causes")
_LAST_MONTH = 3
_SIGNED_MONTH = 6


class _Plans(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    plans: tuple[str, ...]


@cache
def _plans() -> tuple[str, ...]:
    return load_toml(rules_folder() / "lexicon" / "future.toml", _Plans).plans


def check(submission: Submission, whole: Whole) -> Iterator[Finding]:
    """``whole`` is the submission's normalised text. Only the meetings are looked at where the campaign's year isn't known."""
    yield from _meetings(submission, whole)
    pack = submission.pack
    if pack.year is not None:
        yield from _later(submission, whole, max((pack.year, *pack.years)))


def _later(submission: Submission, whole: Whole, year: int) -> Iterator[Finding]:
    told = _told(submission)
    for sentence in _SENTENCE.finditer(whole.text):
        if whole.span(*sentence.span()).paragraph not in told or any(word in sentence[0] for word in _plans()):
            continue
        for date in _DATE.finditer(whole.text, *sentence.span()):
            late = (int(date[1]), int(date[2])) > (year + 1, _LAST_MONTH) if date[2] else int(date[1]) > year + 1
            if late:
                yield _finding(submission, whole, date, f"{year}年度的材料，写的却是成稿以后的事")
    for date in _SIGNED.finditer(whole.text):
        if (int(date[1]), int(date[2])) > (year + 1, _SIGNED_MONTH):
            yield _finding(submission, whole, date, f"{year}年度的材料，不会在这时候落款")


def _told(submission: Submission) -> set[int]:
    """The paragraphs that tell what was, and nothing of what shall be."""
    outline = submission.outline
    told, planned = (
        {
            span.paragraph
            for section in outline.sections
            if (section.id in _TOLD) is past
            for span in (*section.body, *(part for _, item in section.all_items() for part in item.parts))
        }
        for past in (True, False)
    )
    return told - planned


def _meetings(submission: Submission, whole: Whole) -> Iterator[Finding]:
    for event in events():
        if event.kind == "meeting" and event.name.startswith("党的") and event.pattern:
            yield from _misdated(event, submission, whole)


def _misdated(event: Event, submission: Submission, whole: Whole) -> Iterator[Finding]:
    day = r"(?<!\d)(20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?"
    name = f"(?:{event.pattern})"
    for pattern in (
        rf"{day}[，在]?{name}{_MET}",
        rf"{day}[，在]?[^，。；\n]{{0,6}}{_MET}的{name}",
        rf"{name}[于在]?{day}{_MET}",
    ):
        for match in re.finditer(pattern, whole.text):
            if int(match[1]) != event.since.year:
                why = f"{event.name}是{event.since.year}年召开的"
                yield _finding(submission, whole, match, why)


def _finding(submission: Submission, whole: Whole, match: re.Match[str], why: str) -> Finding:
    place = whole.span(*match.span())
    found = submission.written(place)
    return Finding("W512", f"“{found}”：{why}", "核对日期；年度写错了的，改标题里的年度", (place,), found)
