"""Rules that are only words: ``rules/wordlists/*.toml``, and where their words stand in a text.

A list has entries of four kinds. ``existence``: words or patterns that shouldn't stand there. ``substitution``: the
same, with what should stand there instead. ``order``: names that are always listed in one order. ``phrase``: a long
fixed phrase, of which anything that differs by a few characters is a misquotation. Patterns see normalised text
(checker.normal) unless the list says ``written``. ``anchors`` are plain words of which one must be in the text before
a pattern is even compiled; that keeps hundreds of entries within a few milliseconds a text.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import Literal

import msgspec

from checker.data import load_toml, rules_folder
from checker.numbers import is_bank_card, is_identity_number
from checker.outline.noise import web_lines

VERIFIERS: dict[str, Callable[[str], bool]] = {"bank-card": is_bank_card, "identity": is_identity_number}


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """``words`` are literal, ``pattern`` is a regular expression. ``unless`` are patterns of lawful stretches: what
    lies inside one isn't reported. ``right`` may refer to groups of the pattern (``\\1``). ``label`` names what the entry
    finds, ``verify`` is a further test of a number.
    """

    words: tuple[str, ...] = ()
    pattern: str = ""
    anchors: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    right: str = ""
    label: str = ""
    verify: Literal["", "bank-card", "identity"] = ""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.MULTILINE)


class Order(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """``members`` in their fixed order; ``right`` is the whole as it should be, by default the members with 、."""

    members: tuple[str, ...]
    right: str = ""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        member = f'"?({"|".join(map(re.escape, sorted(self.members, key=len, reverse=True)))})"?'
        return re.compile(rf"{member}(?:[、，和与及以]{{1,2}}{member}){{{len(self.members) - 1}}}")


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``right`` as it should be; up to ``edits`` characters wrong, missing or too many make a misquotation."""

    right: str
    edits: int = 1
    unless: tuple[str, ...] = ()


class WordList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``message`` and ``suggestion`` may contain {found}, {right}, {label} and {count}.

    ``scope``: the whole text or the problems section only. ``kind``: only such material, if given. ``once``: all that
    an entry finds is one finding, counted once. ``everywhere``: headers, notes and comments are
    looked at too. ``lines``: a line that a web page left counts as a whole, once. ``written``: patterns see the text as written. ``mandated_headings``:
    whether headings that quote the notice are looked at too (their wording is D204's business).
    """

    code: str
    message: str
    suggestion: str
    scope: Literal["whole", "problems"] = "whole"
    kind: Literal["", "individual", "group"] = ""
    once: bool = False
    everywhere: bool = False
    lines: bool = False
    written: bool = False
    mandated_headings: bool = msgspec.field(default=True, name="mandated-headings")
    existence: tuple[Words, ...] = ()
    substitution: tuple[Words, ...] = ()
    order: tuple[Order, ...] = ()
    phrase: tuple[Phrase, ...] = ()

    def matches(self, text: str) -> "Iterator[Match]":
        """What ``text`` has of this list, in no particular order; of overlapping matches all are given."""
        if self.lines:
            yield from (Match(start, end) for start, end in web_lines(text))
        for words in self.existence + self.substitution:
            yield from _words(words, text)
        for order in self.order:
            yield from _order(order, text)
        for phrase in self.phrase:
            yield from _phrase(phrase, text)


@dataclass(frozen=True, slots=True)
class Match:
    """``start`` to ``end`` of the text matches; ``right`` is what should stand there, if that is known."""

    start: int
    end: int
    right: str = ""
    label: str = ""


@cache
def word_lists() -> tuple[WordList, ...]:
    """All word lists, by the names of their files. Raises DataError where one is malformed."""
    files = sorted(
        (f for f in (rules_folder() / "wordlists").iterdir() if f.name.endswith(".toml")), key=lambda f: f.name
    )
    return tuple(load_toml(f, WordList) for f in files)


def occurrences(word: str, text: str) -> Iterator[int]:
    """Every offset at which ``word`` begins in ``text``."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


class _Stretches:
    """Stretches of a text, which can be asked how far those reach that begin before some place."""

    def __init__(self, found: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(found)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def reach(self, place: int) -> int:
        """The furthest end of those that begin at ``place`` or before; -1 where there is none."""
        index = bisect_right(self._starts, place)
        return self._reach[index - 1] if index else -1


def _lawful(patterns: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    return [match.span() for pattern in patterns for match in re.finditer(pattern, text, re.MULTILINE)]


def _words(entry: Words, text: str) -> Iterator[Match]:
    found = [(at, at + len(word), entry.right) for word in entry.words for at in occurrences(word, text)]
    if entry.pattern and (not entry.anchors or any(anchor in text for anchor in entry.anchors)):
        verify = VERIFIERS.get(entry.verify)
        found += [
            (match.start(), match.end(), match.expand(entry.right) if entry.right else "")
            for match in entry.compiled.finditer(text)
            if verify is None or verify(match[0])
        ]
    lawful = _Stretches(_lawful(entry.unless, text) if found else ())
    for start, end, right in found:
        if lawful.reach(start) < end:
            yield Match(start, end, right, entry.label)


def _order(entry: Order, text: str) -> Iterator[Match]:
    if all(member in text for member in entry.members):
        for match in entry.compiled.finditer(text):
            if re.findall("|".join(map(re.escape, entry.members)), match[0]) != list(entry.members):
                yield Match(match.start(), match.end(), entry.right or "、".join(entry.members))


def _phrase(entry: Phrase, text: str) -> Iterator[Match]:
    """Where ``text`` has the phrase with a few characters wrong inside.

    Cut the phrase into ``edits`` + 1 pieces: in any misquotation at least one of them is unharmed, and only there,
    where nearly all other characters are about too, is a closer look taken.
    """
    right, edits = entry.right, entry.edits
    size = -(-len(right) // (edits + 1))
    lawful = [(at, at + len(right)) for at in occurrences(right, text)]
    right_ones = _Stretches(lawful)
    windows = {
        (max(0, at - offset - edits), at - offset + len(right) + edits)
        for offset in range(0, len(right), size)
        for at in occurrences(right[offset : offset + size], text)
        if right_ones.reach(at) <= at
    }
    needed = set(right)
    found = {
        near
        for start, end in windows
        if len(needed & set(text[start:end])) >= len(needed) - edits and (near := _near(entry, text, start, end))
    }
    if found:
        lawful += _lawful(entry.unless, text)
    all_lawful = _Stretches(lawful)
    for start, end in found:
        if all_lawful.reach(end - 1) <= start:
            yield Match(start, end, right)


def _near(entry: Phrase, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The best misquotation of the phrase in ``text[start:end]``, or None."""
    import regex

    first, inside, last = (regex.escape(part) for part in (entry.right[0], entry.right[1:-1], entry.right[-1]))
    pattern = rf"{first}(?:{inside}){{1<=e<={entry.edits}:[^。！？；\n]}}{last}"
    match = regex.search(pattern, text, regex.BESTMATCH, start, end)
    return match.span() if match else None
