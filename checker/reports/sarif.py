"""SARIF 2.1.0, for code scanning and editors; suppressed findings are carried with the reason why they don't count."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from checker.finding import Severity
from checker.report import FileReport, Place, Report, ReportedFinding
from checker.reports.mask import shown
from checker.reports.others import other_word, others
from checker.reports.streamed import streamed
from checker.reports.words import message, shown_path
from checker.rulebook import BASIS_NAMES, Rule, rules

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """One run: all rules of the rule book, all files looked at, all findings. Columns count characters."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """What ``render`` gives, file by file."""
    known = list(rules().values())
    index = {rule.code: i for i, rule in enumerate(known)}
    run = {
        "tool": {
            "driver": {
                "name": report.tool.name,
                "version": report.tool.version,
                "language": "zh-CN",
                "rules": [_rule(rule) for rule in known],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": True, "toolExecutionNotifications": list(map(_passed_over, others(report)))}
        ],
        "artifacts": [],
        "results": [],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    artifacts = ({"location": _artifact(file)} for file in report.files)
    results = (_result(file, f, index) for file in report.files for f in file.findings)
    yield from streamed(log, 3, {"artifacts": artifacts, "results": results})


def _passed_over(file: FileReport) -> dict[str, Any]:
    """A note on a file that is no submission: it has no results because nothing in it was checked."""
    where = [{"physicalLocation": {"artifactLocation": _artifact(file)}}]
    return {"level": "note", "message": {"text": f"{other_word(file)}，没有检查"}, "locations": where}


def _rule(rule: Rule) -> dict[str, Any]:
    basis = BASIS_NAMES[rule.basis]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.what},
        "help": {"text": f"{rule.what}\n\n为什么：{rule.why}\n\n怎样改：{rule.how}\n\n依据（{basis}）：{rule.source}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [basis], "mandatory": rule.mandatory},
    }


def _result(file: FileReport, finding: ReportedFinding, index: dict[str, int]) -> dict[str, Any]:
    first, *others = finding.places or (_place(finding),)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": message(finding)},
        "locations": [_location(file, first, finding.excerpt)],
        "partialFingerprints": {
            "duizhao/v1": finding.fingerprint,
            # GitHub knows findings again by this one, and would make it from the bytes of the .docx
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
        },
        "suppressions": [],
        "properties": {"name": finding.name, "excerpt": shown(finding.excerpt), "count": finding.count},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.suppressed is not None:
        result["suppressions"] = [{"kind": "external", "justification": shown(finding.suppressed)}]
    if others:
        result["relatedLocations"] = [{"id": i, **_location(file, p, "")} for i, p in enumerate(others, 1)]
    return result


def _place(finding: ReportedFinding) -> Place | None:
    if finding.paragraph is None:
        return None
    return Place(finding.paragraph, finding.start or 0, finding.end or 0, finding.line, finding.column)


def _location(file: FileReport, place: Place | None, excerpt: str) -> dict[str, Any]:
    """Line and column where the file has them, else the paragraph; the file alone for the whole document."""
    physical: dict[str, Any] = {"artifactLocation": _artifact(file)}
    if place is None:
        return {"physicalLocation": physical}
    if place.line is not None:
        physical["region"] = {"startLine": place.line, "startColumn": place.column}
        if excerpt:
            physical["region"]["snippet"] = {"text": shown(excerpt)}
        return {"physicalLocation": physical}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": f"第 {place.paragraph} 段", "kind": "paragraph"}],
        "properties": {"paragraph": place.paragraph, "start": place.start, "end": place.end},
    }


def _artifact(file: FileReport) -> dict[str, str]:
    """The file as a URI: relative ones below the root of the repository."""
    path = PurePath(file.path)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(shown_path(file)), "uriBaseId": "%SRCROOT%"}
