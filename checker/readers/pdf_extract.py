"""The process that opens a .pdf: bytes on standard input, its visual lines as JSON on standard output."""

import json
import sys
from collections.abc import Iterator
from ctypes import byref
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from checker.readers import limits

Row = tuple[str, float, float, float, float]
"""A line: text, left and right edge, height of its foot above the page's, width of a Chinese character; in points."""


class Character(NamedTuple):
    """A character and its box, in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


def main() -> None:
    """Write ``{"pages": [[width, [row, …]], …]}`` or ``{"error": name}``."""
    _limit_process()
    sys.stdout.write(json.dumps(_extract(sys.stdin.buffer.read())))


def _limit_process() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.PDF_MEMORY, limits.PDF_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.PDF_SECONDS, limits.PDF_SECONDS))


def _extract(data: bytes) -> dict[str, Any]:
    try:
        import pypdfium2
    except ImportError:
        return {"error": "missing"}
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if "password" in str(error).lower() else "damaged"}
    if len(document) > limits.PAGES:
        return {"error": "pages"}
    pages: list[tuple[float, list[Row]]] = []
    characters = 0
    for page in document:
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > 2 * limits.CHARACTERS:
            return {"error": "pages"}
        lines = [turned(line, page.get_rotation(), *_sides(page)) for line in _lines(text)]
        width, height = page.get_size()
        if is_vertical(lines):  # from the right, as of old: seen from the side, columns are lines
            lines, width = [turned(line, 270, width, height) for line in lines], height
            lines.sort(key=lambda line: -line[0].bottom)
        pages.append((width, [_row(line) for line in lines]))
    return {"pages": pages}


def _sides(page: Any) -> tuple[float, float]:
    """The width and height of a page as it is stored, before it is turned."""
    width, height = page.get_size()
    return (height, width) if page.get_rotation() in (90, 270) else (width, height)


def turned(line: list[Character], degrees: int, width: float, height: float) -> list[Character]:
    """``line`` on a page of this size turned clockwise."""
    if degrees == 90:
        return [Character(c.text, c.bottom, c.top, width - c.right, width - c.left) for c in line]
    if degrees == 180:
        return [Character(c.text, width - c.right, width - c.left, height - c.top, height - c.bottom) for c in line]
    if degrees == 270:
        return [Character(c.text, height - c.top, height - c.bottom, c.left, c.right) for c in line]
    return line


def is_vertical(lines: list[list[Character]]) -> bool:
    """Whether most characters stand in lines that go down the page."""
    tall = sum(
        len(line)
        for line in lines
        if len(line) > 2
        and max(c.top for c in line) - min(c.bottom for c in line)
        > 2 * (max(c.right for c in line) - min(c.left for c in line))
    )
    return 2 * tall > sum(map(len, lines)) > 0


def _lines(page: Any) -> Iterator[list[Character]]:
    """The lines of a text page as the library orders them; it puts line ends of its own between them."""
    from pypdfium2.raw import FS_RECTF, FPDFText_GetLooseCharBox, FPDFText_GetUnicode, FPDFText_IsGenerated

    box = FS_RECTF()
    line: list[Character] = []
    for index in range(page.count_chars()):
        text = chr(min(FPDFText_GetUnicode(page, index), sys.maxunicode))
        if text in "\r\n":
            if line:
                yield line
            line = []
        elif FPDFText_IsGenerated(page, index) != 1 and FPDFText_GetLooseCharBox(page, index, byref(box)):
            line.append(Character(text, box.left, box.right, box.bottom, box.top))
    if line:
        yield line


def _row(line: list[Character]) -> Row:
    """Characters from left to right (quotes of another font come late), a space where there is a gap.

    Between Chinese and Latin characters there is always a small one; between two Chinese ones it is a space.
    """
    wide = [c.right - c.left for c in line if c.text > "\u2e7f"]
    size = median(wide or [c.top - c.bottom for c in line]) or 1.0
    out = ""
    ordered = sorted(line, key=lambda c: c.left)
    end = ordered[0].left
    gaps = [b.left - a.right for a, b in pairwise(ordered) if min(a.text, b.text) > "\u2e7f"]
    spread = median(gaps) if len(gaps) > 3 else 0.0  # letter-spaced: what stands between all of them is no space
    for character in ordered:
        chinese = out[-1:] > "\u2e7f" and character.text > "\u2e7f"
        if character.left - end > (0.24 if chinese else 0.7) * size + max(spread, 0.0):
            out += " "
        out += character.text
        end = max(end, character.right)
    text = out.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    seen = [c for c in line if not c.text.isspace()] or line
    return text, min(c.left for c in seen), max(c.right for c in seen), median(c.bottom for c in seen), size
