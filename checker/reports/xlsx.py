"""The register as an Excel workbook: 台账 (a row a submission), 问题清单 (a row a finding), 说明 (how to read them)."""

import io
from collections.abc import Iterable, Sequence
from math import ceil
from typing import TYPE_CHECKING, Any

from wcwidth import wcswidth

from checker import rulebook
from checker.report import FileReport, Report, ReportedFinding
from checker.reports.mask import in_line, named, shown
from checker.reports.names import SEVERITY_NAMES, excerpt_name
from checker.reports.others import NOT_ONE, other_word, others
from checker.reports.overview import campaigns, table
from checker.reports.register import MARKS, Row, rows, rule_label, submissions
from checker.rulebook import BASIS_NAMES

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LAST_ROW = 1_048_575
_LONGEST_CELL = 32_767
_FONT = "宋体"
_GOOD, _FAIR, _BAD = ("#E6F0EA", "#23583F"), ("#FAF0DA", "#7A5312"), ("#F8E3DF", "#8E2A20")
_NONE = ("#ECECEC", "#555555")
_COLOURS = {"达标": _GOOD, "需修改": _FAIR, "不达标": _BAD, "缺": _BAD} | dict.fromkeys("薄空误重", _FAIR)
_COLOURS |= dict.fromkeys(("读不了", "程序出错", "未提交", "免"), _NONE)
_COLOURS |= {"✓": ("#FFFFFF", "#3F7A5E"), "—": ("#FFFFFF", "#999999")}
_COLOURS |= {"错误": ("#FFFFFF", "#8E2A20"), "警告": ("#FFFFFF", "#7A5312"), "提示": ("#FFFFFF", "#35557D")}
_WIDEST = {"单位": 16, "姓名": 10, "职务": 16, "活动": 20, "主要差距": 36}
_WIDEST |= {"规则": 28, "原文": 24, "豁免理由": 20, "文件": 28}
_FINDING_HEADINGS = ["序号", "单位", "姓名", "代码", "规则", "级别", "位置"]
_FINDING_HEADINGS += ["原文", "问题", "怎样改", "次数", "豁免理由", "文件"]
_LINE_HEIGHT = 14


def render(report: Report) -> bytes:
    from xlsxwriter import Workbook

    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(out, plain | {"in_memory": True}) as book:
        made_by = f"由 {report.tool.name} {report.tool.version} 生成"
        book.set_properties({"title": "对照检查材料台账", "comments": made_by})
        styles = _Styles(book)
        files, register = submissions(report), rows(report)
        headings, cells, essential = table(files, register)
        _sheet(book, styles, "台账", headings, cells, essential)
        findings = _findings(report, dict(zip((f.path for f in files), register, strict=False)))
        _sheet(book, styles, "问题清单", _FINDING_HEADINGS, findings, len(_FINDING_HEADINGS))
        if rest := others(report):
            listed: list[list[str | int]] = [[n, in_line(f.path), other_word(f)] for n, f in enumerate(rest, 1)]
            _sheet(book, styles, NOT_ONE, ["序号", "文件", "说明"], listed, 3)
        _legend(book, styles, report, files)
    return out.getvalue()


class _Styles:
    """The cell formats of one workbook."""

    def __init__(self, book: "Workbook") -> None:
        base: dict[str, Any] = {
            "font_name": _FONT,
            "font_size": 10,
            "valign": "vcenter",
            "text_wrap": True,
            "indent": 1,
            "border": 1,
            "border_color": "#D5D2CB",
        }
        centre = base | {"align": "center", "indent": 0}
        self.text: Format = book.add_format(base)
        self.centre: Format = book.add_format(centre)
        self.heading: Format = book.add_format(centre | {"bold": True, "bg_color": "#E9E6DF"})
        self.title: Format = book.add_format({"font_name": _FONT, "font_size": 12, "bold": True})
        self.marks: dict[str, Format] = {
            word: book.add_format(centre | {"bg_color": ground, "font_color": ink})
            for word, (ground, ink) in _COLOURS.items()
        }

    def of(self, cell: str | int) -> "Format":
        if not isinstance(cell, str):
            return self.centre
        if cell and all(mark in self.marks for mark in cell):  # several marks: the first is the gravest
            return self.marks[cell[0]]
        return self.marks.get(cell, self.text)


