"""JUnit XML, read by junitparser and lxml."""

from collections.abc import Iterator
from typing import Any

import pytest
from junitparser import JUnitXml
from lxml import etree

from checker.reports import junit
from tests.gate.build import everything, file, finding, report, whole


def read(made: Any) -> JUnitXml:
    return JUnitXml.fromstring(junit.render(made).encode())


def cases(made: Any) -> Iterator[tuple[str, str]]:
    """(rule, outcome) of each case; an empty outcome is a pass."""
    for suite in read(made):
        for case in suite:
            yield case.name, "".join(type(r).__name__ for r in case.result)


def test_a_suite_a_file_and_the_counts_are_right() -> None:
    xml = read(everything())
    assert [s.name for s in xml] == ["材料/某局-张三.md", "材料/某处 李四,50%.docx", "材料/坏.docx", "材料/好.txt"]
    assert (xml.tests, xml.failures, xml.errors) == (7, 1, 1)
    assert [(s.tests, s.failures, s.errors, s.skipped) for s in xml] == [
        (4, 1, 0, 1),
        (1, 0, 0, 0),
        (1, 0, 1, 0),
        (1, 0, 0, 0),
    ]
    counted = [(s.tests, s.failures, s.errors, s.skipped) for s in xml]
    xml.update_statistics()
    assert [(s.tests, s.failures, s.errors, s.skipped) for s in xml] == counted


def test_a_clean_file_passes() -> None:
    assert list(cases(report(file("好.md")))) == [("检查", "")]


def test_red_is_what_fails_the_check() -> None:
    found = (finding("P405", "warning"), whole("D201", "error"), finding("W507", "info"))
    by_threshold = {
        f: dict(cases(report(file("a.md", *found), fail_on=f))) for f in ("error", "warning", "info", "never")
    }
    red = {f: sorted(n[:4] for n, outcome in c.items() if outcome == "Failure") for f, c in by_threshold.items()}
    assert red == {"error": ["D201"], "warning": ["D201", "P405"], "info": ["D201", "P405", "W507"], "never": []}


def test_findings_of_a_rule_share_a_case_and_what_does_not_fail_is_said() -> None:
    (suite,) = read(report(file("a.md", finding(), finding(line=9, message="“部分干部”没有说是谁"))))
    (case,) = suite
    assert case.system_out.splitlines()[0] == "第 5 行：“有的同志”没有说是谁"
    assert "第 9 行：“部分干部”没有说是谁" in case.system_out


def test_suppressed_ones_are_skipped_with_the_reason() -> None:
    (suite,) = read(report(file("a.md", finding(suppressed="基线"))))
    (case,) = suite
    assert case.result[0].message == "基线"


def test_unreadable_is_red_whatever_the_threshold() -> None:
    made = report(file("坏.docx", whole("E001"), status="unreadable"), fail_on="never")
    assert list(cases(made)) == [("E001 missing-dimension", "Error")]


@pytest.mark.parametrize("text", ["\x0b\x00<b>&]]>", "\ud800", "“引”\r\n第二行"])
def test_any_text_gives_well_formed_xml(text: str) -> None:
    made = report(file(f"{text}.md", whole(message=text, suggestion=text), finding(suppressed=text)))
    etree.fromstring(junit.render(made).encode())
