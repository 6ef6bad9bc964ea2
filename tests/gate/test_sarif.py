"""SARIF, held to the schema of OASIS."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checker.reports import sarif
from checker.rulebook import rules
from tests.gate.build import everything, file, finding, report

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def run() -> Any:
    (only,) = json.loads(sarif.render(everything()))["runs"]
    return only


@pytest.mark.parametrize("made", [everything(), report(), report(file("/绝对/路径.md", finding()))])
def test_valid(made: Any) -> None:
    jsonschema.validate(json.loads(sarif.render(made)), SCHEMA)


def test_all_rules_are_told_and_pointed_at(run: Any) -> None:
    told = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in told] == list(rules())
    assert all(told[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert rules()["P405"].how in next(r for r in told if r["id"] == "P405")["help"]["text"]


def test_rule_that_the_book_does_not_know_is_still_a_result() -> None:
    (result,) = json.loads(sarif.render(report(file("a.md", finding("Z999")))))["runs"][0]["results"]
    assert result["ruleId"] == "Z999"
    assert "ruleIndex" not in result


def test_lines_where_the_file_has_them(run: Any) -> None:
    (location,) = run["results"][0]["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 5, "startColumn": 5, "snippet": {"text": "有的同志"}}
    (related,) = run["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 11


def test_paragraphs_where_it_has_none(run: Any) -> None:
    result = next(
        r for r in run["results"] if "%E6%9D%8E" in r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    )
    (location,) = result["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"] == [{"name": "第 3 段", "kind": "paragraph"}]


def test_every_result_has_a_file(run: Any) -> None:
    """GitHub refuses the whole log for one result without."""
    uris = {a["location"]["uri"] for a in run["artifacts"]}
    assert {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]} < uris
    assert len(uris) == 4
    assert not any(c in uri for uri in uris for c in " ,\\")


def test_suppressed_ones_are_carried_with_the_reason(run: Any) -> None:
    suppressed = [r for r in run["results"] if r["suppressions"]]
    assert [r["ruleId"] for r in suppressed] == ["W507"]
    assert suppressed[0]["suppressions"][0]["justification"].startswith("领导同意")


def test_levels_and_fingerprints(run: Any) -> None:
    by_code = {r["ruleId"]: r for r in run["results"]}
    assert [by_code[c]["level"] for c in ("D201", "W510", "W507")] == ["error", "warning", "note"]
    assert by_code["W510"]["partialFingerprints"]["duizhao/v1"] == "a" * 16
