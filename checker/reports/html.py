"""One self-contained HTML file for an office to hand out: no network, no outside parts, everything escaped."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files as resources
from typing import TYPE_CHECKING

from checker import rulebook
from checker.kept import Kept
from checker.report import VERDICTS, Report
from checker.reports.mask import in_line, named, shown
from checker.reports.names import EVIDENCE_NAMES, KIND_NAMES, SECTION_NAMES, SEVERITY_NAMES, excerpt_name
from checker.reports.others import ADVICE, other_word, others
from checker.reports.overview import common_gaps, dimension_columns
from checker.reports.register import MARKS, REGISTER_SECTIONS, Row, roster_findings, rows, rule_label, submissions
from checker.reports.view import name_of, submission
from checker.rulebook import BASIS_NAMES

if TYPE_CHECKING:
    from jinja2 import Environment

_OPEN_AT_ONCE = 3
_TEXTS = 300
_PIECES = 1000
_TOO_MANY = f"超过 {_TEXTS} 份，网页里不附全文；要对着全文看，请分批检查或单独检查那一份"
_TONES = {"达标": "good", "需修改": "fair", "不达标": "bad", "✓": "good", "缺": "bad"}
_TONES |= dict.fromkeys(("读不了", "程序出错", "未提交", "免", "—", ""), "none")


def render(report: Report) -> str:
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """What ``render`` gives, some lines at a time; one submission is looked at after the other."""
    files, register = submissions(report), rows(report)
    if len(files) > _TEXTS:
        files = Kept(replace(file, paragraphs=()) for file in files)
        report = replace(report, remarks=(*report.remarks, _TOO_MANY))
    gaps = common_gaps(files)
    codes = {f.code for file in report.files for f in file.findings}
    style, script = _resource("style.css"), _resource("script.js")
    page = _environment().get_template("report.html")
    stream = page.stream(
        report=report,
        count=len(files),
        listed=[(name_of(n), row) for n, row in enumerate(register[: len(files)], 1)],
        submissions=(submission(n, *pair) for n, pair in enumerate(zip(files, register, strict=False), 1)),
        absent=register[len(files) :],
        others=[(file.path, other_word(file)) for file in others(report)],
        other_advice=ADVICE,
        twice=[f for f in roster_findings(report) if f.count > 1],
        open_at_once=len(files) <= _OPEN_AT_ONCE,
        verdicts=_verdicts(register[: len(files)]),
        specificity=_specificity(register),
        gaps=gaps,
        rules={code: rule for code, rule in rulebook.rules().items() if code in codes},
        dimensions=dimension_columns(files),
        campaigns=sorted({in_line(row.campaign) for row in register if row.campaign}),
        units=sorted({in_line(row.person.unit) for row in register[: len(files)] if row.person.unit}),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    stream.enable_buffering(_PIECES)
    yield from stream


def _verdicts(register: Sequence[Row]) -> list[tuple[str, int, float, float]]:
    """(verdict, how many, where its part of the ring begins, how long it is), the ring being 100 long."""
    found: list[tuple[str, int, float, float]] = []
    at = 0.0
    for name in VERDICTS:
        number = sum(row.verdict == name for row in register)
        if name == "程序出错" and not number:
            continue
        length = 100 * number / len(register) if register else 0.0
        found.append((name, number, round(at, 2), round(length, 2)))
        at += length
    return found


def _specificity(register: Sequence[Row]) -> list[tuple[str, int, int]]:
    """(what is shown, how many items show it, of how many)."""
    counts = [row.specificity for row in register]
    items, measures = sum(s.items for s in counts), sum(s.measures for s in counts)
    return [
        ("见人", sum(s.person for s in counts), items),
        ("见事", sum(s.event for s in counts), items),
        ("见思想", sum(s.thought for s in counts), items),
        ("三者俱全", sum(s.complete for s in counts), items),
        ("可检查措施", sum(s.concrete for s in counts), measures),
    ]


def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "shown": shown,
        "line": in_line,
        "name": named,
        "tone": lambda mark: _TONES.get(mark, "fair"),
    }
    environment.globals |= {
        "excerpt_name": excerpt_name,
        "rule_label": rule_label,
        "section_names": SECTION_NAMES,
        "register_sections": REGISTER_SECTIONS,
        "severity_names": SEVERITY_NAMES,
        "evidence_names": EVIDENCE_NAMES,
        "kind_names": KIND_NAMES,
        "basis_names": BASIS_NAMES,
        "marks": MARKS,
    }
    return environment


def _resource(name: str) -> str:
    return (resources("checker.reports") / "templates" / name).read_text("utf-8")


def _hash(text: str) -> str:
    """What the content security policy allows: the very words of our own style and script, nothing else."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
