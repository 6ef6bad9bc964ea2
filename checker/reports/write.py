"""Writing a report file whole or not at all: whoever kills the program in the middle keeps the old file."""

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from checker.reports.mask import named
from checker.system_errors import reason


class WriteError(Exception):
    """A report couldn't be written; the message (Chinese) says which file and why. What stood there is untouched."""


def write_whole(path: Path, content: str | bytes | Iterable[str | bytes]) -> None:
    """Write ``content``, all of it or piece by piece (text as UTF-8, line ends as they are) to ``path``, replacing what is there, permissions kept.

    A link is followed. What is no ordinary file (a pipe, ``/dev/null``) is written to directly. Raises WriteError.
    """
    pieces = _bytes((content,) if isinstance(content, str | bytes) else content)
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.writelines(pieces)
        else:
            _replace(target, pieces)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        raise WriteError(f"写不了 {named(str(path))}：{_reason(path, error)}") from None


def _bytes(content: Iterable[str | bytes]) -> Iterator[bytes]:
    return (part.encode("utf-8", "replace") if isinstance(part, str) else part for part in content)


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            temporary.chmod(_permissions(target))
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)  # noqa: PTH105 - tests stop the program here
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _permissions(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _reason(path: Path, error: Exception) -> str:
    if isinstance(error, IsADirectoryError):
        return "这是一个文件夹"
    if not path.parent.is_dir():
        return "文件夹不存在"
    if isinstance(error, PermissionError):
        return "没有写入权限，或文件正被别的程序打开"
    return reason(error) if isinstance(error, OSError) else "链接绕成了圈"
