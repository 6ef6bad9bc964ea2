"""A text read once: its clauses, and the cues whose conditions hold in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from checker.evidence.clauses import Clause, Clauses, cut
from checker.evidence.literals import Literals
from checker.evidence.records import Record, records
from checker.outline.model import Kind

_LONGEST_TAIL = 8


class Found(NamedTuple):
    """A cue at ``start`` to ``end`` of the normalised text (0-based, end exclusive), in clause number ``clause``."""

    record: Record
    start: int
    end: int
    clause: int


@dataclass(frozen=True, slots=True)
class Reading:
    """``found`` has the cues by the file that they come from, in the order of the text."""

    text: str
    kind: Kind
    clauses: Clauses
    found: Mapping[str, Sequence[Found]]


@cache
def _literals(files: frozenset[str]) -> Literals:
    return Literals(r for r in records() if r.file in files)


def read(text: str, kind: Kind, files: Iterable[str]) -> Reading:
    """The cues of ``files`` in normalised ``text`` of an individual's or a group's material."""
    clauses = cut(text)
    found: dict[str, list[Found]] = defaultdict(list)
    for start, end, record in _literals(frozenset(files)).find(text):
        if kind in record.kinds:
            number = clauses.at(start)
            if stop := _holds(record, text, start, end, clauses.order[number]):
                found[record.file].append(Found(record, start, stop, number))
    for some in found.values():
        some.sort(key=lambda f: (f.start, -f.end))
    return Reading(text, kind, clauses, found)


def _holds(record: Record, text: str, start: int, end: int, clause: Clause) -> int:
    """Where the cue that begins with the word at ``start`` to ``end`` ends; 0 where its conditions don't hold."""
    first, last = clause.start, clause.end
    if (
        start - first > record.near_start
        or (record.not_before and text.endswith(record.not_before, first, start))
        or (record.before and not text.endswith(record.before, first, start))
    ):
        return 0
    if record.then:
        tail = record.tail.search(text, end, min(end + record.gap + _LONGEST_TAIL, last))
        if not tail or tail.start() > end + record.gap or any(w in text[end : tail.start()] for w in record.between):
            return 0
        end = tail.end()
    if (record.not_after and text.startswith(record.not_after, end)) or (
        record.after and not text.startswith(record.after, end)
    ):
        return 0
    if record.without or record.beside:
        words = text[first:last]
        if any(w in words for w in record.without) or (record.beside and not any(w in words for w in record.beside)):
            return 0
    return end
