"""What may be shown of a text: personal numbers masked, characters that could deceive a reader or break a file replaced.

Of a text both keep the length, so that the offsets of findings stay right; in names of files it is told what was there.
"""

import re
import unicodedata

_CUT = r"[ \u00a0\u3000\-－—]?"
_DIGIT = r"[0-9０-９]"
_ONE = r"[1１]"
_NUMBER = re.compile(
    rf"(?<!{_DIGIT})(?:"
    rf"{_DIGIT}{{14,}}[0-9０-９XxＸｘ]"  # ID card of 15 or 18 digits, bank card, anything as long
    rf"|{_DIGIT}{{6}}{_CUT}{_DIGIT}{{4}}{_CUT}{_DIGIT}{{4}}{_CUT}{_DIGIT}{{3}}[0-9０-９XxＸｘ]"
    rf"|(?!(?:19|20){_DIGIT}{{2}}\D){_DIGIT}{{4}}(?:{_CUT}{_DIGIT}{{4}}){{3}}(?:{_CUT}{_DIGIT}{{1,3}})?"
    rf"|(?:[8８][6６]{_CUT}|[0０])?{_ONE}[3-9３-９]{_DIGIT}{_CUT}{_DIGIT}{{4}}{_CUT}{_DIGIT}{{4}}"
    rf")(?!{_DIGIT})"
)
_DECEIVING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


_OBEYED = frozenset(("Cc", "Cf", "Cs", "Cn", "Zl", "Zp"))


def mask(text: str) -> str:
    """``text`` with ID-card, bank-card and mobile numbers reduced to their first three digits, the rest ``*``."""
    return _NUMBER.sub(_hide, text)


def _hide(match: re.Match[str]) -> str:
    number = match[0]
    digits = [i for i, c in enumerate(number) if c.isdigit() or c in "XxＸｘ"]
    hidden = set(digits[3:])
    return "".join("*" if i in hidden else c for i, c in enumerate(number))


def shown(text: str) -> str:
    """``text`` masked, with control characters, direction marks and halves of characters replaced by ``\ufffd``."""
    return _DECEIVING.sub("\ufffd", mask(text))


def in_line(text: str) -> str:
    """``text`` as ``shown``, on one line."""
    return shown(" ".join(text.split()))


def named(path: str) -> str:
    """The name of a file for people: masked, and what a terminal or a reader would obey written as ``escaped``."""
    return escaped(mask(path))


def escaped(name: str) -> str:
    """``name`` with control characters, direction marks and halves of characters as escapes: ``\\x1b``, ``\\u202e``."""
    return "".join(c.encode("unicode_escape").decode() if unicodedata.category(c) in _OBEYED else c for c in name)
