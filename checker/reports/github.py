"""Workflow commands of GitHub Actions: each finding becomes an annotation of the commit or the pull request."""

from checker.finding import Severity
from checker.report import FileReport, Report, ReportedFinding
from checker.reports.others import other_word, others
from checker.reports.words import message, place, shown_path

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """One command a finding that counts, then a line for the log that says how much was looked at."""
    lines = [_command(file, f) for file in report.files for f in file.findings if f.suppressed is None]
    rest = others(report)
    lines += [f"::notice file={_escape(shown_path(file), ':,')}::{other_word(file)}，没有检查" for file in rest]
    s = report.summary
    lines.append(
        f"检查了 {s.files} 份材料：通过 {s.passed}，未通过 {s.failed}，读不出 {s.unreadable}。"
        + (f"另有 {s.other} 份不是对照检查材料。" if s.other else "")
    )
    return "\n".join(lines) + "\n"


def _command(file: FileReport, finding: ReportedFinding) -> str:
    said = message(finding)
    properties = {"file": shown_path(file)}
    if finding.line is not None:
        properties |= {"line": str(finding.line), "col": str(finding.column)}
    else:
        said = f"{place(finding)}：{said}"
    properties["title"] = f"{finding.code} {finding.name}"
    written = ",".join(f"{key}={_escape(value, ':,')}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{_escape(said)}"


def _escape(text: str, also: str = "") -> str:
    """``text`` with the characters that end a command, and in a property those of ``also``, as %XX."""
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
