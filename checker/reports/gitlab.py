"""GitLab's code quality report (an artifact of the kind ``reports: codequality``), shown in the merge request."""

from hashlib import sha256

import msgspec

from checker.finding import Severity
from checker.report import FileReport, Report, ReportedFinding
from checker.reports.words import message, place, shown_path

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """A JSON list of the findings that count; GitLab wants a line from each, so what has none (Word) gets line 1."""
    issues = [_issue(file, f) for file in report.files for f in file.findings if f.suppressed is None]
    return msgspec.json.format(msgspec.json.encode(issues), indent=2).decode() + "\n"


def _issue(file: FileReport, finding: ReportedFinding) -> dict[str, object]:
    path = shown_path(file)
    said = message(finding).replace("\n", " ")
    return {
        "description": said if finding.line is not None else f"{place(finding)}：{said}",
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": sha256(f"{path}\0{finding.fingerprint}".encode()).hexdigest()[:32],
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": finding.line or 1}},
    }
