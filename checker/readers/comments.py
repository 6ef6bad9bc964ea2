"""Comments in text files that speak to the checker: ``<!-- duizhao: ignore W503 引用原文 -->``."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from checker.document import Comment, Paragraph

_WORDS = re.compile(
    r"\s*duizhao\s*[:：]\s*(?P<scope>ignore-file|ignore)\s+(?P<codes>[A-Za-z][\w-]*(?:\s*[,，]\s*[A-Za-z][\w-]*)*)\s*(?P<reason>.*)",
    re.DOTALL,
)
_LONGEST, _NEAR = 2000, 200


def take_comments(text: str, markdown: bool) -> tuple[str, list[tuple[int, bool, Comment]]]:
    """``text`` with its comments made blank, every offset kept, and (line 1-based, alone on its line, comment) for ours.

    In plain text only comments that speak to the checker are taken; anything else stays as written.
    """
    found: list[tuple[int, bool, Comment]] = []
    pieces: list[str] = []
    done, line = 0, 1
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        end += 3
        line += text.count("\n", done, start)
        words = _WORDS.fullmatch(text, start + 4, end - 3) if end - start < _LONGEST else None
        pieces.append(text[done:start])
        if words:
            found.append((line, _is_alone(text, start, end), _comment(words, line)))
        if words or markdown:
            pieces.append(re.sub(r"[^\n]", " ", text[start:end]))
        else:
            pieces.append(text[start:end])
        line += text.count("\n", start, end)
        done = end
    return "".join([*pieces, text[done:]]), found


def _comment(words: re.Match[str], line: int) -> Comment:
    codes = tuple(c.strip() for c in re.split(r"[,，]", words["codes"]))
    whole = words["scope"] == "ignore-file"
    return Comment(None if whole else 0, codes, " ".join(words["reason"].split()), line)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line, as far as one looks."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return not before.rpartition("\n")[2].strip() and not after.partition("\n")[0].strip()


def place_comments(found: Sequence[tuple[int, bool, Comment]], paragraphs: Sequence[Paragraph]) -> tuple[Comment, ...]:
    """The comments with the paragraph that they speak of: the one that they stand in, or, alone on a line, the next one."""
    first, last = [p.source[0].line for p in paragraphs], [p.source[-1].line for p in paragraphs]
    placed = []
    for line, alone, comment in found:
        paragraph = comment.paragraph
        if paragraph is not None:
            at = bisect_right(first, line) if alone else bisect_left(last, line)
            paragraph = at + 1 if at < len(first) and (alone or first[at] <= line) else 0
        placed.append(Comment(paragraph, comment.codes, comment.reason, comment.line))
    return tuple(placed)
