"""Many files: each is checked by itself, whatever becomes of the others, and the report on all of them."""

import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from checker import __version__
from checker.deadline import SECONDS, too_slow
from checker.engine import Engine
from checker.engines import Engines
from checker.failure import died
from checker.files import Found, load
from checker.finding import Severity
from checker.kept import Kept
from checker.readers.errors import Unreadable
from checker.report import FailOn, FileReport, Report, RosterEntry, Summary, Tool, is_roster
from checker.sources import Source, opened, sources

__all__ = ["Source", "check_closed", "check_source", "check_sources", "compare", "make_report", "sources"]
_FILES_A_WORKER = 12
_LONGEST_WAIT = 10 * SECONDS
"""Seconds by the clock; a worker ends most by itself, by its processor time."""


def check_sources(
    engine: Engine | Engines, found: Sequence[Source], workers: int = 1, progress: Callable[[], None] = lambda: None
) -> Kept:
    """The reports on ``found``, in their order; ``progress`` is called after each one."""
    reports = Kept()
    with closing(checked(engine, found, workers)) as coming:
        for report in coming:
            reports.append(report)
            progress()
    return reports


def checked(engine: Engine | Engines, found: Sequence[Source], workers: int = 1) -> Generator[FileReport, None, None]:
    """The reports on ``found`` one after another, by ``workers`` processes; one file alone needs none."""
    if len(found) == 1 and sys.platform != "win32":
        yield from (check_source(engine, source) for source in opened(found))
        return
    from checker.pool import Pool

    size = min(workers, -(-len(found) // _FILES_A_WORKER))
    yield from Pool(_Check(engine), _Lost(engine), max(size, 1), _LONGEST_WAIT).map(opened(found))


def check_source(engine: Engine | Engines, source: Source) -> FileReport:
    """The report on one submission; what goes wrong with it stays with it."""
    try:
        data = source.data if source.data is not None else load(Path(source.path))
    except Unreadable as error:
        data = error
    if isinstance(data, Unreadable):
        return engine.of(source.path).unreadable(source.path, data)
    return engine.of(source.path).check(data, source.name, source.path)


def compare(engine: Engine | Engines, reports: Kept, roster: Sequence[RosterEntry] = ()) -> None:
    """Put what only the whole batch shows (X804–X807) into ``reports``."""
    from checker.across import compared

    packs = engine.of("").packs
    for number, findings in compared(reports, packs, roster).items():
        file = reports[number]
        reports[number] = engine.of(file.path).add(file, findings)


def check_closed(engine: Engine | Engines, found: Found) -> list[FileReport]:
    """The reports on the folders that can't be looked into: what lies in them isn't checked, which must not be overlooked."""
    return [engine.of(folder.as_posix()).unreadable(folder.as_posix(), why) for folder, why in found.closed]


@dataclass(frozen=True, slots=True)
class _Check:
    engine: Engine | Engines

    def __call__(self, source: Source) -> FileReport:
        return check_source(self.engine, source)


@dataclass(frozen=True, slots=True)
class _Lost:
    engine: Engine | Engines

    def __call__(self, source: Source, status: int | None) -> FileReport:
        if status is None:
            return self.engine.of(source.path).unreadable(source.path, too_slow())
        return self.engine.of(source.path).unreadable(source.path, died(status), "E009")


def make_report(
    files: Iterable[FileReport],
    fail_on: FailOn = "error",
    remarks: Iterable[str] = (),
    roster: tuple[RosterEntry, ...] = (),
    config: str | None = None,
) -> Report:
    """The report on all files; ``remarks`` are sentences on the run as a whole."""
    entries = files if isinstance(files, Kept) else tuple(files)
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
    suppressed = 0
    by_status: list[str] = []
    for entry in entries:
        if not is_roster(entry):
            by_status.append(entry.status)
        for finding in entry.findings:
            if finding.suppressed is None:
                counts[finding.severity] += 1
            else:
                suppressed += 1
    summary = Summary(
        len(by_status) - by_status.count("other"),
        by_status.count("passed"),
        by_status.count("failed"),
        by_status.count("unreadable"),
        counts,
        suppressed,
        by_status.count("other"),
    )
    return Report(1, Tool("duizhao", __version__), summary, entries, fail_on, tuple(remarks), roster, config)
