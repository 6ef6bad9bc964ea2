"""What the whole batch shows at a glance: verdicts, the commonest gaps, the marks of all submissions by dimension."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checker.finding import SEVERITIES, Severity
from checker.report import FileReport
from checker.reports.mask import in_line, named
from checker.reports.names import KIND_NAMES, SECTION_NAMES, SEVERITY_NAMES
from checker.reports.register import REGISTER_SECTIONS, Row, counted, rule_label


@dataclass(frozen=True, slots=True)
class Gap:
    """One rule: in how many submissions it was broken, and how often in all; its gravest severity among them."""

    code: str
    label: str
    severity: Severity
    files: int
    count: int


def common_gaps(files: Sequence[FileReport], limit: int | None = None) -> list[Gap]:
    """The rules broken in most submissions first."""
    in_files: Counter[str] = Counter()
    count: Counter[str] = Counter()
    labels: dict[str, str] = {}
    severities: dict[str, Severity] = {}
    for file in files:
        findings = counted(file)
        in_files.update({f.code for f in findings})
        for f in findings:
            count[f.code] += max(f.count, 1)
            labels.setdefault(f.code, rule_label(f.code, f.name))
            severities[f.code] = min(severities.get(f.code, f.severity), f.severity, key=SEVERITIES.index)
    ranked = sorted(in_files, key=lambda c: (-in_files[c], SEVERITIES.index(severities[c]), -count[c], c))
    return [Gap(c, labels[c], severities[c], in_files[c], count[c]) for c in ranked[:limit]]


def dimension_columns(files: Sequence[FileReport]) -> dict[str, str]:
    """The ids of all mandated dimensions with a heading: their title where all submissions agree, else a number."""
    titles: dict[str, set[str]] = {}
    for file in files:
        for dimension, title in (file.dimension_titles or {}).items() if file.outline else ():
            titles.setdefault(dimension, set()).add(title)
    return {d: in_line(next(iter(t))) if len(t) == 1 else f"维度{i}" for i, (d, t) in enumerate(titles.items(), 1)}


def campaigns(files: Sequence[FileReport]) -> dict[str, dict[str, str]]:
    """The dimensions (id → title) that each campaign which a submission answers mandates for its kind."""
    found: dict[str, dict[str, str]] = {}
    for file in files:
        if file.outline and file.dimension_titles:
            kind = f"（{KIND_NAMES[file.kind]}）" if file.kind else ""
            found[f"{file.pack_title or file.pack}{kind}"] = file.dimension_titles
    return found


def table(files: Sequence[FileReport], register: Sequence[Row]) -> tuple[list[str], list[list[str | int]], int]:
    """The register as headings and cells, and how many of the first columns are the essential ones."""
    dimensions = dimension_columns(files)
    essential = ["序号", "单位", "姓名", "职务", "活动", "类别", "结论", *dimensions.values()]
    essential += [SECTION_NAMES[s] for s in REGISTER_SECTIONS]
    essential += [*SEVERITY_NAMES.values(), "三者俱全", "问题条数", "主要差距"]
    further = ["见人", "见事", "见思想", "措施条数", "可检查措施", "原因未回应", "措施未回应", "字数", "文件"]
    cells = [_cells(number, row, list(dimensions)) for number, row in enumerate(register, 1)]
    return essential + further, cells, len(essential)


def _cells(number: int, row: Row, dimensions: Sequence[str]) -> list[str | int]:
    who, s = row.person, row.specificity
    numbers: list[str | int] = [s.complete, s.items] if row.sections else ["", ""]
    more: list[str | int] = [s.person, s.event, s.thought, s.measures, s.concrete] if row.sections else [""] * 5
    cells: list[str | int] = [number, who.unit, who.name, who.post, row.campaign, row.kind, row.verdict]
    cells += [row.dimensions.get(d, "") for d in dimensions]
    cells += [row.sections.get(s, "") for s in REGISTER_SECTIONS]
    cells += [row.counts.get(s, "") for s in SEVERITIES]
    cells += [*numbers, "；".join(row.gaps), *more, "、".join(row.no_cause), "、".join(row.no_measure)]
    cells += [row.characters if row.sections else ""]
    return [*(in_line(c) if isinstance(c, str) else c for c in cells), named(row.path)]
