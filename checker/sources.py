"""Files → submissions: an archive is as many as it has members, and what is in a legacy format is converted first.

What a submission consists of is fetched when it is its turn, so that however many there are, few are in memory.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePath

from checker.files import is_submission, load, start_of
from checker.readers.archive import Archive
from checker.readers.errors import Unreadable
from checker.readers.limits import MEGABYTE

_PLAIN = frozenset((".docx", ".docm", ".dotx", ".dotm", ".md", ".markdown", ".txt", ".text", ".pdf", ".html", ".htm"))
_ARCHIVE_OR_WORD = b"PK"
_OLD = (b"\xd0\xcf\x11\xe0", b"{\\rtf")
_MOST_AT_ONCE, _BYTES_AT_ONCE = 100, 64 * MEGABYTE
"""Files that are given to the converter together, and their bytes."""


@dataclass(frozen=True, slots=True)
class Source:
    """One submission to check: what the report calls it, its file name, and its content.

    ``data`` is None where whoever checks it reads it from ``path``. ``member`` is its number in the archive ``path``
    begins with, ``archive``; ``old``: it has to be converted.
    """

    path: str
    name: str
    data: bytes | Unreadable | None = None
    archive: Path | None = None
    member: int = -1
    old: bool = False


def sources(files: Iterable[Path]) -> list[Source]:
    """The submissions in ``files``: a file is one, an archive one a member; no content is kept yet."""
    return [source for file in files for source in _in(file)]


def opened(found: Sequence[Source]) -> Iterator[Source]:
    """``found``, each with its content where that isn't simply the file at its path; legacy formats converted."""
    waiting = _fetched(found)
    while batch := list(islice(waiting, 1)):
        source = batch[0]
        if not source.old or not isinstance(source.data, bytes):
            yield source
            continue
        size = len(source.data)
        for more in waiting:
            batch.append(more)
            size += len(more.data) if isinstance(more.data, bytes) else 0
            if len(batch) >= _MOST_AT_ONCE or size > _BYTES_AT_ONCE:
                break
        yield from _converted(batch)


def _in(file: Path) -> Iterator[Source]:
    path = file.as_posix()
    start = start_of(file, 4096)
    if start.startswith(_ARCHIVE_OR_WORD) and file.suffix.lower() not in _PLAIN:
        yield from _in_zip(file)
        return
    yield Source(path, file.name, old=start.startswith(_OLD) or _is_word_xml(start))


def _in_zip(file: Path) -> Iterator[Source]:
    from checker.readers.sniff import OFFICE_KINDS, sniff

    path = file.as_posix()
    try:
        data = load(file)
        kind = sniff(data)
        if kind != "zip":
            yield Source(path, file.name, old=kind in OFFICE_KINDS)
            return
        kept = [(n, name) for n, name in enumerate(Archive(data).names) if is_submission(name)]
    except Unreadable as error:
        yield Source(path, file.name, error)
        return
    if not kept:
        advice = "确认压缩包里是 .docx、.doc、.wps、.pdf、.txt 之类的材料。"
        yield Source(path, file.name, Unreadable("压缩包里没有可检查的材料", advice))
    for number, name in kept:
        yield Source(f"{path}/{name}", PurePath(name).name, archive=file, member=number)


def _is_word_xml(start: bytes) -> bool:
    from checker.readers.sniff import OFFICE_KINDS, sniff

    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and sniff(start) in OFFICE_KINDS


def _fetched(found: Iterable[Source]) -> Iterator[Source]:
    """Members of archives, of which one is open at a time, and legacy files, with their content."""
    from checker.readers.sniff import OFFICE_KINDS, sniff

    where: Path | None = None
    archive: Archive | None = None
    for source in found:
        try:
            if source.archive is not None:
                if archive is None or source.archive != where:
                    where, archive = source.archive, Archive(load(source.archive))
                content = archive.content(source.member)
                old = isinstance(content, bytes) and sniff(content) in OFFICE_KINDS
                yield replace(source, data=content, old=old)
            elif source.old:
                content = load(Path(source.path))
                yield replace(source, data=content, old=sniff(content) in OFFICE_KINDS)
            else:
                yield source
        except Unreadable as error:
            yield replace(source, data=error)


def _converted(batch: list[Source]) -> Iterator[Source]:
    """``batch`` with those in a legacy format as .docx, by one run of the converter."""
    from checker.readers.office import convert

    old = {str(n): s.data for n, s in enumerate(batch) if s.old and isinstance(s.data, bytes)}
    made = convert(old)
    for number, source in enumerate(batch):
        yield replace(source, data=made[str(number)]) if str(number) in made else source
