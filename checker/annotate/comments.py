"""Which comments a submission gets, where, and in what words."""

from dataclasses import dataclass

from checker.annotate.home import home
from checker.document import Document, Span
from checker.report import FileReport, ReportedFinding
from checker.reports.mask import shown
from checker.reports.names import SEVERITY_NAMES, spans

PLACES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Comment:
    """``lines`` are its paragraphs; ``span`` the words that it is about, never empty and inside the text."""

    span: Span
    lines: tuple[str, ...]


def comments(document: Document, file: FileReport) -> tuple[Comment, ...]:
    """The comments for ``file`` in the order of the text.

    A finding with several places gets one at each of the first ten; one that has none stands at the heading concerned.
    """
    found = [comment for f in file.findings if f.suppressed is None for comment in _of(f, document, file)]
    return tuple(sorted(found, key=lambda c: (c.span.paragraph, c.span.start)))


def _of(finding: ReportedFinding, document: Document, file: FileReport) -> list[Comment]:
    places = spans(finding)
    head = f"{finding.code} {SEVERITY_NAMES[finding.severity]}"
    advice = [f"建议：{finding.suggestion}"] if finding.suggestion else []
    if not places:
        return [_comment(home(finding, file, document), document, head, finding.message, *advice)]
    several = [f"共 {finding.count} 处，这是第 1 处。"] if len(places) > 1 else []
    first = _comment(places[0], document, head, finding.message, *advice, *several)
    others = [
        _comment(span, document, head, f"同前，共 {finding.count} 处，这是第 {n} 处。")
        for n, span in enumerate(places[1:PLACES_SHOWN], 2)
    ]
    return [first, *others]


def _comment(span: Span, document: Document, *lines: str) -> Comment:
    return Comment(_inside(span, document), tuple(shown(part) for line in lines for part in line.splitlines()))


def _inside(span: Span, document: Document) -> Span:
    """``span`` cut to its paragraph; where that leaves nothing, one character or the whole paragraph."""
    length = len(document.paragraphs[span.paragraph - 1].text)
    start, end = max(span.start, 0), min(span.end, length)
    if start >= length:
        return Span(span.paragraph, 0, length)
    return Span(span.paragraph, start, max(end, start + 1))
