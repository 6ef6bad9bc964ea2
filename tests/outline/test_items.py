"""A body of text → its items: numbers, paragraphs, lead-ins, lists inside an item."""

from dataclasses import replace

import pytest

from checker.document import Document, Paragraph, Span
from checker.outline import outline
from checker.outline.items import lead_of
from checker.outline.model import Item
from tests.outline.build import CAUSES, MEASURES, OPENING, TITLE, knowledge

A = "学习不够深入，9月的研讨我请了假，总觉得业务要紧"
B = "担当不够有力，改造方案我压了8个月，怕得罪人"
C = "作风不够扎实，走访只到村委会，图的是省事"


def items(*paragraphs: str) -> tuple[Item, ...]:
    """The items of a problems section of these ``paragraphs`` in a whole material, the first of them counted as number 1."""
    before = (TITLE, OPENING, "一、存在的问题")
    after = ("二、原因分析", *(f"{w}。" for w in CAUSES), "三、努力方向", *(f"{w}。" for w in MEASURES))
    document = Document("txt", tuple(Paragraph(text) for text in (*before, *paragraphs, *after)))
    found = [item for s in outline(document, knowledge()).of("problems") for _, item in s.all_items()]
    return tuple(
        replace(item, parts=tuple(replace(part, paragraph=part.paragraph - len(before)) for part in item.parts))
        for item in found
    )


def texts(*paragraphs: str) -> list[str]:
    return [item.text for item in items(*paragraphs)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (f"一是{A}。", f"二是{B}。", f"三是{C}。"),
        (f"1.{A}。", f"2.{B}。", f"3.{C}。"),
        (f"（1）{A}。", f"（2）{B}。", f"（3）{C}。"),
        (f"①{A}。", f"②{B}。", f"③{C}。"),
        (f"第一，{A}。", f"第二，{B}。", f"第三，{C}。"),
        (f"其一，{A}。", f"其二，{B}。", f"其三，{C}。"),
        (f"首先，{A}。", f"其次，{B}。", f"最后，{C}。"),
        (f"（一）{A}。", f"（二）{B}。", f"（三）{C}。"),
        (f"一要{A}。", f"二要{B}。", f"三要{C}。"),
        (f"{A}。", f"{B}。", f"{C}。"),
    ],
)
def test_an_item_a_paragraph(paragraphs: tuple[str, ...]) -> None:
    assert texts(*paragraphs) == list(paragraphs)


@pytest.mark.parametrize(
    "numbers",
    ["一是 二是 三是", "1. 2. 3.", "（1） （2） （3）", "① ② ③", "第一， 第二， 第三，", "其一， 其二， 其三，"],
)
@pytest.mark.parametrize("end", ["。", "；"])
def test_items_in_one_paragraph(numbers: str, end: str) -> None:
    whole = [f"{n}{words}{end}" for n, words in zip(numbers.split(), (A, B, C), strict=True)]
    assert texts("".join(whole)) == whole


def test_a_paragraph_without_a_number_goes_on_with_the_item() -> None:
    assert texts(f"一是{A}。", f"后来{C}。", f"二是{B}。") == [f"一是{A}。\n后来{C}。", f"二是{B}。"]


def test_the_number_and_the_lead_are_told() -> None:
    first, second = items(f"一是{A}。二是{B}。")
    assert (first.marker, first.lead, first.parts) == ("一是", "一是学习不够深入", (Span(1, 0, len(A) + 3),))
    assert (second.marker, second.lead) == ("二是", "二是担当不够有力")


@pytest.mark.parametrize(
    "lead_in",
    [
        "主要有以下几个方面：",
        "主要表现在以下三个方面。",
        "对照要求，主要存在以下问题。",
        "具体表现为：",
        "原因主要有几点：",
        "下面逐条报告：",
    ],
)
def test_what_only_announces_is_no_item(lead_in: str) -> None:
    assert texts(lead_in, f"{A}。", f"{B}。") == [f"{A}。", f"{B}。"]
    assert texts(lead_in, f"一是{A}。", f"二是{B}。") == [f"一是{A}。", f"二是{B}。"]
    assert texts(f"{lead_in}一是{A}。二是{B}。") == [f"一是{A}。", f"二是{B}。"]


