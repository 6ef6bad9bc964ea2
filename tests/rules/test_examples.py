"""Every example of the rule book, run: a bad one trips its rule and no other, a good one trips nothing."""

import dataclasses
import re
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker.data import rules_folder
from checker.engine import Engine
from checker.packs import load_packs
from checker.policy import Policy
from checker.report import ReportedFinding
from checker.rulebook import Example, rules
from tests.rules.frames import placed

_CHECKER = Path(__file__).parents[2] / "checker"


@cache
def reported() -> frozenset[str]:
    """The codes that something in the program or in a word list reports."""
    sources = [*_CHECKER.rglob("*.py"), *(Path(str(rules_folder())) / "wordlists").glob("*.toml")]
    return frozenset(re.findall(r"[\"']([ESDCPWNX]\d{3})[\"']", "\n".join(p.read_text("utf-8") for p in sources)))


@cache
def engine(*, explanations: bool = False) -> Engine:
    """``explanations``: with a pack that demands them, which no built-in one does."""
    packs = load_packs()
    if explanations:
        own = packs["minzhu-2022"]
        packs["minzhu-2022"] = replace(own, demands=replace(own.demands, explanations=True))
    return Engine(packs)


def findings(code: str, example: Example) -> tuple[ReportedFinding, ...]:
    """What is said of ``example``; of a rule that is off by default as if it had been asked for alone."""
    made = engine(explanations=code == "S122")
    if not rules()[code].default:
        made = dataclasses.replace(made, policy=Policy(select=frozenset((code,))))
    return made.check(placed(example).encode(), "example.md", "example.md").findings


def examples(which: str) -> list[object]:
    return [
        pytest.param(code, example, id=f"{code}-{which}-{number}")
        for code, rule in rules().items()
        for number, example in enumerate(getattr(rule, which), 1)
        if example.place != "batch"
    ]


@pytest.mark.parametrize(("code", "example"), examples("bad"))
def test_a_bad_example_trips_its_rule_only(code: str, example: Example) -> None:
    if code not in reported():
        pytest.skip(f"nothing reports {code} yet")
    found = findings(code, example)
    assert {f.code for f in found} == {code, *example.also}, [(f.code, f.excerpt, f.message) for f in found]
    assert example.excerpt in [f.excerpt for f in found] or not example.excerpt


@pytest.mark.parametrize(("code", "example"), examples("good"))
def test_a_good_example_trips_nothing(code: str, example: Example) -> None:
    assert [(f.code, f.excerpt, f.message) for f in findings(code, example)] == []


@pytest.mark.parametrize("kind", ["individual", "group"])
def test_the_sound_submissions_are_sound(kind: str) -> None:
    name = {"individual": "frame.md", "group": "frame-group.md"}[kind]
    report = engine().check((_CHECKER.parent / "fixtures" / name).read_bytes(), name, name)
    assert [(f.code, f.excerpt, f.message) for f in report.findings] == []
    assert report.kind == kind


def test_every_code_that_is_reported_has_a_record() -> None:
    assert reported() <= set(rules())


def test_every_rule_has_examples() -> None:
    assert [rule.code for rule in rules().values() if not (rule.bad and rule.good)] == []
