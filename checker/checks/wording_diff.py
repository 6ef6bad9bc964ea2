"""How a dimension heading departs from the mandated wording. Shortening to whole phrases is no departure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_MARKS = "，、；。：,;:"
_END = re.compile(r"等?方面[。：:]?\s*$")
_FRAME = re.compile(r"在|带头|关于|对照|围绕|方面|存在|的|差距|问题|不足|情况|等|和|主要|突出|[\"'()\s]")
_CONTEXT = 4
_LONGEST = 6
_PHRASE = 16
_CLOSE = 0.75


@dataclass(frozen=True, slots=True)
class Difference:
    """Where in the heading (0-based) the wording departs, a few characters about it included, and what the notice says there."""

    start: int
    end: int
    right: str


def differences(heading: str, title: str, accept: Sequence[str] = ()) -> list[Difference]:
    """The departures of the normalised ``heading`` (number and 方面 may stand about it) from ``title``.

    ``accept`` are lawful variants: a word that may stand for a similar one of the title, ``old→new``, or ``old→`` for words that may
    be left out. Departures that all but touch are one.
    """
    found: list[Difference] = []
    for one in _departures(heading, title, accept):
        last = found[-1] if found else None
        if last and one.start - last.end <= _CONTEXT:
            found[-1] = Difference(last.start, one.end, _joined(title, last.right, one.right))
        else:
            found.append(one)
    return found


def _joined(title: str, first: str, second: str) -> str:
    """The words of the title from ``first`` to the end of ``second``; the two beside one another where it has marks between."""
    start, end = title.find(first), title.find(second)
    return title[start : end + len(second)] if 0 <= start < end else f"{first}……{second}"


def _departures(heading: str, title: str, accept: Sequence[str]) -> Iterator[Difference]:
    written, places = _letters(_END.sub("", heading))
    mandated, _ = _letters(title.replace("“", '"').replace("”", '"'))
    pairs = _pairs(accept)
    if mandated in written or written in mandated:
        return
    matcher = SequenceMatcher(None, mandated, written, autojunk=False)
    codes = matcher.get_opcodes()
    close = matcher.ratio() >= _CLOSE
    for n, (tag, i1, i2, j1, j2) in enumerate(codes):
        if tag == "equal":
            continue
        old, new = mandated[i1:i2], written[j1:j2]
        left = _equal(codes[n - 1], mandated, -1) if n else 0
        right = _equal(codes[n + 1], mandated, 1) if n + 1 < len(codes) else 0
        if not _departs(tag, old, new, left, right, pairs, close):
            continue
        before, after = _around(mandated, i1, i2, left, right)
        start, end = max(j1 - before, 0), min(j2 + after, len(written))
        shown = mandated[max(i1 - before, 0) : i2 + after]
        if written[start:end].endswith("方面") and not shown.endswith("方面"):
            end -= len("方面")
        yield Difference(places[start], places[end - 1] + 1, shown)


def _around(mandated: str, start: int, end: int, left: int, right: int) -> tuple[int, int]:
    """How many characters before and after a departure are shown with it: the phrase up to the next marks, unless it is long.

    Of a long one as many words as come near ``_CONTEXT`` characters, so that none is cut in two.
    """
    if left + (end - start) + right <= _PHRASE:
        return left, right
    from checker.segment import words

    edges = [0, *(word.end for word in words(mandated))]
    first = max((e for e in edges if e <= start - min(left, _CONTEXT)), default=0)
    last = min((e for e in edges if e >= end + min(right, _CONTEXT)), default=len(mandated))
    return min(start - first, left), min(last - end, right)


def _letters(text: str) -> tuple[str, list[int]]:
    """``text`` without quotes, brackets and spaces, and where each character stood."""
    kept = [(c, i) for i, c in enumerate(text) if c not in "\"'() \u3000《》"]
    return "".join(c for c, _ in kept), [i for _, i in kept]


def _pairs(accept: Sequence[str]) -> set[tuple[str, str]]:
    found = set()
    for entry in accept:
        old, arrow, new = entry.partition("→")
        found.add((old, new) if arrow else ("", old))
    return found


def _equal(code: tuple[str, int, int, int, int], mandated: str, side: int) -> int:
    """How many characters next to a departure agree, up to the nearest mark of the title."""
    tag, i1, i2, _, _ = code
    if tag != "equal":
        return 0
    text = mandated[i1:i2]
    text = text[::-1] if side < 0 else text
    return next((n for n, c in enumerate(text) if c in _MARKS), len(text))


def _departs(tag: str, old: str, new: str, left: int, right: int, accept: set[tuple[str, str]], close: bool) -> bool:
    if len(old) > _LONGEST or len(new) > _LONGEST:
        return False
    if old == "、" and new in "，；,;":
        return left + right > 0
    if all(c in _MARKS for c in old + new):
        return False
    if tag == "replace":
        if any(_accepted(old, new, pair) for pair in accept) or not _FRAME.sub("", new):
            return False
        if any(c in _MARKS for c in old):
            return False
        return (close or left + right >= _CONTEXT) and (left >= 2 or right >= 2)
    if tag == "insert":
        if not _FRAME.sub("", new) or any(c in _MARKS for c in new):
            return False
        return left >= 2 and right >= 2
    if (old, "") in accept or any(c in _MARKS for c in old) or (not _FRAME.sub("", old) and old != "的"):
        return False
    return left >= 2 and right >= 2 and left + right >= 2 * _CONTEXT - 2


def _accepted(old: str, new: str, pair: tuple[str, str]) -> bool:
    """Whether ``new`` for ``old`` is the lawful variant: the differing letters belong to it (领/感 of 领悟/感悟)."""
    return (old == pair[0] and new == pair[1]) if pair[0] else bool(new) and new in pair[1]
