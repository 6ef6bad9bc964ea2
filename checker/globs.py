"""Globs as users write them for files of a folder tree."""

import os
from fnmatch import fnmatch
from pathlib import Path


def matches(path: str | Path, pattern: str, folder: Path | None = None) -> bool:
    """Whether ``pattern`` names the file ``path``: its path (from ``folder``, where given), its name, or a folder above it."""
    text = Path(os.path.relpath(path, folder) if folder is not None else path).as_posix()
    parts = text.split("/")
    wanted = pattern.rstrip("/")
    return fnmatch(text, wanted) or fnmatch(text, f"*/{wanted}") or any(fnmatch(part, wanted) for part in parts)