def _sheet(
    book: "Workbook",
    styles: _Styles,
    name: str,
    headings: Sequence[str],
    cells: Sequence[Sequence[str | int]],
    printed: int,
) -> None:
    """A table with frozen headings and filters; the first ``printed`` columns are its print area."""
    sheet = book.add_worksheet(name)
    cut = list(cells[:_LAST_ROW])
    if len(cells) > _LAST_ROW:
        rest = len(cells) - _LAST_ROW + 1
        cut[-1] = [f"其余 {rest} 行超出 Excel 的上限，见 JSON 报告", *[""] * (len(headings) - 1)]
    widths = [_column_width(heading, [row[n] for row in cut]) for n, heading in enumerate(headings)]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for number, row in enumerate([headings, *cut]):
        _row(sheet, number, row, widths, [styles.heading if number == 0 else styles.of(cell) for cell in row])
    sheet.autofilter(0, 0, max(len(cut), 1), len(headings) - 1)
    sheet.freeze_panes(1, 3)
    sheet.print_area(0, 0, max(len(cut), 1), printed - 1)
    sheet.repeat_rows(0)
    _page(sheet, f"对照检查材料{name}")


def _row(
    sheet: "Worksheet", number: int, cells: Sequence[str | int], widths: Sequence[float], styles: Sequence["Format"]
) -> None:
    """One row, as high as its longest cell needs: not every program fits the height to wrapped text by itself."""
    lines = max(_lines(cell, width) for cell, width in zip(cells, widths, strict=False))
    sheet.set_row(number, min(lines * _LINE_HEIGHT + 6, 400))
    for column, (cell, style) in enumerate(zip(cells, styles, strict=True)):
        if isinstance(cell, str):
            sheet.write_string(number, column, cell[:_LONGEST_CELL], style)
        else:
            sheet.write_number(number, column, cell, style)


def _lines(cell: str | int, width: float) -> int:
    return sum(max(ceil(_width(line) / (width - 1)), 1) for line in str(cell).split("\n"))


def _column_width(heading: str, cells: Sequence[str | int]) -> float:
    """Wide enough for the cells, within reason, and for a heading of four lines; in half-width characters."""
    longest = max(map(_width, cells), default=0)
    return max(5, min(longest + 2, _WIDEST.get(heading, 40)), ceil(_width(heading) / 4) + 1.5)


def _page(sheet: "Worksheet", title: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(f"&C&14{title}")
    sheet.set_footer("&C第 &P 页，共 &N 页")


def _width(cell: str | int) -> int:
    return max(wcswidth(str(cell)), 0)


def _findings(report: Report, register: dict[str, Row]) -> list[list[str | int]]:
    found: list[list[str | int]] = []
    for file in report.files:
        person = register[file.path].person if file.path in register else None
        for finding in file.findings:
            owner = [person.unit, person.name] if person else ["", ""]
            found.append([len(found) + 1, *owner, *_finding(file, finding), named(file.path)])
    return found


def _finding(file: FileReport, finding: ReportedFinding) -> list[str | int]:
    place = f"第{finding.paragraph}段" if finding.paragraph else "全文"
    return [
        finding.code,
        rule_label(finding.code, finding.name),
        SEVERITY_NAMES[finding.severity],
        place,
        in_line(excerpt_name(file, finding)),
        shown(finding.message),
        shown(finding.suggestion),
        finding.count,
        shown(finding.suppressed or ""),
    ]


def _legend(book: "Workbook", styles: _Styles, report: Report, files: Sequence[FileReport]) -> None:
    sheet = book.add_worksheet("说明")
    widths = (16, 40, 10, 34, 60)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    at = 0
    for title, lines in _legend_blocks(files):
        sheet.write_string(at, 0, title, styles.title)
        for number, line in enumerate(lines):
            _row(sheet, at + 1 + number, line, widths, [styles.of(cell) if number else styles.heading for cell in line])
        at += len(lines) + 2
    made_by = f"由 {report.tool.name} {report.tool.version} 生成；供审核时参考，以人的判断为准。"
    sheet.write_string(at, 0, made_by, styles.title)
    _page(sheet, "说明")


def _legend_blocks(files: Sequence[FileReport]) -> Iterable[tuple[str, list[tuple[str, ...]]]]:
    """(title, table with its headings first) of everything that the other sheets need explained."""
    verdicts = [
        ("达标", "没有错误，也没有警告"),
        ("需修改", "没有错误，有警告"),
        ("不达标", "有错误"),
        ("读不了", "文件打不开，或不是材料"),
        ("程序出错", "程序自己的毛病，文件不一定有问题"),
        ("未提交", "花名册上有，没有找到材料"),
    ]
    yield "结论", [("结论", "意思"), *verdicts]
    yield "维度栏和部分栏的符号", [("符号", "意思"), *MARKS.items()]
    for campaign, dimensions in campaigns(files).items():
        yield f"规定维度：{in_line(campaign)}", [("编号", "维度"), *((d, in_line(t)) for d, t in dimensions.items())]
    rules = [
        (r.code, r.summary, SEVERITY_NAMES[r.severity], f"{BASIS_NAMES[r.basis]}：{r.source}", r.how)
        for r in rulebook.rules().values()
    ]
    yield "规则", [("代码", "规则", "级别", "依据", "怎样改"), *rules]
