"""JUnit XML: a test suite a file, a test case for each rule that had something to say, or one that passed."""

from itertools import groupby
from xml.etree import ElementTree

from checker.finding import SEVERITIES
from checker.report import FileReport, Report, ReportedFinding, is_other
from checker.reports.mask import shown
from checker.reports.others import other_word
from checker.reports.words import message, place, shown_path

_COUNTS = {"tests": "testcase", "failures": "failure", "errors": "error"}


def render(report: Report) -> str:
    """A case fails where a finding counts and is as grave as ``report.fail_on``: red here is what failed the check.

    What was found but doesn't fail stands in the case's output; where all of a rule is suppressed the case is skipped.
    """
    root = ElementTree.Element("testsuites", name=report.tool.name)
    root.extend(_suite(file, report) for file in report.files)
    _count(root)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(file: FileReport, report: Report) -> ElementTree.Element:
    path = shown_path(file)
    suite = ElementTree.Element("testsuite", name=path)
    by_code = sorted(file.findings, key=lambda f: f.code)
    for code, group in groupby(by_code, key=lambda f: f.code):
        findings = list(group)
        case = ElementTree.SubElement(suite, "testcase", classname=path, name=f"{code} {findings[0].name}")
        _outcome(case, findings, file, report)
    if not by_code:
        case = ElementTree.SubElement(suite, "testcase", classname=path, name="检查")
        if is_other(file):
            ElementTree.SubElement(case, "skipped", message=other_word(file))
    _count(suite)
    return suite


def _outcome(case: ElementTree.Element, findings: list[ReportedFinding], file: FileReport, report: Report) -> None:
    counted = [f for f in findings if f.suppressed is None]
    failing = [f for f in counted if file.status == "unreadable" or _fails(f, report)]
    if not counted:
        reasons = dict.fromkeys(shown(f.suppressed or "") for f in findings)
        ElementTree.SubElement(case, "skipped", message="；".join(reasons))
    elif failing:
        tag = "error" if file.status == "unreadable" else "failure"
        first = message(failing[0]).split("\n")[0]
        more = f"（共 {len(failing)} 条）" if len(failing) > 1 else ""
        outcome = ElementTree.SubElement(case, tag, type=failing[0].severity, message=first + more)
        outcome.text = "\n".join(map(_line, failing))
    else:
        ElementTree.SubElement(case, "system-out").text = "\n".join(map(_line, counted))


def _fails(finding: ReportedFinding, report: Report) -> bool:
    if report.fail_on == "never":
        return False
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(report.fail_on)


def _line(finding: ReportedFinding) -> str:
    where = f"第 {finding.line} 行" if finding.line is not None else place(finding)
    return f"{where}：{message(finding)}"


def _count(element: ElementTree.Element) -> None:
    """Set the numbers of cases and of failed ones below ``element``, and for a suite of skipped ones."""
    counts = _COUNTS if element.tag == "testsuites" else _COUNTS | {"skipped": "skipped"}
    for attribute, tag in counts.items():
        element.set(attribute, str(sum(1 for _ in element.iter(tag))))
