"""Lists whose things stand in paragraphs of their own, numbered or not, or in the cells of a table."""

import re
from collections.abc import Iterator, Sequence

from checker.notice.counts import declared
from checker.notice.model import Candidate, Passage

_BETWEEN = 4
_HEAD_CELL = re.compile(
    r"方面|维度|对照(?:检查)?(?:内容|重点|事项)|查摆(?:内容|重点)|检视(?:内容|重点)|检查(?:内容|重点)"
)
_LABELLED = re.compile(r"(?P<word>[\u4e00-\u9fff]{2,4}?)(?P<n>[一二三四五六七八九十]|\d{1,2})[：:、.．]\s*")
_HEADS = re.compile(r"^[^，。；]{0,8}(?:方面|维度|内容|重点|事项|要求|表现|备注|责任人?|序号|要点|说明|举例|问题)$")
_FIRST = re.compile(r"[（(]?(?:1|一|01)[)）.．、]?")
_MOST_COLUMNS = 6


def numbered_rows(found: Sequence[Passage]) -> Iterator[Candidate]:
    """Paragraphs numbered 1, 2, 3 in the same way, at most a few others between two of them."""
    for first, passage in enumerate(found):
        if passage.value != 1 or passage.in_table or not passage.text:
            continue
        rows, gap = [passage], 0
        for other in found[first + 1 :]:
            if other.mark == passage.mark and other.value == len(rows) + 1:
                rows.append(other)
                gap = 0
            elif other.mark == passage.mark or gap == _BETWEEN or len(other.headings) < len(passage.headings):
                break
            elif len(other.headings) == len(passage.headings):
                gap += 1
        if len(rows) > 1:
            lead = _lead(found, first)
            yield Candidate(
                tuple(r.text for r in rows), "rows", lead, "", passage.paragraph, headings=passage.headings, declared=declared(lead),
                covers=tuple(range(passage.paragraph, _below(found, rows[-1]) + 1)),
            )  # fmt: skip


def _below(found: Sequence[Passage], row: Passage) -> int:
    """The last paragraph of what stands under ``row``."""
    last = row.paragraph
    for other in found[row.paragraph :]:
        if len(other.headings) <= len(row.headings):
            break
        last = other.paragraph
    return last


def labelled_rows(found: Sequence[Passage]) -> Iterator[Candidate]:
    """Paragraphs that a word and a number head: 题目一：……, 专题1：……."""
    for first, passage in enumerate(found):
        label = _LABELLED.match(passage.text)
        if not label or label["n"] not in ("一", "1") or passage.in_table:
            continue
        rows = []
        for n, other in enumerate(found[first:]):
            same = _LABELLED.match(other.text)
            if (
                not same
                or same["word"] != label["word"]
                or same["n"] not in ("一二三四五六七八九十"[n : n + 1], str(n + 1))
            ):
                break
            rows.append((other, other.text[same.end() :]))
        lead = _lead(found, first)
        covers = tuple(p.paragraph for p, _ in rows)
        yield Candidate(
            tuple(t for _, t in rows), "rows", lead, "", passage.paragraph, headings=passage.headings,
            declared=declared(lead), covers=covers,
        )  # fmt: skip


def plain_rows(found: Sequence[Passage]) -> Iterator[Candidate]:
    """Paragraphs without numbers behind 以下四个方面：, as many as it says, or all that begin with the same word."""
    for at, passage in enumerate(found):
        if not passage.text.endswith(("：", ":")) or passage.in_table:
            continue
        wanted = declared(passage.text)
        rows: list[Passage] = []
        for other in found[at + 1 :]:
            if other.mark or other.in_table or (rows and len(rows) == wanted):
                break
            if not wanted and rows and other.text[:2] != rows[0].text[:2]:
                break
            rows.append(other)
        if len(rows) > 2 and (not wanted or len(rows) == wanted):
            lead = passage.text.split("。")[-1]
            yield Candidate(
                tuple(r.text for r in rows), "rows", lead, "", rows[0].paragraph, headings=passage.headings, declared=wanted,
                covers=tuple(r.paragraph for r in rows),
            )  # fmt: skip


def table_columns(found: Sequence[Passage]) -> Iterator[Candidate]:
    """The column of a table that is headed 方面 or 对照内容, where the first column counts the rows."""
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and found[end].in_table:
            end += 1
        if end > at:
            yield from _columns(found, at, end)
        at = max(end, at + 1)


def _columns(found: Sequence[Passage], start: int, end: int) -> Iterator[Candidate]:
    cells = [_cell(p) for p in found[start:end]]
    width = next((n for n, c in enumerate(cells[: _MOST_COLUMNS + 1]) if n and _FIRST.fullmatch(c)), 0)
    width = width or next((n for n, c in enumerate(cells[: _MOST_COLUMNS + 1]) if not _HEADS.search(c)), 0)
    if not width:
        return
    for column, head in enumerate(cells[:width]):
        if _HEAD_CELL.search(head):
            elements = tuple(cells[width + column :: width])
            lead = _lead(found, start) + "：" + head
            yield Candidate(
                elements, "table", lead, "", found[start].paragraph, headings=found[start].headings, declared=declared(lead),
                covers=tuple(range(found[start].paragraph, found[start].paragraph + end - start)),
            )  # fmt: skip
            return


def _cell(passage: Passage) -> str:
    return passage.text or str(passage.value)


def _lead(found: Sequence[Passage], first: int) -> str:
    """The last sentence before the row ``first``, or the heading that it stands under."""
    if not first:
        return ""
    before = found[first - 1]
    if before.text.endswith(("。", "；")) and found[first].headings:
        last = before.text.rstrip("。；").split("。")[-1]
        return found[first].headings[-1] + "。" + last
    return before.text.rstrip("。：:").split("。")[-1]
