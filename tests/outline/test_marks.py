"""Numbers that start a heading or an item."""

import pytest

from checker.outline.marks import chinese_number, inline_marks, leading_mark, sentence_end


@pytest.mark.parametrize(
    ("text", "kind", "number", "rest"),
    [
        ("一、存在的问题", "han", 1, "存在的问题"),
        ("十二、存在的问题", "han", 12, "存在的问题"),
        ("三，存在的问题", "han", 3, "存在的问题"),
        ("二. 存在的问题", "han", 2, " 存在的问题"),
        ("（一）存在的问题", "paren-han", 1, "存在的问题"),
        ("(十) 存在的问题", "paren-han", 10, "存在的问题"),
        ("（ 三 ）、存在的问题", "paren-han", 3, "存在的问题"),
        ("1.存在的问题", "arabic", 1, "存在的问题"),
        ("12、存在的问题", "arabic", 12, "存在的问题"),
        ("3）存在的问题", "arabic", 3, "存在的问题"),
        ("（2）存在的问题", "paren-arabic", 2, "存在的问题"),
        ("③存在的问题", "circled", 3, "存在的问题"),
        ("第一，存在的问题", "ordinal", 1, "存在的问题"),
        ("第十一、存在的问题", "ordinal", 11, "存在的问题"),
        ("一是学习不够", "shi", 1, "学习不够"),
        ("二是，学习不够", "shi", 2, "学习不够"),
        ("其一，学习不够", "qi", 1, "学习不够"),
        ("首先，学习不够", "sequence", 1, "学习不够"),
        ("其次，学习不够", "sequence", 2, "学习不够"),
    ],
)
def test_a_number_its_value_and_what_follows(text: str, kind: str, number: int, rest: str) -> None:
    mark = leading_mark(text)
    assert mark
    assert (mark.kind, mark.number, text[mark.end :]) == (kind, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "学习不够",
        "一直以来",
        "1.5万元的项目",
        "2022年度",
        "第一书记",
        "第一时间报告",
        "十分重视",
        "三会一课",
        "（试行）",
        "一要求就办",
        "12345热线",
    ],
)
def test_what_only_begins_like_one(text: str) -> None:
    assert leading_mark(text) is None


@pytest.mark.parametrize(
    ("text", "number"), [("一", 1), ("九", 9), ("十", 10), ("十一", 11), ("二十", 20), ("二十三", 23)]
)
def test_chinese_numbers(text: str, number: int) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("问题有：一是甲不够。二是乙不够；三是丙不够。", [("shi", 1), ("shi", 2), ("shi", 3)]),
        ("学得不好。1.甲不够。2.乙不够。", [("arabic", 1), ("arabic", 2)]),
        ("学得不好。（1）甲；（2）乙。", [("paren-arabic", 1), ("paren-arabic", 2)]),
        ("他说“学得不好。”二是乙不够。", [("shi", 2)]),
        ("要害一是甲，二是乙。", []),
        ("占比15.2。5万元没有用。", []),
    ],
)
def test_numbers_inside_a_paragraph_follow_the_end_of_a_sentence(text: str, found: list[tuple[str, int]]) -> None:
    assert [(m.kind, m.number) for m in inline_marks(text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("text", "end"), [("学习不够。甲", 4), ("学习不够！", 4), ("学习不够", 4), ("学习；不够。", 5)]
)
def test_the_end_of_a_sentence(text: str, end: int) -> None:
    assert sentence_end(text, 0) == end
