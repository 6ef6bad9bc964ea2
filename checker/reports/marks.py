"""A paragraph cut into stretches, so that findings, evidence and the beginnings of items can be shown in the text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.document import Span
from checker.finding import SEVERITIES, Severity
from checker.report import FileReport, ItemEntry, ReportedFinding
from checker.reports.mask import shown
from checker.reports.names import spans

_LONG = 30
_CLAUSE = re.compile(r"[，。；：！？\n]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a paragraph (masked text), empty where only a number stands.

    ``findings`` are the numbers (1-based) of those it belongs to, ``numbers`` of those whose first place ends here;
    ``evidence`` are the flags (person, event, thought) that it shows; ``item`` is the item that begins here.
    """

    text: str
    findings: tuple[int, ...] = ()
    severity: Severity | None = None
    numbers: tuple[int, ...] = ()
    evidence: tuple[str, ...] = ()
    item: ItemEntry | None = None


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    finding: int = 0
    first: bool = False
    flag: str = ""

    def covers(self, start: int, end: int) -> bool:
        if start == end:
            return self.start == self.end == start
        return self.start <= start and end <= self.end


def stretches(
    file: FileReport, findings: Sequence[ReportedFinding], items: Iterable[ItemEntry]
) -> list[tuple[Stretch, ...]]:
    """The stretches of each paragraph of ``file``; joined, they are the paragraph, masked.

    ``findings`` are numbered from 1 in the order given. Places outside the text are cut to it, long ones (an item, a heading)
    to their first clause: a text marked all over shows nothing.
    """
    marks: defaultdict[int, list[_Mark]] = defaultdict(list)
    begins: defaultdict[int, dict[int, ItemEntry]] = defaultdict(dict)
    for number, finding in enumerate(findings, 1):
        for index, span in enumerate(spans(finding)):
            end = _first_clause(file, span) if span.end - span.start > _LONG else span.end
            marks[span.paragraph].append(_Mark(span.start, end, number, index == 0))
    for item in items:
        begins[item.paragraph].setdefault(item.start, item)
        for flag, entries in (item.evidence or {}).items():
            for entry in entries:
                marks[entry.paragraph].append(_Mark(entry.start, entry.end, flag=flag))
    severities = [f.severity for f in findings]
    return [
        tuple(_cut(shown(text), marks[number], begins[number], severities))
        for number, text in enumerate(file.paragraphs, 1)
    ]


def _first_clause(file: FileReport, span: Span) -> int:
    text = file.paragraphs[span.paragraph - 1] if span.paragraph <= len(file.paragraphs) else ""
    found = _CLAUSE.search(text, max(span.start, 0), span.start + _LONG)
    return found.start() if found else span.start + _LONG


def _cut(
    text: str, marks: Sequence[_Mark], items: dict[int, ItemEntry], severities: Sequence[Severity]
) -> Iterable[Stretch]:
    def inside(offset: int) -> int:
        return min(max(offset, 0), len(text))

    marks = [_Mark(inside(m.start), inside(max(m.start, m.end)), m.finding, m.first, m.flag) for m in marks]
    items = {inside(start): item for start, item in items.items()}
    cuts = sorted({0, len(text), *items, *(m.start for m in marks), *(m.end for m in marks)})
    pieces = {(m.start, m.end) for m in marks if m.start == m.end} | set(pairwise(cuts))
    for start, end in sorted(pieces):
        here = [m for m in marks if m.covers(start, end)]
        findings = sorted({m.finding for m in here if m.finding})
        yield Stretch(
            text=text[start:end],
            findings=tuple(findings),
            severity=min((severities[n - 1] for n in findings), key=SEVERITIES.index, default=None),
            numbers=tuple(sorted(m.finding for m in here if m.first and m.end == end)),
            evidence=tuple(sorted({m.flag for m in here if m.flag})),
            item=items.get(start) if start < end else None,
        )
