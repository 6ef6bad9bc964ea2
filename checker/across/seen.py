"""What a submission says of itself, as far as the batch is compared by it: small, so that there may be thousands."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from checker.kept import without_text
from checker.packs import Pack
from checker.report import FileReport, is_other, is_roster
from checker.reports.people import Person, identify, office, parts_of, shared_folders

_YEAR = re.compile(r"(20\d\d)年(?!\d{1,2}月)度?")
_DATE = re.compile(r"^[\d〇○零一二三四五六七八九十年月日\s.\-/]+$")
_CLOSING, _LONGEST = 6, 30
_MEETING_NAMES = {"minzhu": "民主生活会", "zuzhi": "组织生活会"}


@dataclass(frozen=True, slots=True)
class Seen:
    """``number`` is its place in the batch (from 0). ``campaign`` is (meeting, year) as far as known, ``answers`` what the report calls it. ``person`` is what the register shows;
    ``titled``, ``signed``, ``closed`` and ``filed`` are what title, byline, last lines and file name say, ``folder`` is the unit's folder.
    """

    number: int
    path: str
    campaign: tuple[str, int | None]
    answers: str
    kind: str
    person: Person
    titled: Person
    signed: Person
    closed: Person
    filed: Person
    owner: str
    folder: str
    title: str


def look(files: Iterable[FileReport], packs: Mapping[str, Pack]) -> list[Seen]:
    """All submissions of ``files`` that could be read."""
    light = [
        (number, without_text(file), _signature(file.paragraphs))
        for number, file in enumerate(files)
        if not is_other(file) and not is_roster(file) and file.status != "unreadable"
    ]
    shared = shared_folders([file.path for _, file, _ in light])
    return [_seen(number, file, closed, packs, shared) for number, file, closed in light]


def _seen(number: int, file: FileReport, closed: Person, packs: Mapping[str, Pack], shared: int) -> Seen:
    filed, owner, folder = parts_of(file.path, shared)
    campaign, answers = _campaign(file, packs)
    return Seen(
        number=number,
        path=file.path,
        campaign=campaign,
        answers=answers,
        kind=file.kind or "",
        person=identify(file.path, file.title, file.byline, shared),
        titled=office(file.title or ""),
        signed=office(file.byline or ""),
        closed=closed,
        filed=filed,
        owner=owner,
        folder=folder,
        title=(file.title or "") + PurePath(file.path).stem,
    )


def _campaign(file: FileReport, packs: Mapping[str, Pack]) -> tuple[tuple[str, int | None], str]:
    """What the submission answers; the year and the meeting of its title go first, since a pack may have been named for all."""
    pack = packs.get(file.pack or "")
    titles = (file.title or "").replace("\n", "")
    written = _YEAR.search(titles)
    meeting = next((key for key, name in _MEETING_NAMES.items() if name in titles), pack.meeting if pack else "")
    if pack and pack.id != "generic" and not (written and not pack.of_year(int(written[1]))):
        return (pack.meeting or meeting, pack.year), file.pack_title or pack.title
    if written and meeting:
        return (meeting, int(written[1])), f"{written[1]}年度{_MEETING_NAMES[meeting]}"
    return ("", None), ""


def _signature(paragraphs: Sequence[str]) -> Person:
    """Who signs in the last lines; a date stands there too, and often thanks."""
    for text in reversed(paragraphs[-_CLOSING:]):
        line = text.strip()
        if not line or _DATE.match(line):
            continue
        if len(line) > _LONGEST or re.search(r"[。！，；]", line):
            return Person()
        found = office(re.sub(r"[\d年月日]+$", "", line))
        if found.name:
            return found
    return Person()
