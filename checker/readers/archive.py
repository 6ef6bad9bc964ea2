"""A .zip of submissions, as offices mail them → its members, each by itself."""

import re
import zipfile
from collections.abc import Container

from checker.readers import limits
from checker.readers.container import open_zip, read_member
from checker.readers.errors import Unreadable
from checker.readers.sniff import sniff

_LITTER = re.compile(r"(?:^|/)(?:__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$|\.~)")


class Archive:
    """The archive ``data``. ``names`` are its files, in its order: relative paths with slashes that never lead out of a
    folder, each once; what systems and editors leave lying is left out. Raises Unreadable where it can't be read at all.
    """

    def __init__(self, data: bytes) -> None:
        limits.check_file(data)
        self._zip = open_zip(data)
        self._entries = [e for e in self._zip.infolist() if not e.is_dir() and not _LITTER.search(_name(e))]
        if len(self._entries) > limits.ARCHIVE_FILES:
            raise limits.too_large(f"压缩包里超过 {limits.ARCHIVE_FILES} 个文件")
        if sum(e.file_size for e in self._entries) > limits.ARCHIVE_BYTES:
            raise limits.too_large(f"压缩包解开后大于 {limits.ARCHIVE_BYTES // limits.MEGABYTE} MB")
        names: dict[str, None] = {}
        for entry in self._entries:
            names[_unused(_safe(_name(entry)), names)] = None
        self.names = tuple(names)

    def content(self, number: int) -> bytes | Unreadable:
        """What the file at ``names[number]`` consists of, or why it can't be had."""
        try:
            content = read_member(self._zip, self._entries[number], limits.FILE_BYTES)
        except Unreadable as error:
            return error
        if sniff(content) == "zip":
            return Unreadable("压缩包里还有压缩包", "请把里面的压缩包解开，再检查其中的材料。")
        return content


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as its author saw it: UTF-8 where the entry says so, else what Chinese Windows writes."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return entry.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _safe(name: str) -> str:
    """``name`` without drive, root, ``..`` and control characters."""
    steps = re.split(r"[/\\]", re.sub(r"[\x00-\x1f\x7f]", "", name))
    kept = [step.replace(":", "_") for step in steps if step.strip(". ")]
    return "/".join(kept) or "无名文件"


def _unused(name: str, used: Container[str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    number = 2
    fresh = name
    while fresh in used:
        fresh = f"{stem} ({number}){dot}{suffix}" if dot else f"{name} ({number})"
        number += 1
    return fresh
