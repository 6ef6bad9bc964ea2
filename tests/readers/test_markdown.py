"""Markdown → lines as a reader of the page sees them."""

import pytest

from checker.document import Paragraph
from checker.readers.text import document_of_text


def read(text: str) -> tuple[Paragraph, ...]:
    return document_of_text(text, markdown=True).paragraphs


@pytest.mark.parametrize(
    ("written", "text", "level"),
    [
        ("# 对照检查材料", "对照检查材料", 1),
        ("## 一、存在的问题", "一、存在的问题", 2),
        ("###### 六级", "六级", 6),
        ("##一、没有空格的标题", "一、没有空格的标题", 2),
        ("#　全角空格", "全角空格", 1),
        ("## 两边都有井号 ##", "两边都有井号", 2),
        ("## **加粗的标题**", "加粗的标题", 2),
        ("   ### 缩进三格", "缩进三格", 3),
        ("####### 七个井号不是标题", "####### 七个井号不是标题", 0),
        ("问题排第#1位", "问题排第#1位", 0),
    ],
)
def test_headings(written: str, text: str, level: int) -> None:
    (paragraph,) = read(written)
    assert (paragraph.text, paragraph.level) == (text, level)


@pytest.mark.parametrize(
    "end",
    [
        " {#problems}",
        "{#a}",
        " {.class}",
        " { #a .b k=v }",
        " {: #a}",
        " {-}",
        " {.unnumbered}",
        " {#a} ##",
        " ## {#a}",
    ],
)
def test_attributes_of_a_heading_are_no_part_of_it(end: str) -> None:
    (paragraph,) = read(f"## **一、存在的**问题{end}")
    assert (paragraph.text, paragraph.level) == ("一、存在的问题", 2)
    assert [paragraph.position(n) for n in (0, 5, 6)] == [(1, 6), (1, 13), (1, 14)]


def test_attributes_of_an_underlined_heading_go_too() -> None:
    assert [(p.text, p.level) for p in read("存在的问题 {#a}\n====\n\n正文。")] == [("存在的问题", 1), ("正文。", 0)]


@pytest.mark.parametrize("line", ["## 用 {甲} 表示", "## 集合{1，2}", "一段话 {#a}"])
def test_other_braces_stay(line: str) -> None:
    assert read(line)[0].text == line.removeprefix("## ")


@pytest.mark.parametrize(("rule", "level"), [("===", 1), ("------", 2)])
def test_a_line_underlined_is_a_heading(rule: str, level: int) -> None:
    first, second = read(f"对照检查材料\n{rule}\n\n正文在这里。")
    assert (first.text, first.level) == ("对照检查材料", level)
    assert second.text == "正文在这里。"


@pytest.mark.parametrize(
    ("written", "text", "bold"),
    [
        ("**一、存在的问题**", "一、存在的问题", True),
        ("__一、存在的问题__", "一、存在的问题", True),
        ("**一、**存在的问题", "一、存在的问题", False),
        ("**（一）政治方面。**一是学习不够。", "（一）政治方面。一是学习不够。", False),
        ("一是 *学习* 不够", "一是 学习 不够", False),
        ("**甲****乙**", "甲乙", False),
        ("**甲**和**乙**", "甲和乙", False),
        ("张*和李*两名同志", "张*和李*两名同志", False),
        ("***又粗又斜***", "又粗又斜", True),
        ("> 引用的话", "引用的话", False),
        (">> 引了两层", "引了两层", False),
        ("- 一是学习不够", "一是学习不够", False),
        ("* 一是学习不够", "一是学习不够", False),
        ("• 一是学习不够", "一是学习不够", False),
        ("1\\. 转义的序号", "1. 转义的序号", False),
        ("1. 写明的序号留着", "1. 写明的序号留着", False),
        ("　　两格缩进的段落", "两格缩进的段落", False),
        ("共有__个问题，整改__个", "共有__个问题，整改__个", False),
        ("file_name_2022.docx", "file_name_2022.docx", False),
        ("3 * 4 * 5", "3 * 4 * 5", False),
        ("[链接](http://example.com)留着", "[链接](http://example.com)留着", False),
        ("行尾的换行反斜杠\\", "行尾的换行反斜杠", False),
    ],
)
def test_marks_are_taken_off_and_words_stay(written: str, text: str, bold: bool) -> None:
    (paragraph,) = read(written)
    assert (paragraph.text, paragraph.bold) == (text, bold)


@pytest.mark.parametrize(
    "written",
    [
        "正文。\n\n---\n\n正文。",
        "正文。\n\n***\n\n正文。",
        "```\n正文。\n```\n正文。",
        "---\ntitle: 材料\ndate: 2023\n---\n正文。\n正文。",
        "正文。\n<!-- 编者的话 -->\n正文。",
        "正文。\r\n\r\n正文。\r\n",
    ],
)
def test_what_is_no_text_is_left_out(written: str) -> None:
    assert [p.text for p in read(written)] == ["正文。", "正文。"]


def test_a_table_keeps_its_rows() -> None:
    rows = [p.text for p in read("| 问题 | 措施 |\n|:---|---:|\n| 学习不够 | 每月一读 |")]
    assert [row.replace(" ", "") for row in rows] == ["|问题|措施|", "|学习不够|每月一读|"]


def test_front_matter_needs_keys() -> None:
    assert [p.text for p in read("---\n一、存在的问题\n---\n正文。")][-1] == "正文。"
    assert "一、存在的问题" in [p.text for p in read("---\n一、存在的问题\n---\n正文。")]


def test_a_heading_is_never_joined_with_what_follows() -> None:
    long = "一是学习不够深入，没有把自己摆进去，总想着上级的细则会来，读原著的时间让给了应酬和会议，学用两张皮"
    text = "\n".join(
        ["# 对照检查材料材料材料材料材料材料材料材料材料材料", *[long[i : i + 30] for i in range(0, len(long), 30)]] * 8
    )
    assert all(not p.level or p.text.endswith("材料") for p in read(text))
