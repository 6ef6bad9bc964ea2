"""How the formats of the gate say where a finding stands and what is to be done; personal numbers masked."""

from pathlib import PurePath

from checker.report import FileReport, ReportedFinding
from checker.reports.mask import escaped, shown


def shown_path(file: FileReport) -> str:
    """The path with ``/`` and without a leading ``./``, as CI systems name the files of a repository."""
    return escaped(PurePath(file.path).as_posix())


def place(finding: ReportedFinding) -> str:
    """「第 3 段」, or 「全文」 for what concerns the whole document."""
    return f"第 {finding.paragraph} 段" if finding.paragraph is not None else "全文"


def message(finding: ReportedFinding) -> str:
    """What is wrong, and on a second line what to do about it."""
    lines = [finding.message, f"建议：{finding.suggestion}"] if finding.suggestion else [finding.message]
    return "\n".join(shown(line) for line in lines)
