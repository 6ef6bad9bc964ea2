"""Every style of headings and numbers that offices write: sections, dimensions and items come out the same."""

import pytest

from tests.outline.build import (
    CAUSES,
    MEASURES,
    PROBLEM_LEADS,
    dimensions,
    leads,
    material,
    recognised,
    sections,
)

HEADINGS = {
    "with 在 and 方面": "（一）在带头X方面",
    "with a full stop": "（一）在带头X方面。",
    "as the notice has it": "（一）带头X",
    "bare words": "（一）X",
    "with what is asked": "（一）带头X方面存在的主要问题",
    "with a colon": "（一）带头X方面：",
    "half-width brackets": "(一)带头X方面",
    "Arabic number": "1.带头X方面",
    "Arabic number with 、": "1、带头X方面",
    "ordinal": "第一，带头X方面",
    "ordinal with 、": "第一、带头X方面",
    "一是": "一是带头X方面",
    "no number": "带头X方面",
    "no number, no 方面": "带头X",
    "no number, a full stop": "带头X方面。",
    "running on": "（一）在带头X方面。…",
    "running on without 方面": "（一）带头X。…",
    "running on after an Arabic number": "1.带头X方面。…",
    "running on after a colon": "（一）带头X方面：…",
    "running on after an ordinal": "第一，带头X方面。…",
    "running on without a number": "在带头X方面。…",
}
ITEMS = {
    "一是": "一是X",
    "Arabic": "1.X",
    "bracketed Arabic": "（1）X",
    "circled": "①X",
    "ordinal": "第一，X",
    "其一": "其一，X",
}


def combinations() -> list[object]:
    """Headings and items never have numbers of one kind."""
    return [
        pytest.param(heading, item, id=f"{a} / {b}")
        for a, heading in HEADINGS.items()
        for b, item in ITEMS.items()
        if heading[0] != item[0] or heading[0] in "（("
    ]


def the_whole_is_recognised(text: str, *, markdown: bool = False) -> None:
    found = recognised(text, markdown=markdown)
    assert found.pack == "minzhu-2024"
    assert sections(found) == ["opening", "problems", "causes", "measures"]
    assert dimensions(found) == ["d1", "d2", "d3", "d4"]
    assert leads(found, "problems") == PROBLEM_LEADS
    assert leads(found, "causes") == [words.split("。")[0] for words in CAUSES]
    assert leads(found, "measures") == [words.split("，")[0] for words in MEASURES]


@pytest.mark.parametrize(("heading", "item"), combinations())
def test_each_item_in_its_paragraph(heading: str, item: str) -> None:
    the_whole_is_recognised(material(heading, item))


@pytest.mark.parametrize(("heading", "item"), combinations())
def test_all_items_in_one_paragraph(heading: str, item: str) -> None:
    the_whole_is_recognised(material(heading, item, together=True))


@pytest.mark.parametrize("heading", [h for h in HEADINGS.values() if not h.endswith("…")], ids=lambda h: h)
def test_items_without_numbers_are_paragraphs(heading: str) -> None:
    the_whole_is_recognised(material(heading, "X"))


@pytest.mark.parametrize(
    "section",
    ["一、X", "一.X", "一，X", "一：X", "（一）X", "1.X", "第一，X", "X", "一、X：", "一、X。", "一 、 X"],
)
def test_numbers_of_sections(section: str) -> None:
    heading = {"（": "1.带头X方面", "1": "（一）带头X方面"}.get(section[0], "（一）带头X方面")
    the_whole_is_recognised(material(heading, "一是X", section=section))


@pytest.mark.parametrize(
    "names",
    [
        ("存在的主要问题", "原因剖析", "整改措施"),
        ("存在的突出问题", "问题产生的原因", "下一步努力方向"),
        ("查摆的问题", "根源剖析", "今后努力方向和整改措施"),
        ("问题查摆", "产生问题的原因分析", "改进措施"),
        ("对照检查情况", "产生问题的主要根源", "努力方向及改进措施"),
        ("检视的问题", "存在问题的原因", "下一步整改方向"),
        ("主要问题和不足", "思想根源剖析", "下步打算"),
        ("对照检查出的差距和不足", "问题原因分析", "整改方向和措施"),
        ("对照“四个带头”查摆出的突出问题", "党性分析", "整改的措施"),
        ("存在的问题和不足", "深层次原因剖析", "具体整改措施"),
        ("自我检视", "问题根源", "怎么改"),
    ],
)
def test_names_of_sections(names: tuple[str, str, str]) -> None:
    the_whole_is_recognised(material(names=names))


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("**（一）带头X方面**", "**一、X**"),
        ("**（一）带头X方面。**…", "**一、X**"),
        ("### （一）带头X方面", "## 一、X"),
        ("### 带头X", "## X"),
        ("**带头X方面**", "**X**"),
        ("**带头X方面**", "## X"),
        ("（一）带头X方面", "# 一、X"),
        ("**1.带头X**", "## **一、X**"),
    ],
)
def test_markdown(heading: str, section: str) -> None:
    the_whole_is_recognised(material(heading, "一是X", section=section), markdown=True)


@pytest.mark.parametrize(
    ("heading", "item"), [("（一）带头X方面", "一是X"), ("带头X方面", "X"), ("1.带头X。…", "（1）X")]
)
def test_blank_lines_and_indents_change_nothing(heading: str, item: str) -> None:
    the_whole_is_recognised(material(heading, item).replace("\n", "\n\n　　"))
