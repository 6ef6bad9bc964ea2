"""The rule book: what may be an error, and what readers see of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from wcwidth import wcswidth

from checker.cli import group
from checker.rulebook import rules
from checker.ruledoc import page

DOCS = Path(__file__).parents[2] / "docs"


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(group, arguments)
    return result.exit_code, result.output


def test_only_a_notice_a_regulation_or_a_standard_makes_an_error() -> None:
    assert [r.code for r in rules().values() if r.severity == "error" and r.basis == "experience"] == []


def test_experience_never_speaks_of_regulations() -> None:
    own = [r for r in rules().values() if r.basis == "experience"]
    assert [r.code for r in own if not r.source.startswith("经验判断")] == []


def test_names_are_unique() -> None:
    assert len({rule.name for rule in rules().values()}) == len(rules())


@pytest.mark.parametrize("code", rules())
def test_every_rule_can_be_explained_in_80_columns(code: str) -> None:
    status, output = run("explain", code)
    assert status == 0
    assert rules()[code].what[:10] in output
    assert max(wcswidth(line) for line in output.split("\n")) <= 80


def test_a_rule_is_found_by_name_and_in_small_letters() -> None:
    assert run("explain", "fixed-phrase") == run("explain", "w503") == run("explain", "W503")


@pytest.mark.parametrize(("wrong", "near"), [("W530", "W5"), ("fixed-phrases", "fixed-phrase")])
def test_an_unknown_rule_names_the_nearest(wrong: str, near: str) -> None:
    status, output = run("explain", wrong)
    assert status == 2
    assert near in output


def test_all_rules_are_listed() -> None:
    status, output = run("rules")
    assert status == 0
    assert all(code in output for code in rules())
    assert max(wcswidth(line) for line in output.split("\n")) <= 80


def test_the_page_of_rules_is_fresh() -> None:
    assert (DOCS / "rules.md").read_text("utf-8") == page(), "run: python -m checker.ruledoc > docs/rules.md"
