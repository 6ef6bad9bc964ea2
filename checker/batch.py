"""Many files: what there is to check under the given paths, and the report on all of it."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from checker import __version__
from checker.engine import Engine
from checker.finding import Severity
from checker.globs import matches
from checker.readers.errors import Unreadable
from checker.report import FailOn, FileReport, Report, RosterEntry, Summary, Tool, is_roster

SUFFIXES = frozenset(
    [
        ".docx",
        ".docm",
        ".dotx",
        ".dotm",
        ".doc",
        ".dot",
        ".wps",
        ".wpt",
        ".rtf",
        ".odt",
        ".pdf",
        ".html",
        ".htm",
        ".mht",
        ".md",
        ".markdown",
        ".txt",
        ".text",
        ".zip",
    ]
)
_READ_BY_WORKERS = frozenset((".docx", ".md", ".txt"))
_PARALLEL_FROM = 24


@dataclass(slots=True)
class Found:
    """The files to check, in order, and how many others were passed over in folders."""

    files: list[Path] = field(default_factory=list)
    others: int = 0


def collect(paths: Sequence[Path], exclude: Sequence[str] = ()) -> Found:
    """The submissions under ``paths``: a file as it is, a folder with all below it, each file once.

    Hidden files, Word's lock files (~$…) and what matches ``exclude`` are left out; loops of links end.
    """
    found = Found()
    seen: set[Path] = set()
    for path in paths:
        for file, wanted in _below(path):
            if any(matches(file, pattern) for pattern in exclude):
                continue
            if not wanted:
                found.others += 1
                continue
            real = Path(os.path.realpath(file))
            if real not in seen:
                seen.add(real)
                found.files.append(file)
    return found


def _below(path: Path) -> Iterator[tuple[Path, bool]]:
    if not path.is_dir():
        yield path, True
        return
    visited: set[str] = set()
    for folder, folders, files in os.walk(path, followlinks=True):
        real = os.path.realpath(folder)
        if real in visited:
            folders.clear()
            continue
        visited.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(files):
            if not name.startswith((".", "~$")) and name != "duizhao.toml":
                yield Path(folder) / name, PurePath(name).suffix.lower() in SUFFIXES


@dataclass(frozen=True, slots=True)
class Source:
    """One submission to check: what the report calls it, its file name, and its content, or None where it is still on the disk."""

    path: str
    name: str
    data: bytes | Unreadable | None = None


def sources(files: Iterable[Path]) -> list[Source]:
    """The submissions in ``files``: a file is one, an archive one a member; legacy formats converted together."""
    found: list[Source] = []
    for file in files:
        if file.suffix.lower() in _READ_BY_WORKERS:
            found.append(Source(file.as_posix(), file.name))
        else:
            found += _opened(file)
    return _converted(found)


def _opened(file: Path) -> list[Source]:
    path = file.as_posix()
    data = _load(file)
    if isinstance(data, bytes) and data[:2] == b"PK":
        from checker.readers.archive import members
        from checker.readers.sniff import sniff

        if sniff(data) == "zip":
            try:
                inside = members(data)
            except Unreadable as error:
                return [Source(path, file.name, error)]
            kept = [
                Source(f"{path}/{name}", PurePath(name).name, content)
                for name, content in inside
                if _is_submission(name)
            ]
            nothing = Unreadable(
                "压缩包里没有可检查的材料", "确认压缩包里是 .docx、.doc、.wps、.pdf、.txt 之类的材料。"
            )
            return kept or [Source(path, file.name, nothing)]
    return [Source(path, file.name, data)]


def _converted(found: list[Source]) -> list[Source]:
    """``found`` with those in a legacy format as .docx, by one run of the converter."""
    from checker.readers.sniff import OFFICE_KINDS, sniff

    old = {str(n): s.data for n, s in enumerate(found) if isinstance(s.data, bytes) and sniff(s.data) in OFFICE_KINDS}
    if not old:
        return found
    from checker.readers.office import convert

    for number, content in convert(old).items():
        found[int(number)] = replace(found[int(number)], data=content)
    return found


def _is_submission(name: str) -> bool:
    return PurePath(name).suffix.lower() in SUFFIXES


def _load(file: Path) -> bytes | Unreadable:
    try:
        return file.read_bytes()
    except OSError as error:
        known = {
            errno.ENOENT: "文件不存在",
            errno.EACCES: "没有读取权限",
            errno.EISDIR: "这是文件夹",
            errno.ELOOP: "链接绕成了圈",
        }
        reason = known.get(error.errno or 0, f"读不了：{error.strerror}")
        return Unreadable(reason, "检查文件名和权限后再试。")


def check_sources(
    engine: Engine, found: Sequence[Source], workers: int = 1, progress: Callable[[], None] = lambda: None
) -> tuple[FileReport, ...]:
    """The reports on ``found``, in their order; ``progress`` is called after each one."""
    reports = []
    if workers <= 1 or len(found) < _PARALLEL_FROM:
        for source in found:
            reports.append(check_source(engine, source))
            progress()
        return tuple(reports)
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(engine,)) as pool:
        for report in pool.map(_check_in_worker, found, chunksize=8):
            reports.append(report)
            progress()
    return tuple(reports)


def check_source(engine: Engine, source: Source) -> FileReport:
    """The report on one submission; what goes wrong with it stays with it."""
    data = source.data if source.data is not None else _load(Path(source.path))
    if isinstance(data, Unreadable):
        return engine.unreadable(source.path, data)
    return engine.check(data, source.name, source.path)


_engine: Engine


def _start_worker(engine: Engine) -> None:
    global _engine
    _engine = engine


def _check_in_worker(source: Source) -> FileReport:
    return check_source(_engine, source)


def make_report(
    files: Iterable[FileReport],
    fail_on: FailOn = "error",
    remarks: Iterable[str] = (),
    roster: tuple[RosterEntry, ...] = (),
) -> Report:
    """The report on all files; ``remarks`` are sentences on the run as a whole."""
    entries = tuple(files)
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
    suppressed = 0
    for entry in entries:
        for finding in entry.findings:
            if finding.suppressed is None:
                counts[finding.severity] += 1
            else:
                suppressed += 1
    by_status = [entry.status for entry in entries if not is_roster(entry)]
    summary = Summary(
        len(by_status),
        by_status.count("passed"),
        by_status.count("failed"),
        by_status.count("unreadable"),
        counts,
        suppressed,
    )
    return Report(1, Tool("duizhao", __version__), summary, entries, fail_on, tuple(remarks), roster)