@pytest.mark.parametrize(
    "summary",
    ["以上问题，归结起来还是思想上放松了要求。", "上述问题的存在，我感到惭愧和不安。", "综上，问题出在党性上。"],
)
def test_what_only_sums_up_is_no_item(summary: str) -> None:
    assert texts(f"{A}。", f"{B}。", summary) == [f"{A}。", f"{B}。"]


def test_a_short_line_above_a_paragraph_is_no_item_of_its_own() -> None:
    found = items("学习抓得不紧", f"{A}。", "担当的劲头不足", f"{B}。")
    assert len(found) == 2
    assert [i.text.endswith(f"{words}。") for i, words in zip(found, (A, B), strict=True)] == [True, True]


@pytest.mark.parametrize(
    "nested",
    [
        f"1.{A}。具体有三种表现：（1）不愿学。（2）不会学。（3）学不进。",
        f"1.{A}。具体有三种表现：一是不愿学；二是不会学；三是学不进。",
    ],
)
def test_a_list_inside_an_item_is_no_items(nested: str) -> None:
    assert texts(nested, f"2.{B}。") == [nested, f"2.{B}。"]


def test_numbers_that_start_again_inside_an_item_stay_inside() -> None:
    nested = f"一是{A}。表现有：一是不愿学。二是不会学。"
    following = f"三是{C}。"
    assert texts(nested, f"二是{B}。", following)[-1] == following


@pytest.mark.parametrize(
    "paragraph",
    [
        "我分管的工作要害有两处，一是项目，二是资金，哪一处出了问题我都有责任，心里却总想着有人会盯。",
        "全年经费1.5万元，花在学习上的只有0.3万元。3月的培训我没有去，觉得耽误工作。",
        "我把学习当成一是一、二是二的任务，总觉得完成了就行。",
    ],
)
def test_numbers_in_running_text_divide_nothing(paragraph: str) -> None:
    assert texts(paragraph, f"{B}。") == [paragraph, f"{B}。"]


def test_an_aspect_in_the_same_paragraph_is_no_part_of_its_items() -> None:
    assert texts(f"（一）政治方面。一是{A}。二是{B}。") == [f"一是{A}。", f"二是{B}。"]


@pytest.mark.parametrize("paragraphs", [(), ("",), ("　",), ("主要有：",)])
def test_nothing_has_no_items(paragraphs: tuple[str, ...]) -> None:
    assert items(*paragraphs) == ()


@pytest.mark.parametrize(
    ("words", "skip", "lead"),
    [
        ("一是学习不够，联系实际不够。", 2, "一是学习不够"),
        ("一是学习不够。", 2, "一是学习不够"),
        ("（一）学习不够：表现在三个方面", 3, "（一）学习不够"),
        ("此外，在学习上也有差距，", 0, "此外，在学习上也有差距"),
        ("学习不够", 0, "学习不够"),
        ("学习不够\n担当不够。", 0, "学习不够"),
    ],
)
def test_the_lead_is_the_first_clause(words: str, skip: int, lead: str) -> None:
    assert lead_of(words, skip) == lead


def test_an_offset_of_an_item_leads_to_its_paragraph() -> None:
    (item, _) = items(f"一是{A}。", f"后来{C}。", f"二是{B}。")
    start = item.text.index("走访")
    assert item.locate(start, start + 2) == Span(2, 2 + C.index("走访"), 4 + C.index("走访"))
    assert item.locate(0, 2) == Span(1, 0, 2)
    assert item.locate(len(A), len(item.text)) == Span(1, len(A), len(A) + 3)
    with pytest.raises(ValueError, match="outside"):
        item.locate(len(item.text) + 5, len(item.text) + 6)
