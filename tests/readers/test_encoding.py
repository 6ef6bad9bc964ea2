"""Bytes → text: every encoding that Chinese offices use, and what is no text at all."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.readers.encoding import decode
from checker.readers.errors import Unreadable

LINE = "一是学习不够深入。9月的研讨我请了假，总觉得“差不多”就行；"
TEXT = f"栗坪镇2022年度民主生活会材料\r\n\r\n{LINE}\r\n"


@pytest.mark.parametrize("repeated", [1, 40], ids=["short", "long"])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gbk", "gb18030", "gb2312", "big5"],
)
def test_a_text_comes_back_as_it_was(encoding: str, repeated: int) -> None:
    text = TEXT * repeated if encoding != "big5" else "對照檢查材料：學習不夠深入，總覺得差不多就行。" * repeated
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    ["", "a", "对照检查材料", "Word 转存的 plain text", "生僻字：㐱𠮷，表情🙂", "第一行\f第二页\v\t缩进"],
)
def test_utf8_comes_back_however_short_and_strange(text: str) -> None:
    assert decode(text.encode()) == text


def test_gb18030_keeps_what_gbk_has_not() -> None:
    text = TEXT * 5 + "经办人：𠮷田🙂"
    assert decode(text.encode("gb18030")) == text


RANDOM = random.Random(7).randbytes(4000)
NO_TEXT = {
    "random bytes": RANDOM,
    "a picture": b"\x89PNG\r\n\x1a\n" + RANDOM,
    "zeros": bytes(64),
    "text with a zero byte": b"abc\0def",
    "control characters": b"\x01\x02\x03\x04\x05 hello",
    "UTF-8 with foreign bytes": ("学习" * 50).encode() + b"\xff\xfe",
    "a mark of UTF-16 before one byte and a half": b"\xff\xfea",
    "GBK with a foreign byte": (TEXT * 20).encode("gbk")[:500] + b"\xff" + (TEXT * 20).encode("gbk")[501:],
    "Latin letters with accents": "café façade déjà".encode("latin-1"),
}


@pytest.mark.parametrize("data", NO_TEXT.values(), ids=NO_TEXT.keys())
def test_what_is_no_text_is_refused_in_chinese(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert "文本" in caught.value.reason
    assert "另存为" in caught.value.advice


@pytest.mark.parametrize(("encoding", "cut"), [("utf-8", 1), ("utf-8", 2), ("gbk", 1)])
def test_half_a_last_character_is_left_out(encoding: str, cut: int) -> None:
    assert decode((TEXT * 20 + "落实").encode(encoding)[:-cut]) == TEXT * 20 + "落"


def test_lines_of_gbk_among_utf8() -> None:
    assert decode((TEXT * 5).encode() + b"\n" + "审核人：李四".encode("gbk")) == TEXT * 5 + "\n审核人：李四"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=200))
def test_any_utf8_text_comes_back(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except Unreadable:
        return
    assert text or len(data) <= 3, "nothing but a byte order mark"
