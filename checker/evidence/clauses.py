"""A text cut into clauses, once. Marks between quotation marks don't cut."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_CUT = re.compile(r"\"[^\"。！？；]{0,60}\"|[。！？；，：]")
_SENTENCE = "。！？；"
LONGEST = 120


class Clause(NamedTuple):
    """Characters ``start`` to ``end`` (0-based, end exclusive, without the mark) of sentence number ``sentence``."""

    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a text in its ``order``; ``starts`` are their beginnings."""

    order: Sequence[Clause]
    starts: Sequence[int]

    def at(self, place: int) -> int:
        """The number of the clause in which ``place`` lies."""
        return max(0, bisect_right(self.starts, place) - 1)


def cut(text: str) -> Clauses:
    """The clauses of ``text``: none is longer than ``LONGEST``."""
    ends = [(m.start(), m.end(), m[0] in _SENTENCE) for m in _CUT.finditer(text) if m[0][0] != '"']
    found: list[Clause] = []
    start = sentence = 0
    for end, following, stops in [*ends, (len(text), len(text), True)]:
        while end - start > LONGEST:
            found.append(Clause(start, start + LONGEST, sentence))
            start += LONGEST
        if end > start:
            found.append(Clause(start, end, sentence))
        start = max(start, following)
        sentence += stops
    return Clauses(found, [c.start for c in found])
