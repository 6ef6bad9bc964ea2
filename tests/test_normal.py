"""Normalising: one spelling for patterns, and the way back to the text as written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.characters import INVISIBLE
from checker.normal import normalise

LETTERS = {"dangshi": "党史", "mzshh": "民主生活会", "zz": "政治"}


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("“两个确立”「两个确立」『甲』＂乙＂", '"两个确立""两个确立""甲""乙"'),
        ("‘甲’", "'甲'"),
        ("（一）问题", "(一)问题"),
        ("２０２２年１２月，ＧＤＰ增长８％", "2022年12月，GDP增长8%"),
        ("学习 不够 ，担当　不足", "学习不够，担当不足"),
        ("第 3 次", "第3次"),
        ("good work 和 thank you", "good work和thank you"),
        ("　　首行缩进", "首行缩进"),
        ("行尾空格 \t", "行尾空格"),
        ("问题,原因;措施:方向?真的!", "问题，原因；措施：方向？真的！"),
        ("“好”,再说", '"好"，再说'),
        ("3,000字,5:30", "3,000字，5:30"),
        ("看不见的\u200b字\ufeff符\u00ad", "看不见的字符"),
        ("", ""),
        (" ", ""),
    ],
)
def test_one_spelling(written: str, normal: str) -> None:
    assert normalise(written).text == normal


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("学习dangshi，参加mzshh", "学习党史，参加民主生活会"),
        ("DANGSHI学习", "党史学习"),
        ("ＤａｎｇＳｈｉ", "党史"),
        ("dangshizhuan", "dangshizhuan"),
        ("pizza", "pizza"),
        ("ZZ素质", "政治素质"),
        ("App不换", "App不换"),
    ],
)
def test_letters_are_read_as_the_words_they_stand_for(written: str, normal: str) -> None:
    assert normalise(written, LETTERS).text == normal
    assert "党" not in normalise(written).text or "党" in written


@pytest.mark.parametrize(
    ("written", "words", "original"),
    [
        ("增强 “四个 意识”", '"四个意识"', "“四个 意识”"),
        ("学习dangshi 不够", "党史不够", "dangshi 不够"),
        ("学习dangshi不够", "史不", "dangshi不"),
        ("（ 一 ）问题", "(一)", "（ 一 ）"),
        ("　　一是学", "一是学", "一是学"),
    ],
)
def test_what_matches_leads_back_to_what_was_written(written: str, words: str, original: str) -> None:
    normal = normalise(written, LETTERS)
    at = normal.text.index(words)
    start, end = normal.original(at, at + len(words))
    assert written[start:end] == original


_TEXT = st.text(
    st.one_of(
        st.sampled_from("甲乙“”（）,;: 　\t\n，。ＡＢ１９zdangshi\u200b"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=80,
)


@given(_TEXT, st.integers(0, 90), st.integers(0, 90))
def test_every_slice_leads_into_the_text(text: str, a: int, b: int) -> None:
    normal = normalise(text, LETTERS)
    start, end = sorted((min(a, len(normal.text)), min(b, len(normal.text))))
    first, last = normal.original(start, end)
    assert 0 <= first <= last <= len(text)
    assert (first == last) == (start == end)


@given(_TEXT)
def test_the_maps_have_an_entry_a_character_and_go_forward(text: str) -> None:
    normal = normalise(text, LETTERS)
    assert len(normal.text) == len(normal.starts) == len(normal.ends)
    assert list(normal.starts) == sorted(normal.starts)
    assert all(start < end for start, end in zip(normal.starts, normal.ends, strict=True))


@given(_TEXT)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(_TEXT)
def test_the_whole_leads_back_to_all_that_is_no_white_space(text: str) -> None:
    normal = normalise(text)
    if normal.text:
        start, end = normal.original(0, len(normal.text))
        assert re.fullmatch(rf"[\s{INVISIBLE}\uf000-\uf0ff]*", text[:start] + text[end:])
