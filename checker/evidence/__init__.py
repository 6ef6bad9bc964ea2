"""见人、见事、见思想 in one item: who answers for it, what happened, what the author thought, each with the words that show it.

The definitions are those by which the accuracy corpus is labelled (docs/accuracy.md); the words are the cues of ``rules/cues/``.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from checker.evidence.decide import FILES, decide
from checker.evidence.place import without_number
from checker.evidence.praise import praise_outweighs
from checker.evidence.reading import Found, read
from checker.normal import Normal
from checker.outline.model import Item, Kind

__all__ = ["Cue", "Evidence", "commits", "evidence"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of an item that show a person, an event or a thought; offsets in ``Item.text`` as written (0-based, end exclusive)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """``boasts``: the item's praise is longer than its problem."""

    person: tuple[Cue, ...]
    event: tuple[Cue, ...]
    thought: tuple[Cue, ...]
    boasts: bool = False

    @property
    def complete(self) -> bool:
        return bool(self.person and self.event and self.thought)


def evidence(item: Item, normal: Normal, kind: Kind) -> Evidence:
    """The evidence in ``item``, a problem of an individual's or a group's material; ``normal`` is its text normalised."""
    text, breaks = without_number(item, normal)
    reading = read(text, kind, FILES, breaks)
    decided = decide(reading)

    def cues(found: Iterable[Found]) -> tuple[Cue, ...]:
        places = dict.fromkeys(normal.original(f.start, f.end) for f in found)
        return tuple(Cue(item.text[start:end], start, end) for start, end in places)

    return Evidence(
        cues(decided["person"]), cues(decided["event"]), cues(decided["thought"]), praise_outweighs(reading)
    )


def commits(text: str) -> bool:
    """Whether the normalised ``text`` of a measure has a number, a frequency, a date, a named person, place or document."""
    return bool(read(text, "individual", ("commitment",)).found)
