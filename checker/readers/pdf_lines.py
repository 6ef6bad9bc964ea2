"""Visual lines of pages → paragraphs: by where lines begin and end, page numbers and running headers left out."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from checker.document import Paragraph
from checker.readers.pdf_columns import one_column
from checker.readers.pdf_line import Line

_SPACES = " \t\u3000\xa0\ufeff"
_PAGE = re.compile(r"[-—–―－·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:[\s，,/]*(?:共\s*)?\d{1,3}\s*页?)?[-—–―－·\s]*")
_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是]|第[一二三四五六七八九十]{1,3}[部，、]|[①-⑳]")
_UNIT = re.compile(r"[“‘（《〈【「『]*(?:[A-Za-z0-9.%]+|.)[，。、；：！？”’）》〉】」』…—]*")
_REMARK = "段落由 PDF 的行拼成，段落位置与原稿可能略有出入"


def paragraphs_of(pages: Sequence[tuple[float, Sequence[Line]]]) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs of pages given as (width, lines), and remarks (Chinese) on what was undone."""
    pages = [one_column(lines, width) for width, lines in pages]
    rows = [_rows(lines) for _, lines in pages]
    kept = _without_furniture(rows)
    lines = [line for page in kept for line in page]
    if not lines:
        return (), ()
    left_out = sum(map(len, rows)) - len(lines)
    margins = _Margins.of(lines, median(width for width, _ in pages))
    paragraphs = [lines[0].text]
    for previous, line in pairwise(lines):
        if margins.goes_on(previous, line):
            paragraphs[-1] = _joined(paragraphs[-1], line.text)
        else:
            paragraphs.append(line.text)
    remarks = (_REMARK, f"略去页码、页眉 {left_out} 行") if left_out else (_REMARK,)
    return tuple(Paragraph(text) for text in paragraphs), remarks


def _rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page that have text; neighbours that stand side by side are one."""
    rows: list[Line] = []
    for line in lines:
        text = line.text.strip(_SPACES)
        if not text:
            continue
        last = rows[-1] if rows else None
        if last and line.left > last.right - 1 and abs(line.foot - last.foot) < 0.5 * line.size:
            gap = " " if line.left - last.right > 0.7 * line.size else ""
            rows[-1] = Line(last.text + gap + text, last.left, line.right, last.foot, last.size)
        else:
            rows.append(Line(text, line.left, line.right, line.foot, line.size))
    return rows


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Page numbers, and what stands at the top or bottom of at least half of the pages, left out."""

    def edge(page: Sequence[Line]) -> set[int]:
        return {i for i in (0, 1, len(page) - 2, len(page) - 1) if 0 <= i < len(page)}

    def shape(text: str) -> str:
        return re.sub(r"\d+", "0", re.sub(r"\s+", "", text))

    shapes = Counter(found for page in pages for found in {shape(page[i].text) for i in edge(page)})
    often = {found for found, n in shapes.items() if n >= 3 and n * 2 >= len(pages) and len(found) <= 40}

    def furniture(text: str) -> bool:
        return bool(_PAGE.fullmatch(text)) or shape(text) in often

    return [[line for i, line in enumerate(page) if i not in edge(page) or not furniture(line.text)] for page in pages]


@dataclass(frozen=True, slots=True)
class _Margins:
    """Where full lines begin and end, the usual distance from line to line, whether paragraphs are indented."""

    left: float
    right: float
    leading: float
    indents: bool

    @classmethod
    def of(cls, lines: Sequence[Line], width: float) -> "_Margins":
        """From all ``lines``; where few are full, the right margin is taken to be as wide as the left one."""
        size = median(line.size for line in lines)
        left = _common([-line.left for line in lines], size, 0.1)
        left = min(line.left for line in lines) if left is None else -left
        right = _common([line.right for line in lines], size, 0.15)
        steps = sorted(step for a, b in pairwise(lines) if 0 < (step := a.foot - b.foot) < 4 * size)
        leading = steps[len(steps) // 5] if steps else 2 * size
        indents = Counter(round(line.left) for line in lines if line.left > left + 1.2 * size)
        indented = max(indents.values(), default=0) >= max(3, len(lines) / 8)
        return cls(left, width - left if right is None else right, leading, indented)

    def goes_on(self, previous: Line, line: Line) -> bool:
        """Whether ``line`` is the same paragraph as ``previous``: it had no room there, and isn't indented.

        Without indents, a sentence may end just there: then a number, or room for one character more, tells of a new
        paragraph.
        """
        if line.left > self.left + 0.9 * line.size or abs(line.size - previous.size) > 0.2 * line.size:
            return False
        room = self.right - previous.right
        ended = previous.text[-1] in "。！？；：”）" and not self.indents
        if ended and (room > 0.9 * line.size or _NUMBER.match(line.text)):
            return False
        return previous.foot - line.foot < 1.5 * self.leading and _beginning(line) > room - 0.5 * line.size


def _beginning(line: Line) -> float:
    """The width of what can't be broken at the beginning of a line: a character or a word, and the marks about it."""
    found = _UNIT.match(line.text)
    return sum(line.size if c > "\u2000" else line.size / 2 for c in found[0]) if found else line.size


def _common(edges: Sequence[float], size: float, share: float) -> float | None:
    """The greatest of ``edges``, outliers aside, if three or more, and this share, lie within a character of it."""
    ordered = sorted(edges)
    for at in range(len(ordered), len(ordered) - 1 - len(ordered) // 50, -1):
        edge = ordered[at - 1]
        if at - bisect_left(ordered, edge - size) >= max(3, share * len(edges)):
            return edge
    return None


def _joined(text: str, more: str) -> str:
    gap = " " if text[-1].isascii() and text[-1].isalpha() and more[0].isascii() and more[0].isalpha() else ""
    return text + gap + more
