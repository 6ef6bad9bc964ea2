"""What lies on the disk: which files are submissions, and their bytes. Only ordinary files are opened, up to a limit."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from checker.globs import matches
from checker.readers import limits
from checker.readers.errors import Unreadable
from checker.system_errors import reason

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
CONFIGURATION = "duizhao.toml"
COPY_ENDING = "-批注.docx"
_MARKDOWN_REPORT = "# 对照检查材料检查结果\n".encode()
_TEXT_REPORT = re.compile("(?:─){20,}\r?\n共 \\d+ 份：".encode())
_ADVICE = "检查文件名和权限后再试。"


@dataclass(slots=True)
class Found:
    """The files to check, in order; how many others were passed over in folders, how many of our own making (reports,
    annotated copies); the folders that can't be opened, and the configuration files that lie about.
    """

    files: list[Path] = field(default_factory=list)
    others: int = 0
    own: int = 0
    closed: list[tuple[Path, Unreadable]] = field(default_factory=list)
    configurations: list[Path] = field(default_factory=list)


def collect(paths: Sequence[Path], exclude: Sequence[str] = ()) -> Found:
    """The submissions under ``paths``: a file as it is, a folder with all below it, each file once.

    Hidden files, Word's lock files (~$…) and what matches ``exclude`` are left out; loops of links end.
    """
    found = Found()
    seen: set[str] = set()
    for path in paths:
        for file, wanted in _below(path, found):
            if any(matches(file, pattern) for pattern in exclude):
                continue
            if not wanted:
                found.others += 1
                continue
            real = os.path.realpath(file)
            if file not in paths and is_own(file):
                found.own += 1
            elif real not in seen:
                seen.add(real)
                found.files.append(file)
    found.closed = [(folder, why) for folder, why in found.closed if not any(matches(folder, p) for p in exclude)]
    return found


def _below(path: Path, found: Found) -> Iterator[tuple[Path, bool]]:
    if not path.is_dir():
        yield path, True
        return

    def closed(error: OSError) -> None:
        why = Unreadable(
            f"文件夹打不开：{reason(error)}", "请给读取权限，或用 --exclude 跳过它；里面的材料一份也没有检查。"
        )
        found.closed.append((Path(error.filename), why))

    visited: set[str] = set()
    for folder, folders, files in os.walk(path, onerror=closed, followlinks=True):
        real = os.path.realpath(folder)
        if real in visited:
            folders.clear()
            continue
        visited.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
        for name in sorted(files):
            if name == CONFIGURATION:
                found.configurations.append(Path(folder, name))
            elif not name.startswith((".", "~$")) and not name.endswith(".toml"):
                yield Path(folder) / name, is_submission(name)


def is_submission(name: str) -> bool:
    """Whether a file of this name is one of those that are looked for in folders and archives."""
    return PurePath(name).suffix.lower() in SUFFIXES


def is_own(file: Path) -> bool:
    """Whether ``file`` is what this program wrote: an annotated copy by its name, a report by its content."""
    if file.name.endswith(COPY_ENDING):
        return True
    suffix = file.suffix.lower()
    if suffix in (".html", ".htm"):
        return b'<meta name="generator" content="duizhao ' in start_of(file, 4096)
    if suffix in (".md", ".markdown"):
        return start_of(file, 200).startswith(_MARKDOWN_REPORT)
    return suffix in (".txt", ".text") and bool(_TEXT_REPORT.search(_end_of(file, 4096)))


def load(path: Path, most: int = limits.FILE_BYTES) -> bytes:
    """The content of the ordinary file ``path``, of which no more than ``most`` bytes are read. Raises Unreadable."""
    data = _start_of(path, most + 1)
    if len(data) > most:
        raise limits.too_large(f"文件大于 {most // limits.MEGABYTE} MB")
    return data


def start_of(path: Path, length: int) -> bytes:
    """The first bytes of the file ``path``; none where it can't be read."""
    try:
        return _start_of(path, length)
    except Unreadable:
        return b""


def _end_of(path: Path, length: int) -> bytes:
    try:
        return _start_of(path, length, from_end=True)
    except Unreadable:
        return b""


def _start_of(path: Path, length: int, *, from_end: bool = False) -> bytes:
    try:
        # a pipe is opened without waiting for whoever writes into it
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unreadable("不是普通文件（是管道、设备之类）", "请把材料存成普通文件后再检查。")
            if from_end:
                file.seek(max(0, os.fstat(file.fileno()).st_size - length))
            return file.read(length)
    except OSError as error:
        raise Unreadable(f"读不了：{reason(error)}", _ADVICE) from None
