"""Reports on thousands of files are written piece by piece: memory doesn't grow with every text of every file."""

import json
import tracemalloc
from dataclasses import replace

import pytest

from checker.batch import make_report
from checker.kept import Kept
from checker.report import Report
from checker.reports import json as report_json
from checker.reports import parts, render
from checker.reports.streamed import streamed
from tests.reports.builder import submission


def many(number: int) -> Report:
    return make_report(Kept(replace(submission(), path=f"{n}.docx", paragraphs=()) for n in range(number)))


def peak(report: Report, form: str) -> int:
    """The most memory that writing ``report`` takes, in bytes, besides what it gives."""
    for _ in parts(many(2), form):  # what is loaded once
        pass
    tracemalloc.start()
    for _ in parts(report, form):
        pass
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_memory_stays_the_same(form: str) -> None:
    size = len(render(many(400), form))
    assert size > 2_000_000
    assert peak(many(400), form) < 1.5 * peak(many(20), form) + 200_000 < size


def test_a_page_takes_little_more_than_its_register() -> None:
    assert (peak(many(600), "html") - peak(many(310), "html")) / 290 < 12_000


@pytest.mark.parametrize("form", ["json", "sarif", "html", "text", "csv"])
def test_pieces_are_the_whole(form: str) -> None:
    report = many(3)
    whole = render(report, form)
    pieces = list(parts(report, form))
    assert (b"".join(pieces) if isinstance(whole, bytes) else "".join(pieces)) == whole  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [0, 1, 3])
def test_it_is_well_formed_whatever_the_number(number: int) -> None:
    for form in ("json", "sarif"):
        text = render(many(number), form)
        assert isinstance(text, str)
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
    assert len(json.loads(report_json.render(many(number)))["files"]) == number


def test_words_that_look_like_the_frame_do_no_harm() -> None:
    frame = {"a": '\n  "b": []', "b": [], "c": "\u2028\x0b"}
    written = "".join(streamed(frame, 1, {"b": [{"x": 'y\n  "b": []\u2028'}, []]}))
    assert json.loads(written) == {**frame, "b": [{"x": 'y\n  "b": []\u2028'}, []]}
