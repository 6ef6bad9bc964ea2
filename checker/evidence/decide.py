"""Which of the cues that stand in a problem count: whose thought it is, who answers, what is fault and what is praise."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import log

from checker.evidence.praise import Praise
from checker.evidence.reading import Found, Reading
from checker.evidence.records import Record
from checker.evidence.subject import Subjects
from checker.evidence.weigh import log_odds
from checker.linear import Linear

FILES = ("thought", "event", "person", "praise", "subject")
_QUOTED = re.compile(r"\"[^\"]{0,60}\"")
_ENDS = "。！；"
_GENERAL = log(0.05 / 0.95)
_TOLD = log(0.6 / 0.4)
WEIGHED = Record("event.weighed", yes=())


def decide(reading: Reading, model: Linear | None = None) -> Mapping[str, list[Found]]:
    """The cues that count in a problem, by flag (person, event, thought). The reading needs the cues of ``FILES``; ``model`` weighs its clauses, without it
    the cues decide alone."""
    subjects, praise = Subjects(reading), Praise(reading)
    thoughts = [
        f for f in reading.found.get("thought", ()) if subjects.at(f.start, f.clause) not in ("others", "vague")
    ]
    return {
        "person": [*_persons(reading, subjects, praise.end()), *_thinkers(reading, thoughts)],
        "event": _events(reading, praise.end(least=1), model),
        "thought": thoughts,
    }


def _persons(reading: Reading, subjects: Subjects, end: int) -> Iterator[Found]:
    """Who is named, but not in praise whose sentence ends before the fault, nor in quotation marks."""
    praised = end if end and reading.text[end - 1] in _ENDS else 0
    quoted = [m.span() for m in _QUOTED.finditer(reading.text)]
    at = 0
    for found in reading.found.get("person", ()):
        while at < len(quoted) and quoted[at][1] <= found.start:
            at += 1
        inside = at < len(quoted) and quoted[at][0] < found.start
        if found.start >= praised and not inside and not _of_others(reading, subjects, found):
            yield found


def _of_others(reading: Reading, subjects: Subjects, found: Found) -> bool:
    """Whether 自己 or 自身 means somebody else."""
    return reading.text[found.start] == "自" and subjects.at(found.start, found.clause) == "others"


def _thinkers(reading: Reading, thoughts: Iterable[Found]) -> Iterator[Found]:
    """In an individual's narrative, the verbs of thinking whose thinker isn't named: the author."""
    return (f for f in thoughts if f.record.thinks and reading.kind == "individual")


def _events(reading: Reading, praised: int, model: Linear | None) -> list[Found]:
    """The cues of events outside the praise, without those in clauses that the model is sure to be general; where none is left, the
    clauses of which it is sure that they tell something. The heaviest clause comes first."""
    found = [f for f in reading.found.get("event", ()) if f.start >= praised]
    if model is None:
        return found
    order = reading.clauses.order

    @cache
    def weight(clause: int) -> float:
        return log_odds(model, reading.text[order[clause].start : order[clause].end])

    found = [f for f in found if weight(f.clause) > _GENERAL] or [
        Found(WEIGHED, c.start, c.end, n) for n, c in enumerate(order) if c.start >= praised and weight(n) > _TOLD
    ]
    return sorted(found, key=lambda f: -weight(f.clause))
