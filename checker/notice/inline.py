"""Lists inside a paragraph: 一是……；二是……, “甲”“乙”“丙”, 带头……、带头……."""

import re
from collections.abc import Iterator

from checker.notice.counts import declared
from checker.notice.model import Candidate, Passage

_ORDINAL = re.compile(
    r"(?:(?<=[：:；;。，,、 \u3000”])|^)(?:(?P<shi>[一二三四五六七八九十]{1,2})(?P<verb>[是要看查])(?!否)|第(?P<di>[一二三四五六七八九十]{1,2})[，,、]"
    r"|[（(](?P<paren>[一二三四五六七八九十]{1,2}|\d{1,2})[)）]|(?P<circled>[①-⑩])|(?P<arabic>\d{1,2})[.．、](?!\d))"
)
_HEADS = (
    "带头",
    "对照(?!检查|材料|检视|问题|分析)",
    "找一找",
    "聚焦",
    "检视(?!剖析|问题|材料)",
    "强化",
    "坚持",
    "是否",
)
_BEFORE = r"(?:(?<=[：:，,；;、“”\"。（和及在从照绕焦系扣摆与是])|^|(?<=重点)|(?<=主要))"
_LAST = re.compile(
    r"等?[一二两三四五六七八九十\d]*个?方面|等情况|[。！）)]|；(?!(?:带头|对照|找一找|聚焦|检视|强化|坚持|是否))"
    r"|[，,](?=(?:深入|认真|全面|逐一|逐项|逐条|系统|切实|重点|着力|着重|紧密|结合|联系|进行|开展|查摆|检视|查找|把|通过|并|撰写|形成|深刻|严肃|找准|找差距|要|真正|紧扣|围绕|以|做到)[^，。]*)"
)
_JOIN = "，,；;、和及以与 \u3000"


def ordinal_lists(passage: Passage, before: str) -> Iterator[Candidate]:
    """Numbered lists; ``before`` is the end of the paragraph above, which announces one that begins a paragraph."""
    text = passage.text
    runs: dict[str, list[re.Match[str]]] = {}
    for match in _ORDINAL.finditer(text):
        kind = match.lastgroup or ""
        style = f"{kind}{match['verb'] or ''}" if kind != "verb" else f"shi{match['verb']}"
        value = _value(match)
        run = runs.get(style, [])
        if value == len(run) + 1:
            runs[style] = [*run, match]
        elif value == 1:
            if len(run) > 1:
                yield _numbered(passage, run, before)
            runs[style] = [match]
    for run in runs.values():
        if len(run) > 1:
            yield _numbered(passage, run, before)


def _numbered(passage: Passage, run: list[re.Match[str]], before: str) -> Candidate:
    text = passage.text
    ends = [m.start() for m in run[1:]] + [_sentence(text, run[-1].end(), "。；;")]
    elements = tuple(text[m.end() : end].strip(_JOIN) for m, end in zip(run, ends, strict=True))
    lead = _lead(text, run[0].start()) or before
    tail = text[ends[-1] + 1 : _sentence(text, ends[-1] + 1)]
    return Candidate(
        elements, "ordinal", lead, tail[:8] if not tail.startswith("等") else tail, passage.paragraph, run[0].start(), ends[-1],
        passage.headings, declared(lead),
    )  # fmt: skip


def quoted_lists(passage: Passage) -> Iterator[Candidate]:
    """Quotes back to back, or joined by 、 or 和."""
    text = passage.text
    group: list[tuple[int, int]] = []
    for start, end in [*_quotes(text), (len(text) + 9, len(text) + 9)]:
        if group and text[group[-1][1] : start].strip(_JOIN):
            if len(group) > 2:
                yield _quoted(passage, group)
            group = []
        group.append((start, end))


def _quoted(passage: Passage, group: list[tuple[int, int]]) -> Candidate:
    text, start, end = passage.text, group[0][0], group[-1][1]
    lead, tail = _lead(text, start), text[end : _sentence(text, end)]
    elements = tuple(text[a:b] for a, b in group)
    return Candidate(
        elements, "quotes", lead, tail, passage.paragraph, start, end, passage.headings, declared(lead, tail)
    )


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """The outermost quotes of four characters or more."""
    depth, start = 0, 0
    for at, char in enumerate(text):
        if char == "“":
            start = at if not depth else start
            depth += 1
        elif char == "”" and depth:
            depth -= 1
            if not depth and at - start > 4:
                yield start, at + 1


def headed_lists(passage: Passage, before: str) -> Iterator[Candidate]:
    """Things that begin with the same word in one sentence: 带头……，带头……."""
    text = passage.text
    for sentence in re.finditer(r"[^。]+", text):
        for head in _HEADS:
            starts = [m.start() for m in re.finditer(_BEFORE + head, sentence[0])]
            if len(starts) < 3:
                continue
            first = starts[0]
            stop = _LAST.search(sentence[0], starts[-1] + 2)
            end = stop.start() if stop else len(sentence[0])
            pieces = [sentence[0][a:b] for a, b in zip(starts, [*starts[1:], end], strict=True)]
            elements = tuple(_stripped(p) for p in pieces)
            lead = _lead(text, sentence.start() + first) or before
            tail = sentence[0][end:]
            yield Candidate(
                elements, "heads", lead + ("对照" if head.startswith("对照") else ""), tail, passage.paragraph,
                sentence.start() + first, sentence.start() + end, passage.headings, declared(lead, tail),
            )  # fmt: skip


def _stripped(piece: str) -> str:
    """``piece`` without what joins it to the next one; 方面 that belongs to it stays."""
    piece = piece.strip(_JOIN)
    return (
        piece.rstrip("“").strip(_JOIN)
        if piece.count("“") > piece.count("”")
        else piece.rstrip("”")
        if piece.count("”") > piece.count("“")
        else piece
    )


def _lead(text: str, start: int) -> str:
    """What stands before ``start`` in its sentence; the sentence before it where it begins one."""
    stop = len(text[:start].rstrip("。； \u3000"))
    begin = max(text.rfind("。", 0, stop), text.rfind("；", 0, stop)) + 1
    return text[begin:start]


def _sentence(text: str, start: int, marks: str = "。") -> int:
    return min((at for m in marks if (at := text.find(m, start)) >= 0), default=len(text))


def _value(match: re.Match[str]) -> int:
    from checker.outline.marks import chinese_number

    if match["circled"]:
        return ord(match["circled"]) - ord("①") + 1
    written = match["shi"] or match["di"] or match["paren"] or match["arabic"]
    return int(written) if written.isdecimal() else chinese_number(written) or 0
