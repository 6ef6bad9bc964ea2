"""Check digits."""

import pytest

from checker.numbers import is_bank_card, is_identity_number


@pytest.mark.parametrize("number", ["11010519491231002X", "11010519491231002x", "110105 19491231 002X"])
def test_identity_numbers(number: str) -> None:
    assert is_identity_number(number)


@pytest.mark.parametrize(
    "number", ["110105194912310021", "11010519491331002X", "01010519491231002X", "1101051949123100"]
)
def test_what_is_no_identity_number(number: str) -> None:
    assert not is_identity_number(number)


def test_bank_cards() -> None:
    assert is_bank_card("4111 1111 1111 1111")
    assert not is_bank_card("4111 1111 1111 1112")
    assert not is_bank_card("411111111111")
