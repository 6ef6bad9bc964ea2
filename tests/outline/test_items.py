"""A body of text → its items: numbers, paragraphs, lead-ins, lists inside an item."""

import pytest

from checker.document import Span
from checker.outline.items import is_lead_in, lead_of, split_items
from checker.outline.model import Item

A = "学习不够深入，9月的研讨我请了假，总觉得业务要紧"
B = "担当不够有力，改造方案我压了8个月，怕得罪人"
C = "作风不够扎实，走访只到村委会，图的是省事"


def items(*paragraphs: str) -> tuple[Item, ...]:
    body = [Span(n, 0, len(text)) for n, text in enumerate(paragraphs, 1)]
    return split_items(body, lambda number: paragraphs[number - 1])


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
    assert is_lead_in(lead_in)
    assert texts(lead_in, f"{A}。", f"{B}。") == [f"{A}。", f"{B}。"]
    assert texts(lead_in, f"一是{A}。", f"二是{B}。") == [f"一是{A}。", f"二是{B}。"]
    assert texts(f"{lead_in}一是{A}。二是{B}。") == [f"一是{A}。", f"二是{B}。"]


@pytest.mark.parametrize(
    "summary",
    ["以上问题，归结起来还是思想上放松了要求。", "上述问题的存在，我感到惭愧和不安。", "综上，问题出在党性上。"],
)
def test_what_only_sums_up_is_no_item(summary: str) -> None:
    assert texts(f"{A}。", f"{B}。", summary) == [f"{A}。", f"{B}。"]


def test_a_short_line_heads_the_paragraph_after_it() -> None:
    found = items("学习抓得不紧", f"{A}。", "担当的劲头不足", f"{B}。")
    assert [i.text for i in found] == [f"学习抓得不紧\n{A}。", f"担当的劲头不足\n{B}。"]
    assert [i.lead for i in found] == ["学习抓得不紧", "担当的劲头不足"]


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


def test_only_a_part_of_a_paragraph_may_be_the_body() -> None:
    text = f"（一）政治方面。一是{A}。二是{B}。"
    found = split_items([Span(1, 8, len(text))], lambda _: text)
    assert [i.text for i in found] == [f"一是{A}。", f"二是{B}。"]
    assert [text[p.start : p.end] for i in found for p in i.parts] == [i.text for i in found]


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
