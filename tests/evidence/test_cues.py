"""Every cue counts in its examples and in no counter-example; none is without use."""

import pytest

from checker.evidence.decide import FILES as PROBLEM
from checker.evidence.decide import decide
from checker.evidence.reading import read
from checker.evidence.records import FILES, Record, records
from checker.normal import normalise

FLAGS = ("person", "event", "thought")


def counts(record: Record, sentence: str) -> bool:
    """Whether the cue counts in ``sentence``: as evidence, or, where it is none, as found."""
    file = record.id.split(".")[0]
    kind = record.kinds[0]
    sentence = normalise(sentence).text
    found = (
        decide(read(sentence, kind, PROBLEM))[file]
        if file in FLAGS
        else read(sentence, kind, (file,)).found.get(file, ())
    )
    return any(f.record.id == record.id for f in found)


@pytest.mark.parametrize("record", records(), ids=lambda r: r.id)
def test_examples(record: Record) -> None:
    assert [s for s in record.yes if not counts(record, s)] == []
    assert [s for s in record.no if counts(record, s)] == []


def test_every_record_has_an_example() -> None:
    assert [r.id for r in records() if not r.yes] == []


def test_every_file_has_cues() -> None:
    assert {r.id.split(".")[0] for r in records()} == set(FILES)
