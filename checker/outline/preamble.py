"""What stands before a submission's text: the title over one or more lines, the byline, and what a web page put above them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.document import Document
from checker.outline.blocks import Block
from checker.outline.clues import DATE
from checker.outline.lattice import level_of
from checker.outline.noise import is_noise

_TITLE = re.compile(
    r"对照检查|检视剖析|自我剖析|剖析(?:检查)?材料|发言(?:提纲|材料|稿)|检查材料|民主生活会|组织生活会|自查|检视(?:材料|报告|情况|问题)|对照材料|问题清单|党性分析"
)
_ANY_TITLE = re.compile(r"材料|提纲|报告|发言|剖析|检查|问题|整改|对照|措施|查摆")
_WHOLE = re.compile(r"(?:材料|提纲|报告|发言稿?|剖析|检查|自查|清单|稿)\s*(?:[（(【\[][^）)】\]]{1,20}[）)】\]])?$")
_BRACKETED = re.compile(r"^[（(【\[〔][^）)】\]〕]*[）)】\]〕]$")
_MOST_LINES = 6
_LOOKED_AT = 12
_LOOKED_FURTHER = 40
_LONGEST_LINE = 60
_SHORT_TITLE = 8


@dataclass(frozen=True, slots=True)
class Preamble:
    """The numbers of the title's paragraphs and of the byline, and of the first paragraph of the text."""

    title: tuple[int, ...]
    byline: int | None
    start: int


def preamble(document: Document, found: Sequence[Block], sections: Mapping[int, bool]) -> Preamble:
    """``found`` are the document's blocks; ``sections`` tells of each paragraph that a heading begins whether its words head a part."""
    headed = {b.paragraph for b in found if b.kind and b.opens}
    long = {n for n, p in enumerate(document.paragraphs[:_LOOKED_AT], 1) if n not in headed and _is_title(p.text)}
    plain = {b.paragraph for b in found if b.opens and b.alone and level_of(b) == "plain"} | long
    first = _first_lines(document, plain, sections, 1)
    if any(
        _WHOLE.search(document.paragraphs[n - 1].text) and _TITLE.search(document.paragraphs[n - 1].text) for n in first
    ):
        return _of_lines(document, first)
    later = _title_further_down(document, plain)
    return _of_lines(document, _first_lines(document, plain, sections, later) if later else first)


def _is_title(text: str) -> bool:
    """Whether a line too long for a bare heading is a title all the same."""
    return len(text) <= 80 and not re.search(r"[。；：]", text) and text.count("，") < 2 and bool(_TITLE.search(text))


def _first_lines(document: Document, plain: set[int], sections: Mapping[int, bool], start: int) -> list[int]:
    """The bare lines from paragraph ``start`` on, up to the first that is text or heads a part."""
    lines: list[int] = []
    for number, paragraph in enumerate(document.paragraphs[start - 1 : start - 1 + _LOOKED_AT], start):
        text = paragraph.text
        if is_noise(text):
            continue
        again = lines and document.paragraphs[lines[-1] - 1].text in text
        heads = lines and sections.get(number) and not (_TITLE.search(text) or _WHOLE.search(text) or again)
        if number not in plain or heads or len(lines) >= _MOST_LINES or text.endswith(("：", ":", "。")):
            break
        lines.append(number)
    return lines


def _title_further_down(document: Document, plain: set[int]) -> int | None:
    """A title below a table of contents or an abstract; the larger part of the text must still follow it."""
    sizes = [len(p.text) for p in document.paragraphs]
    for number in range(2, min(len(sizes), _LOOKED_FURTHER) + 1):
        text = document.paragraphs[number - 1].text
        if 2 * sum(sizes[: number - 1]) > sum(sizes):
            return None
        if (
            number in plain
            and len(text) <= _LONGEST_LINE
            and _TITLE.search(text)
            and _WHOLE.search(text)
            and not is_noise(text)
        ):
            return number
    return None


def _of_lines(document: Document, lines: Sequence[int]) -> Preamble:
    texts = {n: document.paragraphs[n - 1].text for n in lines}
    start = lines[-1] + 1 if lines else 1
    titled = [n for n in lines if _TITLE.search(texts[n])]
    if not titled and lines and (_ANY_TITLE.search(texts[lines[0]]) or document.paragraphs[lines[0] - 1].level == 1):
        titled = [lines[0]]
    if not titled:
        return Preamble((), lines[0] if lines else None, start)
    last = _end_of_title(texts, titled[-1])
    title = [n for n in lines if _start_of_title(texts, titled, lines) <= n <= last]
    after = [n for n in lines if n > last and not DATE.match(texts[n]) and not _BRACKETED.match(texts[n])]
    return Preamble(tuple(title), after[0] if after else None, start)


def _start_of_title(texts: Mapping[int, str], titled: Sequence[int], lines: Sequence[int]) -> int:
    """The title's first line. Of several whole titles (a page repeats it) the last counts; a unit's name above belongs to it."""
    whole = [n for n in titled if _WHOLE.search(texts[n])]
    start = whole[-1] if len(whole) > 1 else titled[0]
    if len(texts[start]) <= _SHORT_TITLE and start - 1 in titled:
        start -= 1  # a title broken in two (…对照检查 / 发言提纲)
    before = [n for n in lines if n < start]
    if (
        before == lines[:1]
        and before[0] not in whole
        and len(texts[before[0]]) <= 40
        and not re.search(r"[，。]|^[【\[]", texts[before[0]])
    ):
        return before[0]
    return start


def _end_of_title(texts: Mapping[int, str], last: int) -> int:
    """The title's last line; one that broke off goes on in the next."""
    following = texts.get(last + 1, "")
    goes_on = (
        not _WHOLE.search(texts[last])
        and _WHOLE.search(following)
        and len(following) <= 20
        and not _BRACKETED.match(following)
    )
    return last + 1 if goes_on else last
