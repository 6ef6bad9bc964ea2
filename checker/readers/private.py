"""A folder for documents on their way through another program, which doesn't outlive the run."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX, _LOCK = "duizhao-", "lock"


@contextmanager
def private_folder() -> Iterator[Path]:
    """A new folder, removed at the end. What killed runs had to leave behind is removed at the beginning."""
    clear_stale()
    with (
        tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name,
        Path(name, _LOCK).open("wb") as lock,
    ):
        _locked(lock.fileno())
        yield Path(name)


def clear_stale() -> None:
    """Remove the folders whose runs are over: nobody holds their locks any more."""
    if not hasattr(os, "getuid"):
        return
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                continue
            with Path(folder, _LOCK).open("rb") as lock:
                if _locked(lock.fileno()):
                    shutil.rmtree(folder, ignore_errors=True)


def _locked(number: int) -> bool:
    """Whether the open file ``number`` is now ours alone."""
    try:
        import fcntl
    except ImportError:  # Windows
        return False
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
