"""The engine for each file of a run: that of the nearest configuration."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from checker.engine import Engine


@dataclass(frozen=True)
class Engines:
    """``base`` goes for what nothing else is said of; ``nearest`` (folder → engine) for all that lies below its folders."""

    base: Engine
    nearest: Mapping[str, Engine]

    def of(self, path: str) -> Engine:
        """The engine that goes for the submission at ``path``, be it a file or a member of an archive."""
        folders: Iterator[str] = (folder.as_posix() for folder in PurePath(path).parents)
        return next((self.nearest[folder] for folder in folders if folder in self.nearest), self.base)
