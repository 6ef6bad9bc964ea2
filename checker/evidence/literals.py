"""All words of all cues that stand in a text, found in one pass."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checker.evidence.records import Record

_NUMBER = re.compile(r"(\d+(?:\.\d+)?[万亿千百]?|[一二两三四五六七八九十百千万半]+)[多余来几]?")
_NO_COUNT = frozenset("一半百千万")  # 一个、半天、千条: no number is told


class Literals:
    """Where the words of ``records`` stand, and the numbers with their units. Time grows with the text alone."""

    def __init__(self, records: Iterable[Record]) -> None:
        pairs: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
        single: dict[str, list[Record]] = defaultdict(list)
        self._units: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
        for record in records:
            for word in record.words:
                if len(word) > 1:
                    pairs[word[:2]][word].append(record)
                else:
                    single[word].append(record)
            for unit in record.units:
                self._units[unit[0]][unit].append(record)
        self._pairs: dict[str, Sequence[tuple[str, list[Record]]]] = {k: tuple(v.items()) for k, v in pairs.items()}
        self._single = dict(single)

    def find(self, text: str) -> Iterator[tuple[int, int, Record]]:
        """(start, end, record) of every word and number, by kind of search and then by start; characters, 0-based."""
        pairs, single = self._pairs.get, self._single
        for at, (first, second) in enumerate(zip(text, text[1:] + "\n", strict=True)):
            if first in single:
                for record in single[first]:
                    yield at, at + 1, record
            if words := pairs(first + second):
                for word, found in words:
                    if text.startswith(word, at):
                        for record in found:
                            yield at, at + len(word), record
        yield from self._numbers(text)

    def _numbers(self, text: str) -> Iterator[tuple[int, int, Record]]:
        for match in _NUMBER.finditer(text):
            if match[1] in _NO_COUNT:
                continue
            wrong = "characters" if match[0][0].isdigit() else "digits"
            end = match.end()
            for unit, found in self._units.get(text[end : end + 1], {}).items():
                if text.startswith(unit, end):
                    for record in found:
                        if record.numerals != wrong:
                            yield match.start(), end + len(unit), record
