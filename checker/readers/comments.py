"""Comments in text files that speak to the checker: ``<!-- duizhao: ignore W503 引用原文 -->``."""

import re
from collections.abc import Sequence

from checker.document import Comment, Paragraph

_COMMENT = re.compile(r"<!--(?P<inside>.*?)-->", re.DOTALL)
_WORDS = re.compile(
    r"\s*duizhao\s*[:：]\s*(?P<scope>ignore-file|ignore)\s+(?P<codes>[A-Za-z][\w-]*(?:\s*[,，]\s*[A-Za-z][\w-]*)*)\s*(?P<reason>.*)",
    re.DOTALL,
)


def take_comments(text: str, markdown: bool) -> tuple[str, list[tuple[int, bool, Comment]]]:
    """``text`` with its comments made blank, every offset kept, and (line 1-based, alone on its line, comment) for ours.

    In plain text only comments that speak to the checker are taken; anything else stays as written.
    """
    found: list[tuple[int, bool, Comment]] = []

    def blank(match: re.Match[str]) -> str:
        words = _WORDS.fullmatch(match["inside"])
        if words:
            line = text.count("\n", 0, match.start()) + 1
            before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            after = text[match.end() :].split("\n", 1)[0]
            codes = tuple(c.strip() for c in re.split(r"[,，]", words["codes"]))
            comment = Comment(
                None if words["scope"] == "ignore-file" else 0, codes, " ".join(words["reason"].split()), line
            )
            found.append((line, not (before.strip() or after.strip()), comment))
        elif not markdown:
            return match[0]
        return re.sub(r"[^\n]", " ", match[0])

    return (_COMMENT.sub(blank, text), found) if "<!--" in text else (text, [])


def place_comments(found: Sequence[tuple[int, bool, Comment]], paragraphs: Sequence[Paragraph]) -> tuple[Comment, ...]:
    """The comments with the paragraph that they speak of: the one that they stand in, or, alone on a line, the next one."""
    placed = []
    for line, alone, comment in found:
        paragraph = comment.paragraph
        if paragraph is not None:
            lines = [(p.source[0].line, p.source[-1].line) for p in paragraphs]
            hits = (n for n, (first, last) in enumerate(lines, 1) if (first > line if alone else first <= line <= last))
            paragraph = next(hits, 0)
        placed.append(Comment(paragraph, comment.codes, comment.reason, comment.line))
    return tuple(placed)
