"""Blanks that look like Markdown's emphasis stay in the text and are reported; emphasis doesn't and isn't."""

import pytest

from checker.readers import read
from tests.rules.build import found, pairs


def of_markdown(text: str) -> list[tuple[str, str]]:
    return pairs(*(paragraph.text for paragraph in read(text.encode(), "a.md").paragraphs))


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("会前与**镇党委书记谈心，到**村调研。", "**"),
        ("征求意见____条，走访____次。", "____"),
        ("又一个__年__月。", "__"),
    ],
)
def test_blanks(text: str, blank: str) -> None:
    assert of_markdown(text) == [("W501", blank)]


@pytest.mark.parametrize("text", ["**一是学习不够。**我总觉得差不多。", "我**总认为**差不多。", "__一、存在的问题__"])
def test_emphasis(text: str) -> None:
    assert of_markdown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "各部门（单位）要抓好落实。",
        "走得慢……再说，等一等……",
        "【问题】现场安全把关不够严格。",
        "（立行立改）",
        "一、存在问题…………………3",
        "通报的某县高标准农田建设领域腐败案。",
        "年月日都没有写清楚的台账有3本。",
        "登记同志姓名和电话。",
        "姓名：乔文斌　职务：科长",
        "待核实的线索有5条。",
        "撰写心得体会1篇（不少于1000字）。",
    ],
)
def test_brackets_and_dots_that_are_no_blanks(text: str) -> None:
    assert pairs(text) == []


def test_a_blank_says_what_is_missing() -> None:
    assert ["姓名" in finding.message for finding in found("会前与（姓名）谈心。")] == [True]
