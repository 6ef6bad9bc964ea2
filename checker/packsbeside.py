"""Packs that lie beside the documents: a clerk puts 2026.toml into the folder, and that is all."""

import re
from pathlib import Path

from checker.config import FILE_NAME
from checker.files import start_of

_A_PACK = re.compile(rb"^\s*(?:\[\[\s*dimensions|extends\s*=)", re.MULTILINE)
_LONGEST = 200_000


def packs_beside(*folders: Path) -> tuple[Path, ...]:
    """The packs that lie directly in ``folders``, by name; other TOML files are nobody's business."""
    found: dict[Path, Path] = {}
    for folder in folders:
        if folder.is_dir():
            for file in sorted(folder.glob("*.toml")):
                if file.name != FILE_NAME and file.is_file() and _A_PACK.search(start_of(file, _LONGEST)):
                    found.setdefault(file.resolve(), file)
    return tuple(found.values())
