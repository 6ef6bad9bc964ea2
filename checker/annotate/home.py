"""Where a finding is shown that has no words of its own: at the heading that it concerns, or at the title."""

from checker.document import Document, Span
from checker.report import DimensionEntry, FileReport, ReportedFinding, SectionEntry

_ORDER = ("opening", "last-year", "problems", "cases", "causes", "measures", "explanations", "closing")
_SECTIONS = {
    "D": "problems",
    "P": "problems",
    "C301": "causes",
    "C302": "measures",
    "C303": "measures",
    "C304": "causes",
}


def home(finding: ReportedFinding, file: FileReport, document: Document) -> Span:
    """The heading nearest to what ``finding`` misses.

    A missing dimension or section stands at the one before it. Where there is no such heading, it is the title.
    """
    sections = [s for s in (file.outline.sections if file.outline else ()) if s.end > s.start]
    entry: SectionEntry | DimensionEntry | None
    if finding.excerpt in _ORDER:
        wanted = _ORDER[: _ORDER.index(finding.excerpt) + 1]
        entry = next((s for id in reversed(wanted) for s in sections if s.id == id), None)
    else:
        wanted_section = _SECTIONS.get(finding.code, _SECTIONS.get(finding.code[0]))
        entry = next((s for s in sections if s.id == wanted_section), None)
        if finding.code.startswith("D"):
            entry = _dimension_before(finding.excerpt, file) or entry
    return Span(entry.paragraph, entry.start, entry.end) if entry else _title(file, document)


def _dimension_before(dimension: str, file: FileReport) -> DimensionEntry | None:
    """The heading of ``dimension`` or of the nearest one that should stand before it."""
    order = list(file.dimension_titles or ())
    wanted = order[: order.index(dimension) + 1] if dimension in order else []
    found = {d.id: d for s in (file.outline.sections if file.outline else ()) for d in s.dimensions if d.end > d.start}
    return next((found[d] for d in reversed(wanted) if d in found), None)


def _title(file: FileReport, document: Document) -> Span:
    """The paragraph in which the title begins, or the first one."""
    texts = [p.text for p in document.paragraphs[:10]]
    beginning = (file.title or "")[:8]
    number = next((n for n, text in enumerate(texts, 1) if beginning and beginning in text), 1)
    return Span(number, 0, len(texts[number - 1]))
