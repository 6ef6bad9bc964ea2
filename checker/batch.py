"""Many files: what there is to check under the given paths, and the report on all of it."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from checker import __version__
from checker.engine import Engine
from checker.finding import Severity
from checker.globs import matches
from checker.readers.errors import Unreadable
from checker.report import FailOn, FileReport, Report, Summary, Tool

SUFFIXES = frozenset(
    [".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".pdf", ".html", ".htm", ".mht", ".md", ".markdown", ".txt", ".text", ".zip"]
)
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


def check_files(
    engine: Engine, files: Sequence[Path], workers: int = 1, progress: Callable[[], None] = lambda: None
) -> tuple[FileReport, ...]:
    """The reports on ``files``, in their order; ``progress`` is called after each one."""
    if workers <= 1 or len(files) < _PARALLEL_FROM:
        reports = []
        for file in files:
            reports += check_file(engine, file)
            progress()
        return tuple(reports)
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        found = []
        for result in pool.map(check_file, [engine] * len(files), files, chunksize=8):
            found += result
            progress()
        return tuple(found)


def check_file(engine: Engine, file: Path) -> list[FileReport]:
    """The reports on one file: one, or one a member of an archive."""
    path = file.as_posix()
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = {2: "文件不存在", 13: "没有读取权限", 21: "这是文件夹"}.get(error.errno or 0, f"读不了：{error.strerror}")
        return [engine.unreadable(path, Unreadable(reason, "检查文件名和权限后再试。"))]
    return [engine.check(data, file.name, path)]


def make_report(files: Iterable[FileReport], fail_on: FailOn = "error", remarks: Iterable[str] = ()) -> Report:
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
    by_status = [entry.status for entry in entries]
    summary = Summary(
        len(entries), by_status.count("passed"), by_status.count("failed"), by_status.count("unreadable"), counts, suppressed
    )
    return Report(1, Tool("duizhao", __version__), summary, entries, fail_on, tuple(remarks))
