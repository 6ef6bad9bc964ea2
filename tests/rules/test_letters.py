"""Which Latin letters are read as Chinese."""

import pytest

from checker.letters import letters_in, letters_of, restore


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("dangshi", "党史"),
        ("MZSHH", "民主生活会"),
        ("diyishuji", "第一书记"),
        ("yigangshuangze", "一岗双责"),
        ("ygsz", "一岗双责"),
    ],
)
def test_pinyin_and_initials_are_restored(word: str, right: str) -> None:
    assert restore(word) == right


@pytest.mark.parametrize(
    "word", ["App", "GDP", "KTV", "weibo", "menu", "panda", "Excel", "https", "html", "COVID", "iPhone", "led"]
)
def test_ordinary_words_are_left_alone(word: str) -> None:
    assert restore(word) is None


@pytest.mark.parametrize(
    "text", ["https://dangshi.people.com.cn", "dangwei@example.cn", "a-dangshi-1", "dangjian.html"]
)
def test_addresses_and_file_names_are_passed_over(text: str) -> None:
    assert list(letters_in(text)) == []
    assert letters_of([text]) == {}


def test_letters_beside_chinese_words() -> None:
    text = "ZZ素质，X中央，D员干部，党shi学习"
    assert [text[letters.start : letters.end] for letters in letters_in(text)] == ["ZZ", "X中央", "D员", "党shi"]
