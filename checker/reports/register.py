"""The register (台账): one row a submission, and one for everyone on the roster who hasn't submitted."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker import rulebook
from checker.finding import SEVERITIES, Severity
from checker.kept import Kept
from checker.report import FileReport, ItemEntry, Report, ReportedFinding, is_other, is_roster, verdict
from checker.reports.mask import in_line
from checker.reports.names import KIND_NAMES, dimension_name, excerpt_name
from checker.reports.people import Person, identify, shared_folders

NOT_SUBMITTED = "未提交"
MARKS = {
    "✓": "有，未发现缺陷",
    "缺": "没有写",
    "薄": "写得过于单薄",
    "空": "没有一条问题同时见人、见事、见思想；部分为空的，指标题下没有内容",
    "误": "标题与规定表述不一致",
    "重": "分在两处写",
    "免": "没有写，已按配置说明理由豁免",
    "—": "没有单列，也不要求单列",
}
REGISTER_SECTIONS = ("last-year", "problems", "cases", "causes", "measures", "explanations")
_QUOTE = 16
_MANDATED = ("problems", "causes", "measures")
_ABSENT = {"S120": "last-year", "S121": "cases", "S122": "explanations"}
_DIMENSION_MARKS = {"D205": "薄", "P404": "空", "D203": "重"}


@dataclass(frozen=True, slots=True)
class Specificity:
    """How many problem items there are, and show what; how many measures there are, and can be checked."""

    items: int = 0
    person: int = 0
    event: int = 0
    thought: int = 0
    complete: int = 0
    measures: int = 0
    concrete: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """``dimensions`` and ``sections`` map ids to a mark of MARKS; they are empty where nothing could be read."""

    person: Person
    path: str
    verdict: str
    campaign: str = ""
    kind: str = ""
    characters: int = 0
    dimensions: dict[str, str] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    counts: dict[Severity, int] = field(default_factory=dict)
    specificity: Specificity = Specificity()
    no_cause: tuple[str, ...] = ()
    no_measure: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()


def submissions(report: Report) -> Sequence[FileReport]:
    """The files of ``report`` that are submissions: no other papers, nor the roster, which only says who hasn't submitted (X803)."""
    if isinstance(report.files, Kept):
        return report.files.where(_is_submission)
    return tuple(f for f in report.files if _is_submission(f))


def _is_submission(file: FileReport) -> bool:
    return not is_roster(file) and not is_other(file)


def roster_findings(report: Report) -> tuple[ReportedFinding, ...]:
    """What the roster says (X803), as far as it isn't suppressed."""
    return tuple(g for f in report.files if is_roster(f) for g in counted(f))


def rows(report: Report) -> list[Row]:
    """One row for each of ``submissions``, in their order, then one for everyone on the roster who hasn't submitted."""
    files = submissions(report)
    shared = shared_folders(f.path for f in files)
    missing = [
        Row(Person(e.unit, e.name, e.post), "", NOT_SUBMITTED, gaps=(f"花名册第 {e.row} 行，没有找到材料",))
        for e in report.roster
        if not e.submissions
    ]
    return [_row(f, identify(f.path, f.title, f.byline, shared)) for f in files] + missing


def counted(file: FileReport) -> tuple[ReportedFinding, ...]:
    """The findings that aren't suppressed, gravest first, otherwise in their order."""
    return tuple(f for severity in SEVERITIES for f in file.findings if f.severity == severity and f.suppressed is None)


def rule_label(code: str, name: str) -> str:
    """The rule's summary in the rule book, or ``name`` where the rule book doesn't know it."""
    rule = rulebook.rules().get(code)
    return rule.summary.rstrip("。") if rule else name


