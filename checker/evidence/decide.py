"""Which of the cues that stand in a problem count: whose thought it is, who answers, what is fault and what is praise."""

import re
from collections.abc import Iterable, Iterator, Mapping

from checker.evidence.praise import praise_end
from checker.evidence.reading import Found, Reading
from checker.evidence.subject import Subjects

FILES = ("thought", "event", "person", "praise", "subject")
_QUOTED = re.compile(r"\"[^\"]{0,60}\"")
_ENDS = "。！；"


def decide(reading: Reading) -> Mapping[str, list[Found]]:
    """The cues that count in a problem, by flag (person, event, thought). The reading needs the cues of ``FILES``."""
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


def _events(reading: Reading) -> Iterator[Found]:
    praised = praise_end(reading, least=1)
    return (f for f in reading.found.get("event", ()) if f.start >= praised)
