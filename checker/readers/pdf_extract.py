"""The process that opens a .pdf: bytes on standard input, its visual lines as JSON on standard output."""

import json
import sys
from collections.abc import Iterator
from ctypes import byref
from statistics import median
from typing import Any, NamedTuple

from checker.readers import limits

Row = tuple[str, float, float, float, float]
"""A line: text, left and right edge, height of its foot above the page's, width of a Chinese character; in points."""


class _Character(NamedTuple):
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
        pages.append((page.get_width(), [_row(line) for line in _lines(text)]))
    return {"pages": pages}


def _lines(page: Any) -> Iterator[list[_Character]]:
    """The lines of a text page as the library orders them; it puts line ends of its own between them."""
    from pypdfium2.raw import FS_RECTF, FPDFText_GetLooseCharBox, FPDFText_GetUnicode, FPDFText_IsGenerated

    box = FS_RECTF()
    line: list[_Character] = []
    for index in range(page.count_chars()):
        text = chr(min(FPDFText_GetUnicode(page, index), sys.maxunicode))
        if text in "\r\n":
            if line:
                yield line
            line = []
        elif FPDFText_IsGenerated(page, index) != 1 and FPDFText_GetLooseCharBox(page, index, byref(box)):
            line.append(_Character(text, box.left, box.right, box.bottom, box.top))
    if line:
        yield line


def _row(line: list[_Character]) -> Row:
    """Characters from left to right (quotes of another font come late), a space where there is a gap.

    Between Chinese and Latin characters there is always a small one; between two Chinese ones it is a space.
    """
    wide = [c.right - c.left for c in line if c.text > "\u2e7f"]
    size = median(wide or [c.top - c.bottom for c in line]) or 1.0
    out = ""
    end = line[0].left
    for character in sorted(line, key=lambda c: c.left):
        chinese = out[-1:] > "\u2e7f" and character.text > "\u2e7f"
        if character.left - end > (0.24 if chinese else 0.7) * size:
            out += " "
        out += character.text
        end = max(end, character.right)
    text = out.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    seen = [c for c in line if not c.text.isspace()] or line
    return text, min(c.left for c in seen), max(c.right for c in seen), median(c.bottom for c in seen), size
