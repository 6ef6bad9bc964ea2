"""One Word paragraph while it is read, and what comes of it: paragraphs of text with their way back to the XML."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.document import Paragraph
from checker.readers.package import Element
from checker.readers.styles import Style

SPACES = " \t\u3000\xa0\ufeff"


class Piece(NamedTuple):
    """A stretch of a paragraph's text.

    Where ``element`` is a ``w:t``, its characters are those of ``element.text`` from ``offset`` on, one for one (white
    space may differ in kind, look-alikes are folded); what can't be seen is in none. Another element (a tab, a symbol) stands for all of ``text``; None: an automatic number.
    """

    text: str
    element: Element | None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """``paragraph`` and the pieces that its text consists of, in order, nothing between them.

    ``element`` is its ``w:p``: the last one where deleted paragraph marks join several, None for text outside of any.
    """

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    element: Element | None


@dataclass(slots=True)
class Line:
    """What stands between two soft breaks; ``bold`` as long as all of it is."""

    pieces: list[Piece] = field(default_factory=list)
    bold: bool = True


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph being read: its lines, and the text boxes met before and after its first text.

    ``joins``: its mark is deleted or hidden, so the next ``w:p`` goes on in it. ``count`` counts the pieces.
    """

    element: Element | None = None
    properties: Element | None = None
    style: Style = field(default_factory=Style)
    lines: list[Line] = field(default_factory=lambda: [Line()])
    before: list[Written] = field(default_factory=list)
    after: list[Written] = field(default_factory=list)
    count: int = 0
    joins: bool = False

    def add(self, piece: Piece, bold: bool) -> None:
        """Put ``piece`` at the end."""
        line = self.lines[-1]
        line.pieces.append(piece)
        self.count += 1
        if not bold and line.bold and piece.text.strip(SPACES):
            line.bold = False

    def written(self, label: str, level: int, in_table: bool) -> list[Written]:
        """The paragraphs that it makes, the first one with the automatic number ``label``; text boxes about them."""
        found: list[Written] = []
        for line in self.lines:
            pieces = trimmed(line.pieces)
            if not pieces:
                continue
            if label:
                pieces.insert(0, Piece(label + _gap(label, pieces[0].text), None))
            text = "".join([piece.text for piece in pieces])
            found.append(Written(Paragraph(text, level, line.bold, label, in_table), tuple(pieces), self.element))
            label = ""
        return [*self.before, *found, *self.after]


def _gap(label: str, text: str) -> str:
    """What keeps 「1.」 from running into 「2021年」, and stands between 「第一章」 and its words."""
    runs_in = label[-1].isascii() and text[0].isascii() and text[0].isalnum()
    return " " if runs_in or re.fullmatch(r"第.*[\u3400-\u9fff]", label) else ""


def trimmed(pieces: list[Piece]) -> list[Piece]:
    """``pieces`` without the white space at both ends."""
    start, end = 0, len(pieces)
    while start < end and not pieces[start].text.strip(SPACES):
        start += 1
    while start < end and not pieces[end - 1].text.strip(SPACES):
        end -= 1
    kept = pieces[start:end]
    if kept:
        text, element, offset = kept[0]
        bare = text.lstrip(SPACES)
        kept[0] = Piece(bare, element, offset + len(text) - len(bare))
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip(SPACES))
    return kept
