"""All words of all cues that stand in a text, found in one pass."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import add

from checker.evidence.records import Record

_NUMBER = re.compile(r"[0-9一二两三四五六七八九十百千万半][0-9.一二两三四五六七八九十百千万亿半]*[多余来几]?")
_NO_COUNT = frozenset("一半百千万")  # 一个、半天、千条: no number is told

Words = Mapping[str, Sequence[tuple[str, Sequence[Record]]]]


class Literals:
    """Where the words of ``records`` stand, and the numbers with their units. Time grows with the text alone."""

    def __init__(self, records: Iterable[Record]) -> None:
        records = tuple(records)
        self._pairs = _by_beginning(records, 2)
        self._single = _by_beginning(records, 1)
        self._units = _by_beginning(records, 0)
        self._first = re.compile("[" + "".join(map(re.escape, self._single)) + "]" if self._single else "(?!)")

    def find(self, text: str) -> Iterator[tuple[int, int, Record]]:
        """(start, end, record) of every word and number, not in order; characters, 0-based."""
        pairs = self._pairs.get
        for at, words in enumerate(map(pairs, map(add, text, text[1:]))):
            if words:
                for word, found in words:
                    if text.startswith(word, at):
                        for record in found:
                            yield at, at + len(word), record
        for match in self._first.finditer(text):
            for _, found in self._single[match[0]]:
                for record in found:
                    yield match.start(), match.end(), record
        for match in _NUMBER.finditer(text):
            yield from self._numbers(text, match)

    def _numbers(self, text: str, match: re.Match[str]) -> Iterator[tuple[int, int, Record]]:
        end = match.end()
        if match[0] not in _NO_COUNT:
            wrong = "characters" if match[0][0].isdigit() else "digits"
            for unit, found in self._units.get(text[end : end + 1], ()):
                if text.startswith(unit, end):
                    for record in found:
                        if record.numerals != wrong:
                            yield match.start(), end + len(unit), record


def _by_beginning(records: Iterable[Record], size: int) -> Words:
    """The words of one character (``size`` 1), the longer ones by their first two (2), or the units by their first (0)."""
    table: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        for word in record.units if size == 0 else record.words:
            if size == 0 or min(len(word), 2) == size:
                table[word[: max(size, 1)]][word].append(record)
    return {key: tuple(words.items()) for key, words in table.items()}
