"""Lines of a text file → paragraphs: hard wraps, page numbers and running headers of PDF copies undone, every offset kept."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.characters import fold, seen
from checker.document import Paragraph, SourceRun

_PAGE = re.compile(
    r"\s*(?:[-—–―－·]*\s*\d{1,3}\s*[-—–―－·]*|第\s*\d{1,3}\s*页(?:[\s，,/]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}|[Pp]age\s*\d+(?:\s*of\s*\d+)?)\s*"
)
_END = re.compile(r"[。！？；：!?;:”’》）)…]\s*$")
_MARKER = re.compile(
    r"[一二三四五六七八九十]{1,3}[、，．.是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]{1,3}[，、]|[①-⑳]"
)
_SPACES = " \t\u3000\xa0\ufeff"
_ENDS = _SPACES + "".join(map(chr, range(0xE000, 0xF900)))
"""What says nothing at the end of a line: also characters that only one font knows."""
_WIDEST_WRAP = 110
_FULL = 0.97
_FEWEST_LINES = 15


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: its visible text, where its characters stand (column 1-based), and what the format says of it."""

    text: str
    number: int
    runs: tuple[tuple[int, int], ...] = ((0, 1),)
    level: int = 0
    bold: bool = False
    indented: bool = False

    @property
    def width(self) -> int:
        return sum(2 if c > "\u2e7f" else 1 for c in self.text)


def plain_lines(text: str) -> list[Line]:
    """The lines of a .txt file, blank ones included (empty ``text``), white space at both ends left out."""
    found = []
    for number, raw in enumerate(re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", fold(text)), 1):
        shown = list(seen(raw))
        whole = "".join(part for _, part in shown)
        bare = whole.lstrip(_SPACES)
        lead = len(whole) - len(bare)
        wide = lead >= 2 or "\u3000" in whole[:lead]
        found.append(Line(bare.rstrip(_ENDS), number, _runs(shown, lead), indented=wide))
    return found


def _runs(shown: Sequence[tuple[int, str]], lead: int) -> tuple[tuple[int, int], ...]:
    """Where a line's characters stand from the ``lead``th of those that can be seen: (offset, column) of each stretch."""
    runs: list[tuple[int, int]] = []
    at = -lead
    for offset, part in shown:
        if at + len(part) > 0:
            runs.append((max(at, 0), offset + 1 - min(at, 0)))
        at += len(part)
    return tuple(runs) or ((0, 1),)


def to_paragraphs(lines: Sequence[Line]) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """Paragraphs of the lines, and remarks (Chinese) on what was undone."""
    remarks: list[str] = []
    kept = _without_page_furniture(lines)
    left_out = sum(1 for line in lines if line.text) - sum(1 for line in kept if line.text)
    if left_out:
        remarks.append(f"略去页码、页眉 {left_out} 行")
    width = _wrap_width(kept)
    if not width:
        return tuple(_join([line]) for line in kept if line.text), tuple(remarks)
    remarks.append(f"按每行约 {width // 2} 字的硬换行还原了段落")
    return tuple(_join(group) for group in _groups(kept, width)), tuple(remarks)


def _without_page_furniture(lines: Sequence[Line]) -> list[Line]:
    """Page numbers and the headers next to them go, with the blank lines about them; a number alone is none in short texts."""
    filled = [i for i, line in enumerate(lines) if line.text]
    pages = {i for i in filled if _PAGE.fullmatch(lines[i].text)}
    if len(pages) < 2:
        return list(lines)
    repeated = {text for text, n in Counter(lines[i].text for i in filled if i not in pages).items() if n >= 2}
    beside = {
        j for k, i in enumerate(filled) if i in pages for j in (*filled[max(k - 2, 0) : k], *filled[k + 1 : k + 3])
    }
    headers = {i for i in filled if lines[i].text in repeated and len(lines[i].text) <= 40 and i in beside}
    gone = pages | headers
    kept: list[Line] = []
    for i, line in enumerate(lines):
        after_gone = any(j in gone for j in range(max(i - 2, 0), i)) or any(
            j in gone for j in range(i + 1, min(i + 3, len(lines)))
        )
        if i in gone or (not line.text and after_gone):
            continue
        kept.append(line)
    return kept


def _wrap_width(lines: Iterable[Line]) -> int:
    """The width (columns) at which the text was hard-wrapped, 0 where it wasn't."""
    filled = [line for line in lines if line.text]
    if len(filled) < _FEWEST_LINES:
        return 0
    widths = sorted(line.width for line in filled)
    full = widths[int(len(widths) * 0.9)]
    if not 30 <= full <= _WIDEST_WRAP or widths[-1] > full * 1.25:
        return 0
    long = [line for line in filled if line.width >= full * 0.85]
    broken = [line for line in long if not _END.search(line.text)]
    return full if len(long) >= len(filled) * 0.4 and len(broken) >= len(long) * 0.5 else 0


def _groups(lines: Sequence[Line], width: int) -> list[list[Line]]:
    """Wrapped lines put together again: a line goes on the one before it when that one was full."""
    indents = sum(line.indented for line in lines if line.text)
    by_indent = indents >= 3 and indents < 0.8 * sum(1 for line in lines if line.text)
    groups: list[list[Line]] = []
    blank = True
    for line in lines:
        if not line.text:
            blank = True
            continue
        previous = groups[-1][-1] if groups and not blank else None
        if previous is None or not _goes_on(previous, line, width, by_indent):
            groups.append([line])
        else:
            groups[-1].append(line)
        blank = False
    return groups


def _goes_on(previous: Line, line: Line, width: int, by_indent: bool) -> bool:
    if line.level or previous.level or (by_indent and line.indented):
        return False
    ended = bool(_END.search(previous.text))
    if by_indent:
        return previous.width >= width * (0.9 if ended else 0.6) and not (ended and _MARKER.match(line.text))
    if _MARKER.match(line.text) and (ended or previous.width < width * _FULL):
        return False
    return previous.width >= width * (_FULL if ended else 0.8)


def _join(lines: Sequence[Line]) -> Paragraph:
    text = ""
    source: list[SourceRun] = []
    for line in lines:
        if text and text[-1].isascii() and text[-1].isalpha() and line.text[0].isascii() and line.text[0].isalpha():
            text += " "
        source += [SourceRun(len(text) + start, line.number, column) for start, column in line.runs]
        text += line.text
    first = lines[0]
    return Paragraph(text, level=first.level, bold=all(line.bold for line in lines), source=tuple(source))
