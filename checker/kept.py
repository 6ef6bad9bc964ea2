"""Reports by the thousand, kept small: each is packed until somebody looks at it."""

import pickle
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import overload

from checker.report import FileReport


class Kept(Sequence[FileReport]):
    """A sequence that grows, and in which one may take the place of another. What is taken out of it is a copy, made anew each time."""

    def __init__(self, files: Iterable[FileReport] = ()) -> None:
        self._packed: list[bytes] = []
        self.extend(files)

    def append(self, file: FileReport) -> None:
        """Put ``file`` at the end."""
        self._packed.append(zlib.compress(pickle.dumps(file), 1))

    def __setitem__(self, index: int, file: FileReport) -> None:
        self._packed[index] = zlib.compress(pickle.dumps(file), 1)

    def extend(self, files: Iterable[FileReport]) -> None:
        """Put ``files`` at the end."""
        for file in files:
            self.append(file)

    def where(self, wanted: Callable[[FileReport], bool]) -> "Kept":
        """Those that are ``wanted``."""
        found = Kept()
        found._packed = [packed for packed, file in zip(self._packed, self, strict=True) if wanted(file)]
        return found

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, index: int) -> FileReport: ...
    @overload
    def __getitem__(self, index: slice) -> list[FileReport]: ...
    def __getitem__(self, index: int | slice) -> FileReport | list[FileReport]:
        if isinstance(index, slice):
            return [_unpacked(packed) for packed in self._packed[index]]
        return _unpacked(self._packed[index])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def without_text(file: FileReport) -> FileReport:
    """What tells whose submission it is, and nothing else."""
    return replace(file, findings=(), outline=None, coverage=None, scores=None, paragraphs=())


def _unpacked(packed: bytes) -> FileReport:
    file: FileReport = pickle.loads(zlib.decompress(packed))  # our own, never out of our memory
    return file
