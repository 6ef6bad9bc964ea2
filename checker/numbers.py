"""Which long numbers are a person's: check digits of identity and bank-card numbers."""

import re

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def is_identity_number(text: str) -> bool:
    """An 18-digit citizen's number with a possible birthday and the right check digit (GB 11643)."""
    number = re.sub(r"[ -]", "", text)
    if not re.fullmatch(r"[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]", number):
        return False
    return "10X98765432"[sum(w * int(d) for w, d in zip(_WEIGHTS, number[:17], strict=True)) % 11] == number[17].upper()


def is_bank_card(text: str) -> bool:
    """16 to 19 digits that pass the Luhn test (GB/T 14504)."""
    number = re.sub(r"[ -]", "", text)
    if not re.fullmatch(r"\d{16,19}", number):
        return False
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(number))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
