"""Numbers as Word's automatic numbering writes them, by the names of its formats (ST_NumberFormat)."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def numeral(number: int, form: str) -> str:
    """``number`` in the number format ``form``; in Arabic digits where the format is unknown or can't express it."""
    return _FORMS.get(form, str)(number)


def _chinese(number: int, digits: str = _DIGITS, units: str = "十百千", zero: str = "零", short: bool = True) -> str:
    """Counting with 十, 百, 千 up to 9999; ``short`` writes 十 rather than 一十 for 10 to 19."""
    if not 0 < number < 10_000:
        return str(number) if number else zero
    out = ""
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), map(int, str(number)), strict=True):
        if digit:
            out += digits[digit] + (units[place - 1] if place else "")
        elif not out.endswith(zero):
            out += zero
    out = out.rstrip(zero)
    return out[1:] if short and 10 <= number < 20 else out


def _counting(number: int) -> str:
    """chineseCounting: 十一, 二十, … 九十九, then digit by digit."""
    return _chinese(number) if number < 100 else _digital(number)


def _japanese(number: int) -> str:
    """Without zeros, and 百 rather than 一百."""
    written = _chinese(number, zero="\0").replace("\0", "") if number else "〇"
    return written[1:] if written[:2] in ("一百", "一千") else written


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(d)] for d in str(number))


def _legal(digits: str, ten: str = "拾佰仟") -> Callable[[int], str]:
    return lambda number: _chinese(number, digits, ten, "零", short=False)


def _row(first: str, length: int) -> Callable[[int], str]:
    """Ready-made characters that follow each other in Unicode (①, ⑴, ⒈ …)."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= length else str(number)


def _circled(number: int) -> str:
    if 20 < number <= 50:
        return chr((0x3251 - 21 if number <= 35 else 0x32B1 - 36) + number)
    return _row("①", 20)(number)


def _row_of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 0 < number <= 60 else str(number)


def _letters(number: int) -> str:
    """a … z, aa, bb …"""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in _ROMAN:
        out += letters * (number // value)
        number %= value
    return out


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _full_width(number: int) -> str:
    return "".join(chr(ord(d) + 0xFEE0) for d in str(number))


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _number: "",
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _japanese,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "chineseLegalSimplified": _legal(_LEGAL),
    "ideographLegalTraditional": _legal(_LEGAL_TRADITIONAL),
    "ideographTraditional": _row_of(_STEMS),
    "ideographZodiac": _row_of(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographEnclosedCircle": _row("㊀", 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda number: f"{number:02d}",
    "numberInDash": lambda number: f"- {number} -",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
}
