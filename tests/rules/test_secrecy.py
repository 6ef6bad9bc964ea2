"""Marks of secrecy (W511): where they stand as marks, and not where somebody speaks of them."""

import pytest

from checker.rulebook import Example
from checker.wordlists import word_lists
from tests.rules.frames import placed
from tests.rules.test_examples import engine

MARKS = next(words for words in word_lists() if words.code == "W511")


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("机密★10年", "机密★10年"),
        ("绝　密", "绝　密"),
        ("秘密★长期", "秘密★长期"),
        ("秘密 ★ １年", "秘密 ★ １年"),
        ("绝密★启用前", "绝密★启用前"),
        ("000001  机密★6个月  特急", "机密★6个月"),
        ("密级：秘密", "密级：秘密"),
        ("【机密】", "【机密】"),
        ("内部资料 注意保存", "内部资料 注意保存"),
        ("内部文件，不得外传！", "内部文件，不得外传"),
        ("严禁外传", "严禁外传"),
        ("内部资料", "内部资料"),
    ],
)
def test_a_mark_is_found(line: str, mark: str) -> None:
    assert [line[m.start : m.end] for m in MARKS.matches(line)] == [mark]


@pytest.mark.parametrize("mark", ["机密★10年", "内部资料　注意保存"])
def test_a_mark_above_the_title_is_all_that_is_reported(mark: str) -> None:
    text = f"{mark}\n\n{placed(Example('', place='item')).strip()}"
    found = engine().check(text.encode(), "a.md", "a.md")
    assert [(f.code, f.paragraph, f.excerpt) for f in found.findings] == [("W511", 1, mark)]
