"""Paragraphs → blocks: the stretches that a reader takes as one thing, whatever they mean.

A block begins with its paragraph, with a number in mid-paragraph (…。二是…), or with a label in mid-paragraph (…。原因分析：…). Every
character of a text stands in exactly one block, in reading order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.document import Document, Span
from checker.outline.marks import Mark, inline_marks, leading_mark, sentence_end
from checker.outline.model import Heading
from checker.outline.noise import is_noise

LONGEST_HEAD = 260
BARE = 40
_STYLED = 80
_WRAPPED = 22
_ENDED = re.compile(r"[。！？；：!?;:.…][”’\"」』）)]*\s*$|方面\s*$")
_MID = re.compile(r"[，。；、]")
_ENDS = re.compile(r"[。！？；]\s*$")
_SHORT = 24
_PARTS = ("part", "han")
_AFTER_HEAD = "。：:，,；;】] \u3000"
_STOP = re.compile(r"[。！？!?；;]")
_COLON = re.compile(r"[：:]")
_ASPECT = re.compile(
    r"(?<![个几些各等多])方面(?:(?:主要)?存在(?:的)?(?:主要|突出)?(?:问题|差距|不足)(?:和(?:不足|差距))?|的(?:主要|突出)?(?:问题|差距|不足))?(?=$|[。：:，,；（(\s]|一是|首先|1[.．、])"
)
_LABEL = re.compile(
    r"[^。，；：:！？\s\"“”、【\[]{2,12}(?=[：:])|[【\[](?!第?[一二三四五六七八九十\d]+篇|篇)[^】\]。，；：:\n]{2,12}[】\]][：:]?"
)
_CLOSING = re.compile(
    r"(?<=[。！])[ \u3000]*(?=(?:以上|上述)(?:是|就是|汇报|发言|检查|剖析|对照|内容|，)[^。]{0,60}。?|[^。]{0,30}(?:批评指正|批评帮助|多提宝贵意见)[^。]{0,12}[。！]?$)"
)
_INNER_LABEL = re.compile(
    r"(?<=[。！？；])[ \u3000]*(?=(?:[（(]?\d[)）])?(?:存在)?(?:问题)?(?:产生)?的?(?:主要)?(?:思想)?(?:原因|根源|表现|整改|改进|努力|解决|下一?步|措施|怎么改)[^。，；：:！？]{0,6}[：:])"
)


_TOLD = re.compile(
    r"(?<=[。！？；])[ \u3000]*(?=(?:究其(?:原因|根源)|归根到底|归根结底|(?:产生|造成|出现|存在)[^。，]{0,8}(?:问题|不足)的?(?:主要)?(?:原因|根源)|(?:其|主要|根本)?原因(?:是|在于|主要|就是|：)|根子(?:上|在|就)|根源(?:是|在|就)|(?:今后|下一?步)(?:，|我|要|将|的)|(?:整改|改进)(?:措施|打算|方向)(?:是|，)))"
)


@dataclass(frozen=True, slots=True)
class Block:
    """``start`` to ``end`` of a paragraph. ``words`` to ``head`` is what a heading would say: the first clause behind the number.

    ``kind`` is the number's, or ``styled``, ``bare``, ``label`` (原因：…) or ``run-in`` (在学习方面，…) for a heading without one, or "" for running text.
    ``runs_in`` says that the heading's text follows in its paragraph, ``goes_on`` that the paragraph goes on with the sentence before,
    ``restarts`` that its number begins anew inside a paragraph (一是…二是…一要…), or that its first words turn to causes or measures (…。原因是…).
    """

    paragraph: int
    start: int
    end: int
    mark: Mark | None
    words: int
    head: int
    kind: str
    runs_in: bool = False
    noise: bool = False
    goes_on: bool = False
    restarts: bool = False

    @property
    def alone(self) -> bool:
        """Whether the heading is all there is of its block."""
        return not self.runs_in and self.end - self.head <= 2

    @property
    def opens(self) -> bool:
        """Whether the block begins its paragraph."""
        return self.start == 0 and not self.goes_on

    def heading(self, text: str) -> Heading:
        return Heading(
            text[self.start : self.head].strip(),
            Span(self.paragraph, self.start, self.head),
            Span(self.paragraph, self.words, self.head),
            text[self.mark.start : self.mark.end].strip() if self.mark else "",
            self.runs_in,
        )


def blocks(document: Document, first: int = 1) -> tuple[Block, ...]:
    """The blocks of the paragraphs from number ``first`` (1-based) on."""
    found: list[Block] = []
    before = ""
    for number, paragraph in enumerate(document.paragraphs[first - 1 :], first):
        if _goes_on(before, paragraph.text):
            found.append(Block(number, 0, len(paragraph.text), None, 0, 0, "", goes_on=True))
            inner = list(_of_paragraph(number, paragraph.text, False))[1:]
            if inner:
                found[-1] = replace(found[-1], end=inner[0].start)
                found += inner
        else:
            found += _of_paragraph(number, paragraph.text, bool(paragraph.level or paragraph.bold))
        before = paragraph.text
    return tuple(found)


def _goes_on(before: str, text: str) -> bool:
    """Whether a paragraph goes on with a sentence that broke off in the one before (a hard wrap that the reader kept)."""
    broken = len(before) >= _WRAPPED and not _ENDED.search(before) and len(text) <= len(before) + 4
    return (
        broken
        and leading_mark(text) is None
        and not (_LABEL.match(text) or is_noise(text))
        and bool(_MID.search(before) or _ENDS.search(text))
    )


def _of_paragraph(number: int, text: str, styled: bool) -> Iterator[Block]:
    if is_noise(text):
        yield Block(number, 0, len(text), None, 0, 0, "", noise=True)
        return
    cuts = {m.start for m in inline_marks(text, 0, len(text))}
    told = {m.end() for m in _TOLD.finditer(text)}
    cuts |= told | {m.end() for pattern in (_INNER_LABEL, _CLOSING) for m in pattern.finditer(text)}
    starts = [0, *sorted(cuts - {0})]
    reached: dict[str, int] = {}
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if start < end:
            for block in _blocks(number, text, start, end, styled and len(starts) == 1):
                again = start in told or (
                    block.mark is not None and block.mark.number <= reached.get(block.mark.kind, 0)
                )
                if block.mark:
                    reached[block.mark.kind] = block.mark.number
                yield replace(block, restarts=True) if again else block


def _blocks(number: int, text: str, start: int, end: int, styled: bool) -> Iterator[Block]:
    """The block from ``start`` to ``end``; a heading that runs on into its text is one of its own before it."""
    mark = leading_mark(text, start)
    words = min(mark.end, end) if mark else start
    head, shape = _head_end(text, words, end)
    rest = head
    while rest < end and text[rest] in _AFTER_HEAD:
        rest += 1
    said = text[words:head].strip()
    kind = _kind(text, start, end, mark, said, rest, styled, shape)
    apart = shape in ("aspect", "label") or (mark and mark.kind in _PARTS and len(said) <= _SHORT)
    if rest < end and said and apart and kind:
        yield Block(number, start, rest, mark, words, head, kind, runs_in=True)
        yield Block(number, rest, end, None, rest, min(sentence_end(text, rest, end), rest + LONGEST_HEAD), "")
    else:
        yield Block(number, start, end, mark, words, head, kind)


def _kind(text: str, start: int, end: int, mark: Mark | None, said: str, rest: int, styled: bool, shape: str) -> str:
    if mark:
        return mark.kind
    alone = rest >= end
    if styled and alone and len(said) <= _STYLED:
        return "styled"
    whole = text[start:end].strip()
    sentence = whole[-1:] in "；;，！？" or (whole[-1:] == "。" and (len(whole) > _SHORT or "，" in whole))
    if alone and start == 0 and len(whole) <= BARE and not _STOP.search(whole[:-1]) and not sentence:
        return "bare"
    if shape == "label" and (not alone or start):
        return "label"
    if shape == "aspect" and not alone and len(said) <= BARE * 2:
        return "run-in"
    return ""


def _head_end(text: str, start: int, end: int) -> tuple[int, str]:
    """Where a heading's words end and by what: behind 方面(存在的问题), at a label's colon, at the first sentence's end."""
    stop = min(sentence_end(text, start, end), start + LONGEST_HEAD)
    aspect = _ASPECT.search(text, start, stop)
    if aspect:
        return aspect.end(), "aspect"
    label = _LABEL.match(text, start, stop)
    title = bool(start) and len(text) <= BARE and not _STOP.search(text)  # （一）形式主义：花架子多，实功夫少
    if label and not title and (label.end() + 1 < end or start):
        return label.end(), "label"
    colon = _COLON.search(text, start, stop)
    return (colon.start() if colon and stop - start > BARE else stop), ""
