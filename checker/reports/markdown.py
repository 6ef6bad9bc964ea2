"""The register and the findings as Markdown tables and lists, for pages that show Markdown."""

import re

from checker.report import VERDICTS, FileReport, Report, ReportedFinding, is_other, verdict
from checker.reports.mask import in_line, named
from checker.reports.names import SEVERITY_NAMES, excerpt_name
from checker.reports.others import NOT_ONE, other_word, others
from checker.reports.overview import common_gaps, table
from checker.reports.register import MARKS, rows, rule_label, submissions

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$!])")


def render(report: Report) -> str:
    files, register = submissions(report), rows(report)
    headings, cells, essential = table(files, register)
    counts = [f"{name} {n}" for name in VERDICTS if (n := sum(verdict(f) == name for f in files))]
    missing = [r for r in register if r.verdict == "未提交"]
    lines = ["# 对照检查材料检查结果", "", f"共 {len(files)} 份：{'，'.join(counts) or '无'}。"]
    if report.roster:
        lines += ["", f"花名册 {len(report.roster)} 人（单位），未提交 {len(missing)}。"]
    if report.config:
        lines += ["", f"配置文件：{_plain(named(report.config))}。"]
    for remark in report.remarks:
        lines += ["", f"注：{_plain(remark)}"]
    lines += ["", "## 台账", "", *_table(headings[:essential], [row[:essential] for row in cells])]
    lines += ["", "符号：" + "；".join(f"{mark} {meaning}" for mark, meaning in MARKS.items()) + "。"]
    gaps = common_gaps(files, 10)
    if gaps:
        numbers: list[list[str | int]] = [[g.code, g.label, SEVERITY_NAMES[g.severity], g.files, g.count] for g in gaps]
        lines += ["", "## 最常见的问题", "", *_table(["代码", "规则", "级别", "材料份数", "次数"], numbers)]
    if rest := others(report):
        lines += ["", f"## {NOT_ONE}", "", "没有检查，不计入上面的数字。", ""]
        lines += [f"- {_plain(named(file.path))}：{other_word(file)}" for file in rest]
    for file in report.files:
        if is_other(file):
            continue
        lines += ["", f"## {_plain(named(file.path))}", "", *_file(file)]
    return "\n".join(lines) + "\n"


def _table(headings: list[str], cells: list[list[str | int]]) -> list[str]:
    lines = [[_plain(h) for h in headings], ["---"] * len(headings), *([_plain(str(c)) for c in row] for row in cells)]
    return [f"| {' | '.join(line)} |" for line in lines]


def _file(file: FileReport) -> list[str]:
    about = [_plain(part) for part in (file.pack_title or "", file.title or "", file.byline or "") if part]
    lines = [f"**{verdict(file)}**" + (f" · {' · '.join(about)}" if about else ""), ""]
    for finding in file.findings:
        lines += _finding(file, finding)
    return lines if file.findings else [*lines, "没有发现问题。"]


def _finding(file: FileReport, finding: ReportedFinding) -> list[str]:
    place = f"第{finding.paragraph}段" if finding.paragraph else "全文"
    quote = f"「{_plain(excerpt_name(file, finding))}」" if finding.excerpt else ""
    times = f"（{finding.count} 处）" if finding.count > 1 else ""
    name = f"{finding.code} {_plain(rule_label(finding.code, finding.name))}"
    lines = [f"- {SEVERITY_NAMES[finding.severity]} **{name}** {place}{times}{quote}：{_plain(finding.message)}"]
    if finding.suppressed is not None:
        return [f"{lines[0]}（已豁免：{_plain(finding.suppressed)}）"]
    return [*lines, f"  - 怎样改：{_plain(finding.suggestion)}"] if finding.suggestion else lines


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", in_line(text).replace("&", "&amp;"))
