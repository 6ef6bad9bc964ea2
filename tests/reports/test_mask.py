import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports.mask import in_line, mask, shown


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("手机13812345678，请联系", "手机138********，请联系"),
        ("138-1234-5678", "138-****-****"),
        ("+86 13812345678", "+86 1**********"),
        ("身份证 110101199003071234", "身份证 110***************"),
        ("11010119900307123X", "110***************"),
        ("110101900307123", "110************"),
        ("6222021234567890123", "622****************"),
        ("6222 0212 3456 7890 123", "622* **** **** **** ***"),
        ("１３８１２３４５６７８", "１３８********"),
    ],
)
def test_personal_numbers_keep_their_first_three_digits(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text", ["2019 2020 2021 2022", "投资 1234567890 元", "2024年12月30日", "县发〔2024〕12号", "12380"]
)
def test_other_numbers_stay(text: str) -> None:
    assert mask(text) == text


@given(st.text(alphabet="0123456789１２Xx -—号人\u202e\x00", max_size=60))
def test_length_stays_and_no_long_number_is_left(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert not re.search(r"(?<!\d)(?:1[3-9]\d{9}|\d{15,})(?!\d)", shown(text).translate(str.maketrans("１２", "12")))


def test_deceiving_characters_are_replaced() -> None:
    assert shown("a\u202eb\x00c\ud800d") == "a\ufffdb\ufffdc\ufffdd"
    assert in_line("第一行\n\t第二行") == "第一行 第二行"
