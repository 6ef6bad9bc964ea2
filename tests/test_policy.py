"""What counts: selection, severity, and suppression with a reason."""

from dataclasses import replace
from pathlib import Path

import pytest

from checker.config import Suppression
from checker.data import DataError
from checker.document import Comment
from checker.finding import Severity
from checker.idle import unused
from checker.policy import Policy, expand_codes, suppress
from checker.report import Place, ReportedFinding
from checker.rulebook import rules
from tests.gate.build import finding as built


def finding(
    code: str = "W503", severity: Severity = "error", excerpt: str = "错话", *paragraphs: int
) -> ReportedFinding:
    places = tuple(Place(p, 0, 2) for p in paragraphs)
    return built(code, severity, name=rules()[code].name, excerpt=excerpt, places=places)


# selection


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["W503"], {"W503"}),
        (["w503"], {"W503"}),
        (["fixed-phrase"], {"W503"}),
        (["Fixed-Phrase"], {"W503"}),
        (["S12"], {"S120", "S121", "S122"}),
        (["W501, W502"], {"W501", "W502"}),
        (["W501", " S101 ", ""], {"W501", "S101"}),
        ([], set()),
    ],
)
def test_codes_beginnings_and_names(words: list[str], codes: set[str]) -> None:
    assert expand_codes(words, rules()) == codes


def test_a_family_is_all_its_codes() -> None:
    assert expand_codes(["D"], rules()) == {code for code in rules() if code[0] == "D"}


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("W5O3", "W503"),
        ("w5o3", "W503"),
        ("fixed-phrases", "fixed-phrase"),
        ("missing-dimenson", "missing-dimension"),
        ("D21", "D201"),
    ],
)
def test_the_nearest_is_offered(word: str, near: str) -> None:
    with pytest.raises(DataError, match=rf"没有 {word} 这条规则；您是不是想写 {near}？"):
        expand_codes([word], rules())


def test_where_none_is_near_all_are_offered() -> None:
    with pytest.raises(DataError, match=r"可用：.*D201.*W503"):
        expand_codes(["问题"], rules())


@pytest.mark.parametrize(
    ("policy", "wanted", "unwanted"),
    [
        (Policy(), "W503 D201", ""),
        (Policy(select=frozenset({"D201"})), "D201", "W503"),
        (Policy(ignore=frozenset({"D201"})), "W503", "D201"),
        (Policy(select=frozenset({"D201"}), ignore=frozenset({"D201"})), "", "D201 W503"),
        (Policy(ignore=frozenset({"W503"}), mandatory=frozenset({"W503"}), enforced=True), "W503", ""),
        (Policy(select=frozenset({"D201"}), mandatory=frozenset({"W503"}), enforced=True), "W503 D201", "S101"),
        (Policy(ignore=frozenset({"W503"}), mandatory=frozenset({"W503"})), "", "W503"),
    ],
)
def test_what_is_reported(policy: Policy, wanted: str, unwanted: str) -> None:
    assert [code for code in wanted.split() if not policy.wants(code)] == []
    assert [code for code in unwanted.split() if policy.wants(code)] == []


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [("error", "error"), ("warning", "error warning"), ("info", "error warning info"), (None, "")],
)
def test_what_fails(fail_on: Severity | None, failing: str) -> None:
    policy = Policy(fail_on=fail_on)
    severities: tuple[Severity, ...] = ("error", "warning", "info")
    assert " ".join(s for s in severities if policy.fails([finding(severity=s)])) == failing
    assert not policy.fails([])
    assert not policy.fails([replace(finding(), suppressed="引用原文")])


# suppression

IGNORE = Suppression("往年/*.txt", "W503", "引用原文")


@pytest.mark.parametrize(
    ("entry", "path", "suppressed"),
    [
        (IGNORE, "往年/甲.txt", True),
        (IGNORE, "往年/深/甲.txt", True),
        (IGNORE, "甲.txt", False),
        (Suppression("甲.txt", "W503", "引用原文"), "往年/甲.txt", True),
        (Suppression("往年", "W503", "引用原文"), "往年/甲.txt", True),
        (Suppression("往年/", "W503", "引用原文"), "往年/甲.txt", True),
        (Suppression("*", "fixed-phrase", "引用原文"), "甲.txt", True),
        (Suppression("*", "w503", "引用原文"), "甲.txt", True),
        (Suppression("*", "W502", "引用原文"), "甲.txt", False),
        (Suppression("*", "W503", "引用原文", "错话"), "甲.txt", True),
        (Suppression("*", "W503", "引用原文", "别的话"), "甲.txt", False),
    ],
)
def test_the_configuration_suppresses(entry: Suppression, path: str, suppressed: bool, tmp_path: Path) -> None:
    policy = Policy(suppressions=(entry,), folder=tmp_path)
    ((found,), idle) = suppress([finding()], str(tmp_path / path), (), policy)
    assert found.suppressed == ("引用原文" if suppressed else None)
    assert idle == ()
    left = unused([entry], [(str(tmp_path / path), [found])], policy)
    assert (left == ()) == suppressed
    assert all("没有用到" in sentence for sentence in left)


@pytest.mark.parametrize(
    ("comment", "paragraphs", "suppressed"),
    [
        (Comment(3, ("W503",), "引用原文", 9), (3,), True),
        (Comment(3, ("W501", "w503"), "引用原文", 9), (3, 3), True),
        (Comment(3, ("fixed-phrase",), "引用原文", 9), (3,), True),
        (Comment(None, ("W503",), "引用原文", 9), (3, 4), True),
        (Comment(None, ("W503",), "引用原文", 9), (), True),
        (Comment(3, ("W503",), "引用原文", 9), (4,), False),
        (Comment(3, ("W503",), "引用原文", 9), (3, 4), False),
        (Comment(3, ("W503",), "引用原文", 9), (), False),
        (Comment(3, ("W502",), "引用原文", 9), (3,), False),
        (Comment(3, ("W503",), "", 9), (3,), False),
    ],
)
def test_a_comment_suppresses(comment: Comment, paragraphs: tuple[int, ...], suppressed: bool) -> None:
    ((found,), idle) = suppress([finding("W503", "error", "错话", *paragraphs)], "甲.md", [comment], Policy())
    assert found.suppressed == ("引用原文" if suppressed else None)
    assert (idle == ()) == suppressed
    assert all("第9行" in sentence for sentence in idle)


def test_a_mandatory_rule_is_never_suppressed() -> None:
    policy = Policy(mandatory=frozenset({"W503"}), suppressions=(Suppression("*", "W503", "引用原文"),))
    comment = Comment(None, ("W503",), "引用原文", 9)
    ((found,), idle) = suppress([finding()], "甲.md", [comment], policy)
    assert found.suppressed is None
    assert "不能豁免" in idle[0]