def _row(file: FileReport, person: Person) -> Row:
    findings = counted(file)
    numbers = Counter(f.severity for f in findings)
    coverage = file.coverage or {}
    uncovered = {
        name: tuple(dimension_name(file, d) for d in coverage[name].uncovered) if name in coverage else ()
        for name in ("causes", "measures")
    }
    return Row(
        person=person if file.kind != "group" else Person(person.unit),
        path=file.path,
        verdict=verdict(file),
        campaign=file.pack_title or file.pack or "",
        kind=KIND_NAMES[file.kind] if file.kind else "",
        characters=file.characters,
        dimensions={d: _dimension_mark(file, d, findings) for d in file.dimension_titles or {}} if file.outline else {},
        sections={s: _section_mark(file, s, findings) for s in REGISTER_SECTIONS} if file.outline else {},
        counts={s: numbers[s] for s in SEVERITIES},
        specificity=specificity(file),
        no_cause=uncovered["causes"],
        no_measure=uncovered["measures"],
        gaps=tuple(_gaps(file, findings)),
    )


def problem_items(file: FileReport) -> list[tuple[str | None, ItemEntry]]:
    """(dimension id or None, item) of all problems sections, in the order of the text."""
    sections = [s for s in file.outline.sections if s.id == "problems"] if file.outline else []
    found: list[tuple[str | None, ItemEntry]] = [(d.id, i) for s in sections for d in s.dimensions for i in d.items]
    found += [(None, i) for s in sections for i in s.items]
    return sorted(found, key=lambda pair: (pair[1].paragraph, pair[1].start))


def items_of(file: FileReport, section_id: str) -> list[ItemEntry]:
    """The items of all sections with this id: causes or measures."""
    return [i for s in (file.outline.sections if file.outline else ()) if s.id == section_id for i in s.items]


def specificity(file: FileReport) -> Specificity:
    problems = [item for _, item in problem_items(file)]
    measures = items_of(file, "measures")
    return Specificity(
        items=len(problems),
        person=sum(bool(i.person) for i in problems),
        event=sum(bool(i.event) for i in problems),
        thought=sum(bool(i.thought) for i in problems),
        complete=sum(bool(i.person and i.event and i.thought) for i in problems),
        measures=len(measures),
        concrete=sum(bool(i.concrete) for i in measures),
    )


def _dimension_mark(file: FileReport, dimension: str, findings: Iterable[ReportedFinding]) -> str:
    sections = file.outline.sections if file.outline else ()
    entries = [d for s in sections if s.id == "problems" for d in s.dimensions if d.id == dimension]
    if not entries:
        return _absence(file, "D201", dimension)
    headings = {d.paragraph for d in entries}
    found = {_DIMENSION_MARKS[f.code] for f in findings if f.code in _DIMENSION_MARKS and f.excerpt == dimension}
    if any(f.code == "D204" and f.paragraph in headings for f in findings):
        found.add("误")
    return "".join(mark for mark in MARKS if mark in found) or "✓"


def _absence(file: FileReport, code: str, part: str) -> str:
    excused = any(f.code == code and f.excerpt == part and f.suppressed is not None for f in file.findings)
    return "免" if excused else "缺"


def _section_mark(file: FileReport, section: str, findings: Iterable[ReportedFinding]) -> str:
    present = any(s.id == section for s in (file.outline.sections if file.outline else ()))
    codes = {f.code for f in findings}
    if not present:
        if section in _MANDATED:
            return _absence(file, "S110", section)
        return "缺" if any(_ABSENT.get(code) == section for code in codes) else "—"
    if any(f.code == "S112" and f.excerpt == section for f in findings):
        return "空"
    return "薄" if section == "problems" and "S113" in codes else "✓"


def _gaps(file: FileReport, findings: Iterable[ReportedFinding], limit: int = 3) -> Iterable[str]:
    """The gravest gaps, one a rule, with what is missing or stands there: 「缺少规定维度（廉洁自律）」."""
    by_code: dict[str, list[ReportedFinding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    for code, same in list(by_code.items())[:limit]:
        quotes = list(dict.fromkeys(_short(in_line(excerpt_name(file, f))) for f in same if f.excerpt))
        more = "等" if len(quotes) > 3 else ""
        quoted = f"（{'、'.join(quotes[:3])}{more}）" if quotes else ""
        yield rule_label(code, same[0].name) + quoted


def _short(text: str) -> str:
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1] + "…"
