"""Blanks that look like Markdown's emphasis stay in the text and are reported; emphasis doesn't and isn't."""

import pytest

from checker.readers import read
from tests.rules.build import pairs


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
