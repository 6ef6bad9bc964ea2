"""The JSON report and its schema."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from checker.reports import json as report_json
from tests.gate.build import everything, file, finding, report, whole

SCHEMA = files("checker") / "reports" / "schema" / "report.schema.json"


def rendered(*args: Any, **kwargs: Any) -> Any:
    return json.loads(report_json.render(*args, **kwargs))


def test_schema_in_the_package_is_the_records() -> None:
    """Stale? ``python -c 'from checker.reports.json import schema; print(schema(), end="")'`` writes it anew."""
    assert SCHEMA.read_text("utf-8") == report_json.schema()


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(SCHEMA.read_text("utf-8")))


@pytest.mark.parametrize(
    "made", [everything(), report(), report(file(), fail_on="never"), report(file("a.md", whole()))]
)
def test_reports_keep_to_the_schema(made: Any) -> None:
    jsonschema.validate(rendered(made), json.loads(SCHEMA.read_text("utf-8")))


def test_schema_refuses_what_is_no_report() -> None:
    wrong = rendered(everything())
    wrong["files"][0]["findings"][0]["severity"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, json.loads(SCHEMA.read_text("utf-8")))


def test_fields_are_those_of_the_contract() -> None:
    first, word, unreadable, _ = rendered(everything())["files"]
    assert " ".join(first["findings"][0]) == (
        "code name severity message suggestion paragraph start end line column "
        "excerpt count suppressed fingerprint places"
    )
    problems, causes, measures = first["outline"]["sections"]
    item = problems["dimensions"][0]["items"][0]
    assert (item["person"], item["event"], item["thought"]) == (True, False, True)
    assert item["evidence"]["thought"][0]["start"] == 30
    assert "dimensions" not in item
    assert "concrete" not in item
    assert causes["items"][0]["dimensions"] == ["d1"]
    assert measures["items"][0]["concrete"] is False
    assert first["coverage"] == {"causes": {"covered": ["d1"], "uncovered": ["d4"]}}
    assert word["findings"][0]["line"] is None
    assert unreadable["status"] == "unreadable"
    assert "outline" not in unreadable


def test_the_text_itself_stays_out() -> None:
    written = report_json.render(everything())
    assert "paragraphs" not in written
    assert "近年来" not in written


def test_a_name_that_is_no_unicode_is_still_written() -> None:
    """Linux hands over undecodable bytes of a file's name as halves of characters."""
    (only,) = rendered(report(file("坏\udcff名.md", finding(excerpt="半\ud800字"))))["files"]
    assert only["path"] == "坏?名.md"
    assert only["findings"][0]["excerpt"] == "半?字"
