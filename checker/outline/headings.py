"""Which paragraphs may be headings, and what they say: numbered ones, styled ones (Word, #, bold) and bare short lines."""

import re
from dataclasses import dataclass

from checker.document import Document, Span
from checker.outline.marks import Mark, leading_mark, sentence_end
from checker.outline.model import Heading

LONGEST = 260
BARE = 40
_RUN_IN = re.compile(r"在?(?:带头|对照).*方面(?:存在.*)?$")
_ASPECT = re.compile(
    r"方面(?:(?:主要)?存在(?:的)?(?:主要|突出)?(?:问题|差距|不足)(?:和(?:不足|差距))?)?(?=$|[。：:，,；（(\s])"
)
_STOP = re.compile(r"[。！？!?]")
_LABEL = re.compile(r"[^。，；：:！？\s]{2,12}(?=[：:])")


@dataclass(frozen=True, slots=True)
class Candidate:
    """The heading that paragraph ``paragraph`` (1-based) begins with: ``kind`` is the number's, ``styled``, ``bare`` or ``label`` (原因：…)."""

    paragraph: int
    kind: str
    words: str
    start: int
    end: int
    mark: Mark | None
    run_in: bool
    level: int = 0

    def heading(self, text: str) -> Heading:
        return Heading(
            text[: self.end].strip(),
            Span(self.paragraph, 0, self.end),
            Span(self.paragraph, self.start, self.end),
            text[self.mark.start : self.mark.end].strip() if self.mark else "",
            self.run_in,
        )


def candidates(document: Document) -> tuple[Candidate, ...]:
    """One candidate for each paragraph that can be or begin with a heading."""
    found = (_candidate(p.text, i, p.level, p.bold) for i, p in enumerate(document.paragraphs, 1))
    return tuple(c for c in found if c)


def _candidate(text: str, paragraph: int, level: int, bold: bool) -> Candidate | None:
    mark = leading_mark(text)
    start = mark.end if mark else 0
    end = _words_end(text, start)
    words = text[start:end].strip(" \u3000。：:")
    rest = text[end:].strip(" \u3000。：:")
    if not words or end - start > LONGEST:
        return None
    whole = not rest
    label = _LABEL.match(text) if _is_prose(text) else None
    if mark:
        kind = mark.kind
    elif (level or bold) and whole and len(words) <= 80:
        kind = "styled"
    elif (whole and _is_bare(text, words)) or (not whole and _RUN_IN.match(words) and text[end] in "。：:"):
        kind = "bare"
    elif label and text[label.end() + 1 :].strip():
        kind, end, words = "label", label.end(), label[0]
    else:
        return None
    return Candidate(paragraph, kind, words, start, end, mark, not whole or kind == "label", level)


def _is_bare(text: str, words: str) -> bool:
    """Whether an unnumbered paragraph is short enough, and no sentence."""
    return len(words) <= BARE and not _STOP.search(text[:-1]) and not text.endswith(("；", ";", "，", "！", "？"))


def group(candidate: Candidate) -> str:
    """Styled and bare headings are of one kind: those without a number."""
    return "plain" if candidate.kind in ("styled", "bare") else candidate.kind


def _is_prose(text: str) -> bool:
    return len(text) > BARE or text.endswith(("。", "；"))


def _words_end(text: str, start: int) -> int:
    """Where the heading's words end: behind 方面 (存在的问题), at the first sentence's end, or at the paragraph's."""
    stop = sentence_end(text, start)
    aspect = _ASPECT.search(text, start, stop)
    if aspect and aspect.end() - start <= LONGEST:
        return aspect.end()
    label = _LABEL.match(text, start)
    if label and _is_prose(text):
        return label.end()
    colon = re.compile(r"[：:]").search(text, start, stop)
    return colon.start() if colon and stop - start > BARE else stop
