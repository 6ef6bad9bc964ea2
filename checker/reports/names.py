"""The Chinese names of what the report carries as ids, the same in every format."""

from checker.document import Span
from checker.finding import Severity
from checker.report import FileReport, ReportedFinding

SECTION_NAMES = {
    "opening": "开头",
    "last-year": "上年度整改情况",
    "problems": "存在问题",
    "cases": "典型案例剖析",
    "causes": "原因分析",
    "measures": "整改措施",
    "explanations": "需要说明的事项",
    "closing": "结束语",
    "other": "其他部分",
}
KIND_NAMES = {"individual": "个人", "group": "班子"}
SEVERITY_NAMES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
EVIDENCE_NAMES = {"person": "见人", "event": "见事", "thought": "见思想"}


def dimension_name(file: FileReport, dimension: str) -> str:
    """The short title of a mandated dimension; for one that the pack doesn't mandate, its heading in this file."""
    titles = file.dimension_titles or {}
    if dimension in titles:
        return titles[dimension]
    sections = file.outline.sections if file.outline else ()
    return next((d.heading for s in sections for d in s.dimensions if d.id == dimension), dimension)


def excerpt_name(file: FileReport, finding: ReportedFinding) -> str:
    """What a finding quotes: the text as written; for a missing or thin part, its Chinese name instead of its id."""
    if finding.code[0] not in "SDCP":
        return finding.excerpt
    return SECTION_NAMES.get(finding.excerpt) or dimension_name(file, finding.excerpt)


def spans(finding: ReportedFinding) -> tuple[Span, ...]:
    """Where a finding stands in the text, first place first; empty for what concerns the whole document."""
    if finding.places:
        return tuple(Span(p.paragraph, p.start, p.end) for p in finding.places)
    if finding.paragraph is None:
        return ()
    return (Span(finding.paragraph, finding.start or 0, finding.end or 0),)
