"""Paragraphs → blocks: what is split, and that nothing is lost or doubled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Document, Paragraph
from checker.outline.blocks import blocks

PIECES = (
    "一是学习不深。",
    "二是",
    "（一）学习方面。",
    "1.",
    "原因分析：",
    "整改措施：",
    "在作风方面，",
    "。",
    "，",
    "二、原因",
    "我",
    " ",
    "上一篇：",
    "第一部分 ",
)
TEXT = (
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), min_size=1, max_size=12)
    .map("".join)
    .filter(str.strip)
)


def cut(*paragraphs: str) -> list[tuple[str, str]]:
    """(kind, text) of each block."""
    document = Document("txt", tuple(Paragraph(p) for p in paragraphs))
    return [(b.kind, document.paragraphs[b.paragraph - 1].text[b.start : b.end]) for b in blocks(document)]


@settings(deadline=None)
@given(st.lists(TEXT, max_size=6))
def test_every_character_stands_in_exactly_one_block_in_reading_order(texts: list[str]) -> None:
    document = Document("txt", tuple(Paragraph(t) for t in texts))
    found = blocks(document)
    for number, text in enumerate(texts, 1):
        own = [b for b in found if b.paragraph == number]
        assert "".join(text[b.start : b.end] for b in own) == text
        assert all(b.start <= b.words <= b.end or b.noise or b.goes_on for b in own)
    assert [b.paragraph for b in found] == sorted(b.paragraph for b in found)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一是学得浅。二是用得少。", [("shi", "一是学得浅。"), ("shi", "二是用得少。")]),
        ("（一）学习方面。一是学得浅。", [("paren-han", "（一）学习方面。"), ("shi", "一是学得浅。")]),
        ("在学习方面，我学得浅，用得少。", [("run-in", "在学习方面，"), ("", "我学得浅，用得少。")]),
        ("原因分析：放松了学习。", [("label", "原因分析："), ("", "放松了学习。")]),
        (
            "（二）学得浅，用得少。原因分析：放松了学习。整改措施：每月读一本书。",
            [
                ("paren-han", "（二）学得浅，用得少。"),
                ("label", "原因分析："),
                ("", "放松了学习。"),
                ("label", "整改措施："),
                ("", "每月读一本书。"),
            ],
        ),
        ("对照通知要求的六个方面，我逐项过了一遍。", [("", "对照通知要求的六个方面，我逐项过了一遍。")]),
        ("要害有两处，一是项目，二是资金。", [("", "要害有两处，一是项目，二是资金。")]),
        ("二一十、甲", [("bare", "二一十、甲")]),
        ("第一部分 存在的问题", [("part", "第一部分 存在的问题")]),
    ],
)
def test_what_is_one_block(text: str, parts: list[tuple[str, str]]) -> None:
    assert cut(text) == parts


def test_a_sentence_that_broke_off_goes_on_in_the_next_paragraph() -> None:
    first, second = cut("一是平时学得还算认真，但内容的安排没有计划，多是上级发什么", "学什么，联系实际少。")
    assert (first[0], second[0]) == ("shi", "")
