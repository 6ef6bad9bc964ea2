"""The report for people at a terminal: by file, each finding with its place marked, then a closing summary."""

import shutil
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import click
from wcwidth import wcswidth, wrap

from checker.finding import Severity
from checker.report import VERDICTS, FileReport, Place, Report, ReportedFinding, is_other, is_roster, verdict
from checker.reports.mask import in_line, named, shown
from checker.reports.others import ADVICE, other_word, others
from checker.rulebook import rules

_NAMES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_VERDICT_COLOURS = {
    "达标": "green",
    "需修改": "yellow",
    "不达标": "red",
    "读不了": "magenta",
    "程序出错": "magenta",
    "花名册": "blue",
}
_KINDS = {"individual": "个人", "group": "班子"}
_CONTEXT = 36
_LISTED = 12
_NEVER_FIRST = frozenset("，。、；：！？”’）》】")
_LONGEST_MARK = 24


def render(report: Report) -> str:
    """The report as text with ANSI colours, no line wider than the terminal (80 columns where there is none)."""
    width = max(50, min(shutil.get_terminal_size((80, 24)).columns, 100))
    lines: list[str] = []
    for file in report.files:
        if not is_other(file):
            lines += [*_file(file, width), ""]
    lines += _others(report, width)
    return "\n".join([*lines, *_summary(report, width)]) + "\n"


def _file(file: FileReport, width: int) -> Iterator[str]:
    word = "花名册" if is_roster(file) else verdict(file)
    yield (
        click.style(named(file.path), bold=True)
        + "  "
        + click.style(f"【{word}】", fg=_VERDICT_COLOURS[word], bold=True)
    )
    if file.outline:
        parts = [
            file.pack_title or "",
            _KINDS.get(file.kind or "", ""),
            f"{file.characters} 字",
            _dimensions(file),
            _specificity(file),
        ]
        yield from _wrapped(" · ".join(p for p in parts if p), width, "  ", dim=True)
    counted = [f for f in file.findings if f.suppressed is None]
    for severity in _NAMES:
        some = [f for f in counted if f.severity == severity]
        if severity == "info":
            for _, group in groupby(sorted(some, key=lambda f: f.code), key=lambda f: (f.code, f.name)):
                yield from _hint(list(group), width)
        else:
            for finding in some:
                yield from _finding(finding, file, width)
    hidden = len(file.findings) - len(counted)
    if hidden:
        yield click.style(f"  另有 {hidden} 处有理由不计", dim=True)
    for remark in file.remarks:
        yield from _wrapped(f"注：{remark}", width, "  ", "      ", dim=True)


def _others(report: Report, width: int) -> Iterator[str]:
    for file in (found := others(report)):
        yield f"{click.style(named(file.path), bold=True)}  【{other_word(file)}】"
    if found:
        yield from _wrapped(f"以上 {len(found)} 份没有检查，不计入下面的数字。{ADVICE}", width, "  ", dim=True)
        yield ""


def _dimensions(file: FileReport) -> str:
    mandated = file.dimension_titles or {}
    found = {d.id for s in (file.outline.sections if file.outline else ()) for d in s.dimensions}
    return f"规定的方面 {len(found & set(mandated))}/{len(mandated)}" if mandated else ""


def _specificity(file: FileReport) -> str:
    sections = file.outline.sections if file.outline else ()
    items = [i for s in sections if s.id == "problems" for i in (*s.items, *(i for d in s.dimensions for i in d.items))]
    whole = sum(1 for i in items if i.person and i.event and i.thought)
    return f"问题 {len(items)} 条，人事思想俱全 {whole} 条" if items else ""


def _finding(finding: ReportedFinding, file: FileReport, width: int) -> Iterator[str]:
    times = f"  共 {finding.count} 处" if finding.count > 1 else ""
    yield f"  {_tag(finding)} {_where(finding)}{times}"
    if finding.places and file.paragraphs:
        yield from _marked(finding.places[0], file, width)
    yield from _wrapped(finding.message, width, "    ")
    yield from _wrapped(finding.suggestion, width, "    → ", "      ")


