"""The kinds of word lists, and that the lists of the project are well made."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.wordlists import Match, Order, Phrase, WordList, Words, word_lists

PHRASE = "习近平新时代中国特色社会主义思想"


def matched(text: str, **kinds: object) -> list[tuple[str, str]]:
    words = WordList("W503", "", "", **kinds)  # type: ignore[arg-type]
    return [(text[match.start : match.end], match.right) for match in words.matches(text)]


def test_existence_finds_words_and_patterns_but_not_what_is_lawful() -> None:
    entry = Words(words=("下载",), pattern=r"\d+次", anchors=("次",), unless=("下载课件",))
    assert matched("下载本文，读了3次，下载课件", existence=(entry,)) == [("下载", ""), ("3次", "")]


def test_a_pattern_whose_anchors_are_absent_is_not_even_compiled() -> None:
    assert matched("没有", existence=(Words(pattern="(", anchors=("括号",)),)) == []


def test_substitution_fills_in_groups() -> None:
    entry = Words(pattern="(十九|二十)大([三六])中全会", right=r"\1届\2中全会")
    assert matched("二十大三中全会", substitution=(entry,)) == [("二十大三中全会", "二十届三中全会")]


def test_a_number_is_verified() -> None:
    entry = Words(pattern=r"\d{16}", verify="bank-card")
    assert matched("6222021234567890 4111111111111111", existence=(entry,)) == [("4111111111111111", "")]


@pytest.mark.parametrize("text", ["甲乙、丙丁、戊己", "甲乙、丙丁和戊己", "丙丁、甲乙", "甲乙；戊己；丙丁"])
def test_the_right_order_and_a_part_of_it_are_lawful(text: str) -> None:
    assert matched(text, order=(Order(("甲乙", "丙丁", "戊己")),)) == []


@pytest.mark.parametrize("text", ["甲乙、戊己、丙丁", "戊己、丙丁和甲乙", '"甲乙"、"戊己"、"丙丁"'])
def test_another_order_is_reported_whole(text: str) -> None:
    assert matched(text + "，", order=(Order(("甲乙", "丙丁", "戊己")),)) == [(text, "甲乙、丙丁、戊己")]


HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


@given(before=st.text(HAN, max_size=6), after=st.text(HAN, max_size=6))
def test_the_phrase_as_it_should_be_is_never_reported(before: str, after: str) -> None:
    assert matched(before + PHRASE + after, phrase=(Phrase(PHRASE, 2),)) == []


@given(
    place=st.integers(1, len(PHRASE) - 2),
    cut=st.integers(0, 1),
    put=st.text(HAN, max_size=1),
    after=st.text(HAN, max_size=6),
)
def test_one_character_wrong_missing_or_too_many_is_reported(place: int, cut: int, put: str, after: str) -> None:
    wrong = PHRASE[:place] + put + PHRASE[place + cut :]
    reported = matched(f"学了{wrong}，{after}", phrase=(Phrase(PHRASE, 2),))
    assert reported == ([] if PHRASE in wrong else [(wrong, PHRASE)])


def test_two_misquotations_are_two_matches() -> None:
    text = "习近平新世代中国特色社会主义思想和习近平新时代中国特色社会思想"
    assert len(matched(text, phrase=(Phrase(PHRASE, 2),))) == 2


def test_a_misquotation_does_not_run_over_the_end_of_a_sentence() -> None:
    assert matched("学习了习近平新时代中国特色社会。主义思想", phrase=(Phrase(PHRASE, 2),)) == []


def test_a_lawful_relative_of_the_phrase_is_left_alone() -> None:
    entry = Phrase(PHRASE, 2, ("习近平新时代中国特色社会主义经济思想",))
    assert matched("学习习近平新时代中国特色社会主义经济思想", phrase=(entry,)) == []


def test_the_lists_of_the_project_are_well_made() -> None:
    for words in word_lists():
        for entry in words.existence + words.substitution:
            assert entry.words or entry.pattern
            assert not entry.pattern or entry.anchors or words.code in ("W505", "W510"), (words.code, entry.pattern)
            assert entry.pattern == "" or entry.compiled
            assert all(re.compile(pattern) for pattern in entry.unless)
        for entry in words.substitution:
            assert entry.right
        for phrase in words.phrase:
            assert len(phrase.right) >= 8, "a shorter phrase is too near to others"
            assert not list(words.matches(phrase.right)), phrase.right
        for order in words.order:
            assert order.right or not list(words.matches("、".join(order.members)))


def test_a_match_says_what_it_found() -> None:
    assert list(WordList("W510", "", "", existence=(Words(words=("甲",), label="乙"),)).matches("甲")) == [
        Match(0, 1, "", "乙")
    ]
