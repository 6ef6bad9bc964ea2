"""What a submission is to every other module: paragraphs of final text, each with its way back to the source.

Offsets are 0-based characters inside a paragraph's ``text``; paragraph, line and column numbers are 1-based.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

Format = Literal["docx", "md", "txt", "html", "pdf"]


@dataclass(frozen=True, slots=True)
class SourceRun:
    """A stretch of a paragraph that stands unbroken in its text file, from ``start`` to the next run or the end."""

    start: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One non-empty paragraph as a reader of the document sees it.

    ``label`` is the automatic number that Word shows but doesn't store; ``text`` begins with it. ``level`` is the heading
    level (1-9) that the format itself gives (Word outline level, ``#``), 0 for none. ``bold`` says that all of it is bold.
    ``source`` is empty where the format has no lines (Word).
    """

    text: str
    level: int = 0
    bold: bool = False
    label: str = ""
    in_table: bool = False
    source: tuple[SourceRun, ...] = ()

    def position(self, offset: int) -> tuple[int, int] | None:
        """Line and column (1-based) in the source file of the character at ``offset``; None where there are no lines."""
        index = bisect_right(self.source, offset, key=lambda run: run.start) - 1
        if index < 0:
            return None
        run = self.source[index]
        return run.line, run.column + offset - run.start


@dataclass(frozen=True, slots=True)
class Comment:
    """An author's word to the checker: ``codes`` don't count in ``paragraph`` (1-based; None: in the whole file), for ``reason``."""

    paragraph: int | None
    codes: tuple[str, ...]
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """A submission as read: the body's paragraphs in order; notes, headers and footers, and what others wrote in the
    margin (Word's comments) apart from it.

    ``remarks`` are sentences in Chinese on what the reader had to undo or leave out, for ``duizhao outline``.
    """

    format: Format
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Paragraph, ...] = ()
    headers: tuple[Paragraph, ...] = ()
    remarks: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    margin: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """``start`` to ``end`` (0-based, end exclusive) of the paragraph number ``paragraph`` (1-based)."""

    paragraph: int
    start: int
    end: int