def _hint(group: list[ReportedFinding], width: int) -> Iterator[str]:
    """The hints of one rule together: said once, then where; what differs from place to place is said there."""
    first = group[0]
    yield f"  {_tag(first)} {_where(first) if len(group) == 1 else f'{len(group)} 处'}"
    if len(group) == 1:
        yield from _wrapped(first.message, width, "    ")
    elif len({f.message for f in group}) == 1:
        yield from _wrapped(first.message, width, "    ")
        places = [f"{in_line(f.excerpt)}（第{f.paragraph}段）" for f in group[:_LISTED]]
        more = f" 等 {len(group)} 条" if len(group) > _LISTED else ""
        yield from _wrapped("；".join(places) + more, width, "    ", dim=True)
    else:
        for f in group[:_LISTED]:
            named_here = f"{in_line(f.excerpt)}：" if f.code.startswith("P") else ""
            yield from _wrapped(f"{_where(f)} {named_here}{f.message}", width, "    ", "      ")
        if len(group) > _LISTED:
            yield f"    …共 {len(group)} 处"
    if len({f.suggestion for f in group}) == 1:
        yield from _wrapped(first.suggestion, width, "    → ", "      ")
    elif first.code in rules():
        yield from _wrapped(rules()[first.code].how, width, "    → ", "      ")


def _tag(finding: ReportedFinding) -> str:
    return click.style(f"{_NAMES[finding.severity]} {finding.code}", fg=_COLOURS[finding.severity], bold=True)


def _where(finding: ReportedFinding) -> str:
    if finding.paragraph is None:
        return "全文"
    line = f"（第{finding.line}行第{finding.column}列）" if finding.line else ""
    return f"第{finding.paragraph}段{line}"


def _marked(place: Place, file: FileReport, width: int) -> Iterator[str]:
    """The words concerned in their line, and a mark under them, aligned by display width."""
    text = shown(file.paragraphs[place.paragraph - 1]).replace("\n", " ").replace("\t", " ")
    room = min(_CONTEXT, (width - 12) // 2 // 2 * 2)
    start = max(0, place.start - room // 3)
    stop = min(len(text), start + room)
    before = ("…" if start else "") + text[start : place.start]
    end = min(place.end, stop, place.start + _LONGEST_MARK)
    words = text[place.start : end]
    after = text[end:stop] + ("…" if stop < len(text) else "")
    yield f"    {before}{click.style(words, bold=True)}{after}"
    yield "    " + " " * max(wcswidth(before), 0) + click.style("^" * max(wcswidth(words), 1), fg="red")


def _wrapped(text: str, width: int, first: str, rest: str = "", dim: bool = False) -> Iterator[str]:
    """Lines of ``width`` columns. A space is no better place to break Chinese than any other; no line begins with a mark."""
    whole = shown(text).replace(" ", "\xa0")
    lines = wrap(whole, width - 2, initial_indent=first, subsequent_indent=rest or first)
    for n in range(1, len(lines)):
        indent = rest or first
        words = lines[n][len(indent) :]
        if words[:1] in _NEVER_FIRST:
            lines[n - 1] += words[0]
            lines[n] = indent + words[1:].lstrip("\xa0")
    for line in lines:
        if line.strip():
            yield click.style(line.replace("\xa0", " "), dim=dim or None)


def _summary(report: Report, width: int) -> Iterator[str]:
    verdicts = Counter(verdict(f) for f in report.files if not is_roster(f) and not is_other(f))
    yield "─" * (width // 2)
    shares = "，".join(f"{name} {verdicts[name]} 份" for name in VERDICTS if verdicts[name])
    yield click.style(f"共 {report.summary.files} 份：{shares or '没有对照检查材料'}", bold=True)
    if report.summary.other:
        yield f"另有 {report.summary.other} 份不是对照检查材料"
    counts = report.summary.findings
    hidden = f"，另有 {report.summary.suppressed} 处不计" if report.summary.suppressed else ""
    yield "，".join(f"{_NAMES[s]} {counts[s]} 处" for s in _NAMES) + hidden
    common = Counter(
        f.code for file in report.files for f in file.findings if f.suppressed is None and f.severity != "info"
    ).most_common(5)
    if common:
        listed = "；".join(f"{code} {rules()[code].summary} {n} 次" for code, n in common)
        yield from _wrapped(f"最常见：{listed}", width, "", "        ")
        yield f"看一条规则的说明：duizhao explain {common[0][0]}"
    if report.config:
        yield from _wrapped(f"配置文件：{named(report.config)}", width, "", "    ", dim=True)
    for remark in report.remarks:
        yield from _wrapped(f"注：{remark}", width, "", "    ")
