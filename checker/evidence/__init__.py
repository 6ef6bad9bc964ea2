"""见人、见事、见思想 in one item: who answers for it, what happened, what the author thought, each with the words that show it.

The definitions are those by which the accuracy corpus is labelled (docs/accuracy.md); the words are the cues of ``rules/cues/``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.evidence.measures import commits
from checker.evidence.place import without_number
from checker.evidence.praise import praise_end, praise_outweighs
from checker.evidence.reading import Found, Reading, read
from checker.evidence.subject import Subjects
from checker.normal import Normal
from checker.outline.model import Item, Kind

__all__ = ["Cue", "Evidence", "commits", "decide", "evidence", "praise_outweighs"]

_FILES = ("thought", "event", "person", "praise", "subject")
_QUOTED = re.compile(r"\"[^\"]{0,60}\"")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of an item that show a person, an event or a thought; offsets in ``Item.text`` as written (0-based, end exclusive)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    person: tuple[Cue, ...]
    event: tuple[Cue, ...]
    thought: tuple[Cue, ...]

    @property
    def complete(self) -> bool:
        return bool(self.person and self.event and self.thought)


def evidence(item: Item, normal: Normal, kind: Kind) -> Evidence:
    """The evidence in ``item`` of an individual's or a group's material; ``normal`` is its text normalised."""
    decided = decide(*without_number(item, normal), kind)

    def cues(found: Iterable[Found]) -> tuple[Cue, ...]:
        places = dict.fromkeys(normal.original(f.start, f.end) for f in found)
        return tuple(Cue(item.text[start:end], start, end) for start, end in places)

    return Evidence(cues(decided["person"]), cues(decided["event"]), cues(decided["thought"]))


def decide(text: str, breaks: Iterable[int], kind: Kind) -> Mapping[str, list[Found]]:
    """The cues that count in the normalised ``text`` of a problem, whose lines end at ``breaks``, by flag."""
    reading = read(text, kind, _FILES, breaks)
    subjects = Subjects(reading)
    thoughts = [
        f for f in reading.found.get("thought", ()) if subjects.at(f.start, f.clause) not in ("others", "vague")
    ]
    return {
        "person": [*_persons(reading, subjects), *_thinkers(reading, thoughts)],
        "event": list(_events(reading)),
        "thought": thoughts,
    }


def _persons(reading: Reading, subjects: Subjects) -> Iterator[Found]:
    """Who is named, but not in praise whose sentence ends before the fault, nor in quotation marks."""
    end = praise_end(reading)
    praised = end if reading.text[end - 1 : end] in tuple("。！；") else 0
    quoted = [m.span() for m in _QUOTED.finditer(reading.text)]
    at = 0
    for found in reading.found.get("person", ()):
        while at < len(quoted) and quoted[at][1] <= found.start:
            at += 1
        inside = at < len(quoted) and quoted[at][0] < found.start
        reflexive = reading.text.startswith("自", found.start) and subjects.at(found.start, found.clause) == "others"
        if found.start >= praised and not inside and not reflexive:
            yield found


def _thinkers(reading: Reading, thoughts: Iterable[Found]) -> Iterator[Found]:
    """In an individual's narrative, the verbs of thinking whose thinker isn't named: the author."""
    return (f for f in thoughts if f.record.thinks and reading.kind == "individual")


def _events(reading: Reading) -> Iterator[Found]:
    praised = praise_end(reading, least=1)
    return (f for f in reading.found.get("event", ()) if f.start >= praised and f.record.id != "event.example")
