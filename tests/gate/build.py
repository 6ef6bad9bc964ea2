"""Reports for the tests of the gate: one of everything that a report can say, in a text of our own."""

from typing import Any

from checker.finding import SEVERITIES, Severity
from checker.report import (
    CoverageEntry,
    DimensionEntry,
    EvidenceEntry,
    FailOn,
    FileReport,
    ItemEntry,
    OutlineEntry,
    Place,
    Report,
    ReportedFinding,
    SectionEntry,
    Status,
    Summary,
    Tool,
)

ID_CARD = "110105194912310021"
MOBILE = "13912345678"
BANK_CARD = "6222021234567890123"


def finding(code: str = "P405", severity: Severity = "warning", **other: Any) -> ReportedFinding:
    """A finding at paragraph 3, characters 4 to 8, in line 5, unless ``other`` says otherwise."""
    values: dict[str, Any] = {
        "name": "vague-subject",
        "message": "“有的同志”没有说是谁",
        "suggestion": "写明是本人还是哪一位",
        "paragraph": 3,
        "start": 4,
        "end": 8,
        "line": 5,
        "column": 5,
        "excerpt": "有的同志",
        "count": 1,
        "suppressed": None,
        "fingerprint": "0123456789abcdef",
    }
    return ReportedFinding(code=code, severity=severity, **values | other)


def whole(code: str = "D201", severity: Severity = "error", **other: Any) -> ReportedFinding:
    """A finding on the whole document."""
    nowhere = dict.fromkeys(("paragraph", "start", "end", "line", "column"))
    values = {"name": "missing-dimension", "message": "缺少“担当作为”方面", "suggestion": "补写", "excerpt": "d4"}
    return finding(code, severity, **nowhere | values | other)


def file(
    path: str = "材料/某局-张三.md", *findings: ReportedFinding, status: Status | None = None, **other: Any
) -> FileReport:
    counted = [f for f in findings if f.suppressed is None]
    failed = any(f.severity == "error" for f in counted)
    return FileReport(path, status or ("failed" if failed else "passed"), findings, **other)


def report(*files: FileReport, fail_on: FailOn = "error") -> Report:
    counted = [f for file in files for f in file.findings if f.suppressed is None]
    total = sum(len(file.findings) for file in files)
    summary = Summary(
        files=len(files),
        passed=sum(f.status == "passed" for f in files),
        failed=sum(f.status == "failed" for f in files),
        unreadable=sum(f.status == "unreadable" for f in files),
        findings={s: sum(f.severity == s for f in counted) for s in SEVERITIES},
        suppressed=total - len(counted),
    )
    return Report(1, Tool("duizhao", "0.1.0"), summary, files, fail_on)


def everything() -> Report:
    """A file with lines, a Word file without, one that can't be read, one that is clean."""
    places = (Place(3, 4, 8, 5, 5), Place(6, 0, 4, 11, 1))
    in_text = file(
        "./材料/某局-张三.md",
        finding(count=2, places=places),
        finding(
            "W510", message=f"身份证号 {ID_CARD}", suggestion=f"删去 {BANK_CARD}", excerpt=ID_CARD, fingerprint="a" * 16
        ),
        whole(),
        finding("W507", "info", suppressed=f"领导同意，电话 {MOBILE}", fingerprint="b" * 16),
        pack="minzhu-2021",
        pack_title="2021年度专题民主生活会",
        kind="individual",
        title="对照检查材料",
        byline="张三",
        characters=4000,
        outline=_outline(),
        coverage={"causes": CoverageEntry(("d1",), ("d4",))},
        dimension_titles={"d1": "政治信仰", "d4": "担当作为"},
        remarks=(f"页眉里有 {MOBILE}",),
        paragraphs=("对照检查材料", "张三", "近年来，有的同志不担当。"),
    )
    in_word = file(
        "材料/某处 李四,50%.docx",
        finding(line=None, column=None, places=(Place(3, 4, 8), Place(6, 0, 4)), message="第一行\n::error::第二行"),
    )
    unreadable = file(
        "材料/坏.docx", whole("E001", name="unreadable-file", message="文件损坏", excerpt=""), status="unreadable"
    )
    return report(in_text, in_word, unreadable, file("材料/好.txt"))


def _outline() -> OutlineEntry:
    evidence = {"thought": (EvidenceEntry(f"总认为 {MOBILE}", 4, 30, 33),)}
    problem = ItemEntry("一是学习不够", 4, 0, 60, 4, person=True, event=False, thought=True, evidence=evidence)
    cause = ItemEntry("一是党性锻炼不够", 6, 0, 40, 6, dimensions=("d1",))
    measure = ItemEntry("一是坚持学习", 8, 0, 40, 8, dimensions=(), concrete=False)
    d1 = DimensionEntry("d1", "（一）政治信仰方面", 3, 0, 9, 300, (problem,))
    return OutlineEntry(
        (
            SectionEntry("problems", "一、存在的问题", 2, 0, 7, 2000, (d1,)),
            SectionEntry("causes", "二、原因分析", 5, 0, 6, 700, (), (cause,)),
            SectionEntry("measures", "三、努力方向", 7, 0, 6, 500, (), (measure,)),
        )
    )
