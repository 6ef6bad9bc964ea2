"""What a run gives to every output format; ``duizhao check --format json`` writes these very records.

The field names are the contract of the JSON report (version 1). Paragraph, line and column are 1-based; start and end are 0-based
characters in the paragraph, end exclusive.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from checker.finding import Severity

Status = Literal["passed", "failed", "unreadable", "other"]
FailOn = Literal["error", "warning", "info", "never"]


@dataclass(frozen=True, slots=True)
class Place:
    paragraph: int
    start: int
    end: int
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """A finding with what the rule book and the policy add; ``suppressed`` is the reason why it doesn't count, or None.

    ``fingerprint`` stays the same while the words concerned stay, whatever is edited elsewhere in the file.
    """

    code: str
    name: str
    severity: Severity
    message: str
    suggestion: str
    paragraph: int | None
    start: int | None
    end: int | None
    line: int | None
    column: int | None
    excerpt: str
    count: int
    suppressed: str | None
    fingerprint: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    text: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """A problem, a cause or a measure. Problems have person, event, thought; causes and measures ``dimensions``; measures ``concrete``."""

    lead: str
    paragraph: int
    start: int
    end: int
    last_paragraph: int
    person: bool | None = None
    event: bool | None = None
    thought: bool | None = None
    evidence: dict[str, tuple[EvidenceEntry, ...]] | None = None
    dimensions: tuple[str, ...] | None = None
    concrete: bool | None = None


@dataclass(frozen=True, slots=True)
class DimensionEntry:
    id: str
    heading: str
    paragraph: int
    start: int
    end: int
    characters: int
    items: tuple[ItemEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionEntry:
    id: str
    heading: str
    paragraph: int
    start: int
    end: int
    characters: int
    dimensions: tuple[DimensionEntry, ...] = ()
    items: tuple[ItemEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    sections: tuple[SectionEntry, ...]


@dataclass(frozen=True, slots=True)
class CoverageEntry:
    covered: tuple[str, ...]
    uncovered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileReport:
    """One submission, or with the status ``other`` a paper that is none: ``genre`` says what it seems to be, and nothing in it was checked. ``scores`` say how well the nearest packs fit (0 to 1). ``paragraphs`` is its text for the formats that show it; it is never part of the JSON report."""

    path: str
    status: Status
    findings: tuple[ReportedFinding, ...]
    pack: str | None = None
    pack_title: str | None = None
    kind: Literal["individual", "group"] | None = None
    title: str | None = None
    byline: str | None = None
    characters: int = 0
    outline: OutlineEntry | None = None
    coverage: dict[str, CoverageEntry] | None = None
    dimension_titles: dict[str, str] | None = None
    scores: dict[str, float] | None = None
    remarks: tuple[str, ...] = ()
    genre: str | None = None
    paragraphs: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One who owes a submission: its ``row`` in the roster (1-based) and the paths of the submissions found."""

    row: int
    unit: str
    name: str
    post: str
    submissions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tool:
    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Summary:
    """How many submissions, and how many findings of each severity that aren't suppressed; ``other`` files are no submissions and counted nowhere else."""

    files: int
    passed: int
    failed: int
    unreadable: int
    findings: dict[Severity, int]
    suppressed: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """``fail_on`` is the least grave severity that fails a file.

    ``remarks`` are sentences (Chinese) on the run as a whole: suppressions that suppress nothing, files passed over.
    ``config`` is the configuration file that was used, if there was one.
    """

    version: Literal[1]
    tool: Tool
    summary: Summary
    files: Sequence[FileReport]
    fail_on: FailOn = "error"
    remarks: tuple[str, ...] = ()
    roster: tuple[RosterEntry, ...] = ()
    config: str | None = None


VERDICTS = ("达标", "需修改", "不达标", "读不了", "程序出错")


def is_roster(file: FileReport) -> bool:
    """Whether ``file`` is no submission but the roster, saying who hasn't submitted (X803)."""
    return bool(file.findings) and all(f.code == "X803" for f in file.findings)


def is_other(file: FileReport) -> bool:
    """Whether ``file`` is no submission but another paper, which isn't checked."""
    return file.status == "other"


def verdict(file: FileReport) -> str:
    """One of VERDICTS: 不达标 with an error that counts, 需修改 with a warning, else 达标.

    读不了 for what couldn't be read; 程序出错 where that was the program's own fault (E009).
    """
    if file.status == "unreadable":
        return "程序出错" if any(f.code == "E009" for f in file.findings) else "读不了"
    grades = {finding.severity for finding in file.findings if finding.suppressed is None}
    return "不达标" if "error" in grades else "需修改" if "warning" in grades else "达标"
