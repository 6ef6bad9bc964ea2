"""Chinese words written in letters, as web copies do to slip past filters: dangshi (党史), mzshh (民主生活会), ZZ素质.

The usual ones stand in ``rules/lexicon/letters.toml``; the pinyin of the terms of the user dictionary counts too. It
is worked out only when a text has a word that could be pinyin and isn't listed: hardly a text ever loads pypinyin
(0.3 s), a term added to the lexicon counts at once, and no generated file can go stale.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from checker.data import load_toml, rules_folder
from checker.lexicon import terms

_INITIALS = "[bpmfdtnlgkhjqxrzcsyw]|[zcs]h"
_FINALS = (
    "[aeo]|ai|ei|ao|ou|an|en|ang|eng|er|i|ia|ie|iao|iu|ian|in|iang|ing|iong|ong|u|ua|uo|uai|ui|uan|un|uang|v|ve|ue"
)
_PINYIN = re.compile(rf"(?:(?:{_INITIALS})?(?:{_FINALS}))+")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstwxyz]{4,}")
_WORD = re.compile(r"(?<![A-Za-z0-9@._/:%&=?#-])[A-Za-z]{2,}(?![A-Za-z0-9@_/%&=#-]|\.[A-Za-z]|:/)")
_HAN = re.compile(r"[\u3400-\u9fff]")


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pattern: str
    right: str


class LettersFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, str]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """``start`` to ``end`` of a text as written is letters for the Chinese word ``right``."""

    start: int
    end: int
    right: str


@cache
def _file() -> LettersFile:
    return load_toml(rules_folder() / "lexicon" / "letters.toml", LettersFile)


@cache
def _pinyin() -> dict[str, str]:
    from pypinyin import lazy_pinyin

    found: dict[str, str] = {}
    for word in (term.word for term in terms()):
        if all(map(_HAN.match, word)):
            syllables = lazy_pinyin(word)
            found.setdefault("".join(syllables), word)
            if len(word) >= 4:
                found.setdefault("".join(syllable[0] for syllable in syllables), word)
    return found


@cache
def restore(word: str) -> str | None:
    """The Chinese that the Latin letters ``word`` stand for, or None for ordinary English and abbreviations."""
    small = word.lower()
    known = _file().words.get(small)
    if known or len(small) < 4:
        return known
    if _PINYIN.fullmatch(small) or _CONSONANTS.fullmatch(small):
        return _pinyin().get(small)
    return None


def letters_of(texts: Iterable[str]) -> dict[str, str]:
    """The Latin words of ``texts`` that stand for Chinese ones, in lower case, with these: for checker.normal."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _WORD.finditer(text):
            if right := restore(match[0]):
                found[match[0].lower()] = right
    return found


def letters_in(text: str) -> Iterator[Letters]:
    """The words written in letters in ``text`` as written; addresses, file names and model numbers are passed over."""
    for match in _WORD.finditer(text):
        beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        if (right := restore(match[0])) and (len(match[0]) > 4 or _HAN.search(beside)):
            yield Letters(*match.span(), right)
    for entry in _file().patterns:
        for match in re.finditer(entry.pattern, text):
            yield Letters(*match.span(), entry.right)
