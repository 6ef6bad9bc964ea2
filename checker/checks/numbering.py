"""N: the numbers of headings and items: one after another, with the right marks, no level skipped (GB/T 9704-2012)."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.document import Span
from checker.finding import Finding
from checker.outline.marks import Mark, leading_mark
from checker.outline.model import Section
from checker.outline.sections import BESIDE
from checker.submission import Submission

_SHOWN = {
    "han": "一、",
    "paren-han": "（一）",
    "arabic": "1.",
    "paren-arabic": "（1）",
    "circled": "①",
    "ordinal": "第一，",
    "shi": "一是",
    "qi": "其一，",
    "sequence": "首先，",
}
_DEPTH = {"han": 1, "paren-han": 2, "arabic": 3, "paren-arabic": 4, "circled": 4}
_WRONG = (
    ("han", re.compile(r"^[一二三四五六七八九十]+\s*([，,．.：:])"), "、", "层次序数“一、”后面用顿号"),
    (
        "paren-han",
        re.compile(r"^[（(〔]\s*[一二三四五六七八九十]+\s*[)）〕]\s*([、，,．.])"),
        "",
        "“（一）”后面不加标点",
    ),
    ("arabic", re.compile(r"^\d+\s*([、])"), ".", "“1.”用下脚点，不用顿号"),
    ("paren-arabic", re.compile(r"^[（(]\s*\d+\s*[)）]\s*([、，,．.])"), "", "“（1）”后面不加标点"),
)


@dataclass(frozen=True, slots=True)
class _Number:
    mark: Mark | None
    place: Span
    written: str
    level: int


def check(submission: Submission) -> Iterator[Finding]:
    """All findings on numbers."""
    numbers = _numbers(submission)
    yield from _gaps(numbers)
    yield from _marks(numbers)
    yield from _levels(numbers)


def _numbers(submission: Submission) -> list[_Number]:
    """The numbers of sections (level 1), dimensions (2) and items (3) in the order of the text; an unnumbered heading has no mark."""
    found: dict[tuple[int, int], _Number] = {}

    def add(span: Span, level: int, heading: bool) -> None:
        text = submission.document.paragraphs[span.paragraph - 1].text
        mark = leading_mark(text, span.start)
        if mark or heading:
            end = mark.end if mark else span.start
            written = text[span.start : end].strip()
            found.setdefault(
                (span.paragraph, span.start),
                _Number(mark, Span(span.paragraph, span.start, span.start + len(written)), written, level),
            )

    for section in submission.outline.sections:
        if section.heading.written:
            add(section.heading.span, _level(section, submission), True)
        for dimension in section.dimensions:
            add(dimension.heading.span, 2, True)
        for _, item in section.all_items():
            add(item.span, 3, False)
    for number, paragraph in enumerate(submission.document.paragraphs, 1):
        mark = leading_mark(paragraph.text)
        if mark and mark.kind == "han":  # whatever it heads, 一、二、三、 count on
            add(Span(number, 0, len(paragraph.text)), 1, False)
    return [found[key] for key in sorted(found)]


def _level(section: Section, submission: Submission) -> int:
    """1 for a part; 2 for one that stands below the problems; 3 where each aspect has a part of its own (1.存在的问题)."""
    if len(submission.outline.of(section.id)) > 1:
        return 3
    return 2 if section.id in BESIDE and _below(section, submission) else 1


def _below(section: Section, submission: Submission) -> bool:
    """Whether a part such as a case stands one level below the problems, numbered on with their aspects."""
    problems = submission.outline.section("problems")
    own = leading_mark(section.heading.written)
    above = leading_mark(problems.heading.written) if problems else None
    return own is not None and above is not None and _DEPTH.get(own.kind, 0) > _DEPTH.get(above.kind, 9)


@dataclass(slots=True)
class _Row:
    """Numbers of one ``kind`` that follow one another at a ``level``: those ``seen``, the ``last`` of them, how ``many`` there are, and which finding told of
    a ``jump``."""

    kind: str
    level: int
    last: int
    many: int
    seen: set[int]
    jump: int = -1


def _gaps(numbers: list[_Number]) -> list[Finding]:
    """Numbers that don't follow the one before. After a slip both the written and the counted number are right; one that comes late takes the place of the jump."""
    rows: list[_Row] = []
    found: list[Finding] = []
    for number in numbers:
        if number.mark is None:
            rows = [row for row in rows if row.level < number.level]
            continue
        kind, value = number.mark.kind, number.mark.number
        at = next((n for n, row in enumerate(rows) if row.kind == kind), None)
        if at is None or value == 1:
            rows = [*rows[: len(rows) if at is None else at], _Row(kind, number.level, value, value, {value})]
            continue
        row, last = rows[at], rows[at].last
        late = value < last and value not in row.seen
        right = value in (last + 1, row.many + 1) or kind == "sequence"
        del rows[at:]
        rows.append(_Row(kind, number.level, max(value, last) if late else value, row.many + 1, row.seen | {value}))
        if late and row.jump >= 0:
            found[row.jump] = _gap(number, f"序号“{number.written}”排到了后面", last)
        elif not right and not late:
            rows[-1].jump = len(found)
            what = f"序号“{number.written}”重复" if value == last else f"序号从第 {last} 个跳到了“{number.written}”"
            found.append(_gap(number, what, last))
    return found


def _gap(number: _Number, what: str, last: int) -> Finding:
    advice = f"看看是漏了一条，还是序号没有改；接着上一个应是第 {last + 1} 个"
    return Finding("N601", what, advice, (number.place,), number.written)


def _marks(numbers: list[_Number]) -> Iterator[Finding]:
    wrong: dict[str, list[_Number]] = {}
    reasons: dict[str, tuple[str, str]] = {}
    for number in numbers:
        for kind, pattern, right, reason in _WRONG:
            match = pattern.match(number.written)
            if number.mark and number.mark.kind == kind and match:
                wrong.setdefault(number.written, []).append(number)
                reasons[number.written] = (reason, number.written[: match.start(1)] + right)
    for written, found in wrong.items():
        reason, right = reasons[written]
        yield Finding(
            "N602",
            f"“{written}”的写法不规范：{reason}（GB/T 9704-2012）",
            f"改为“{right}”",
            tuple(n.place for n in found),
            written,
            len(found),
        )


def _levels(numbers: list[_Number]) -> Iterator[Finding]:
    """A section's number of another kind than its neighbours', and a step over two levels down at once."""
    sections = [n for n in numbers if n.level == 1 and n.mark]
    kinds = Counter(n.mark.kind for n in sections if n.mark)
    if len(kinds) > 1:
        usual = kinds.most_common(1)[0][0]
        for number in sections:
            assert number.mark
            if number.mark.kind != usual and kinds[usual] > kinds[number.mark.kind]:
                yield Finding(
                    "N603",
                    f"同一层次里多数用“{_SHOWN[usual]}”，这里用了“{number.written}”",
                    "同一层次用同一种序号：一、（一）1.（1）依次往下",
                    (number.place,),
                    number.written,
                )
    for before, after in itertools.pairwise(numbers):
        if not (before.mark and after.mark) or after.level <= before.level:
            continue
        step = _DEPTH.get(after.mark.kind, 0) - _DEPTH.get(before.mark.kind, 9)
        if step >= 2 and after.mark.number == 1 and after.mark.kind != "arabic":
            yield Finding(
                "N603",
                f"“{before.written}”下面直接用了“{after.written}”，跳过了中间的层次",
                "层次序数依次用：一、（一）1.（1）；只有两层时可以用“一、”和“1.”",
                (after.place,),
                after.written,
            )
            return
