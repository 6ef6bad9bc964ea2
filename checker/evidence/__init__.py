"""见人、见事、见思想 in one item: who answers for it, what happened, what the author thought, each with the words that show it.

The definitions are those by which the accuracy corpus is labelled (docs/accuracy.md); the words are the cues of ``rules/cues/``.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from checker.evidence.decide import FILES, decide
from checker.evidence.praise import Praise
from checker.evidence.reading import Found, read
from checker.linear import Linear
from checker.normal import Normal
from checker.outline.model import Item, Kind

__all__ = ["Cue", "Evidence", "commits", "evidence", "without_number"]


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


def evidence(item: Item, normal: Normal, kind: Kind, model: Linear) -> Evidence:
    """The evidence in ``item``, a problem of an individual's or a group's material; ``normal`` is its text normalised.

    ``model`` weighs whether a clause tells an event. The event's cues are in order of their weight, the others in that of the text.
    """
    reading = read(without_number(item, normal), kind, FILES)
    decided = decide(reading, model)

    def cues(found: Iterable[Found]) -> tuple[Cue, ...]:
        places = dict.fromkeys(normal.original(f.start, f.end) for f in found)
        return tuple(Cue(item.text[start:end], start, end) for start, end in places)

    return Evidence(
        cues(decided["person"]), cues(decided["event"]), cues(decided["thought"]), Praise(reading).outweighs()
    )


def without_number(item: Item, normal: Normal) -> str:
    """The normalised text of ``item`` with its number made blank, every offset kept."""
    width = bisect_left(normal.starts, len(item.marker))
    return "\u3000" * width + normal.text[width:]


def commits(text: str) -> bool:
    """Whether the normalised ``text`` of a measure has a number, a frequency, a date, a named person, place or document."""
    return bool(read(text, "individual", ("commitment",)).found)
