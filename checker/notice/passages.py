"""Paragraphs of a document → passages: numbers taken off, headings kept for what stands below them."""

import re

from checker.document import Document
from checker.notice.model import Passage
from checker.outline.marks import leading_mark

_DEPTHS = ("part", "han", "paren-han", "arabic", "paren-arabic", "circled")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})(?:[ \u3000]+|(?<=\.\d)(?=[\u4e00-\u9fff]))")
_HEADING, _LONGEST = 40, 1000  # no sentence of a notice is longer; reading takes time with its square
_ENDS = "。；;！？"


def passages(document: Document) -> tuple[Passage, ...]:
    """The paragraphs of ``document`` in order."""
    above: dict[int, str] = {}
    found = []
    for number, paragraph in enumerate(document.paragraphs, 1):
        text = "。".join(sentence[:_LONGEST] for sentence in paragraph.text.strip().split("。"))
        decimal = _DECIMAL.match(text)
        mark = None if decimal else leading_mark(text)
        words = text[decimal.end() if decimal else mark.end if mark else 0 :].strip()
        depth = _DEPTHS.index(mark.kind) if mark and mark.kind in _DEPTHS else len(_DEPTHS)
        depth = decimal[1].count(".") if decimal else depth
        if mark or decimal or paragraph.level:
            above = {d: h for d, h in above.items() if d < depth}
        found.append(
            Passage(
                number,
                words,
                f"decimal-{depth}" if decimal else mark.kind if mark else "",
                int(decimal[1].split(".")[-1]) if decimal else mark.number if mark else 0,
                tuple(above[d] for d in sorted(above)),
                paragraph.in_table,
            )
        )
        heading = _heading(words)
        if heading and (mark or decimal or paragraph.level) and not paragraph.in_table:
            above[depth] = heading
    return tuple(found)


def _heading(words: str) -> str:
    """The heading that a paragraph is, or begins with (（二）查摆问题。党支部要……)."""
    if len(words) <= _HEADING and not any(c in _ENDS for c in words[:-1]):
        return words.rstrip(_ENDS + "：:")
    first = words.split("。")[0]
    return first if len(first) <= _HEADING // 2 and "，" not in first else ""
