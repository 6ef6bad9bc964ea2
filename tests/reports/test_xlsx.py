import csv
import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from checker.reports import xlsx
from tests.reports.builder import RULES, batch, finding, report, submission

OFFICE = shutil.which("soffice")


@pytest.fixture
def book() -> Workbook:
    return load_workbook(io.BytesIO(xlsx.render(batch())))


def test_three_sheets_set_up_for_reading_and_printing(book: Workbook) -> None:
    assert book.sheetnames == ["台账", "问题清单", "说明"]
    for sheet in (book["台账"], book["问题清单"]):
        assert sheet.freeze_panes == "D2"
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}"
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_register_has_a_row_for_each(book: Workbook) -> None:
    headings, *rows = book["台账"].iter_rows(values_only=True)
    found = [dict(zip(headings, row, strict=True)) for row in rows]
    assert [r["结论"] for r in found] == ["不达标", "达标", "需修改", "达标", "读不了", "未提交"]
    assert (found[0]["单位"], found[0]["姓名"], found[0]["廉洁自律"], found[0]["错误"]) == ("县水利局", "张三", "缺", 3)
    assert (found[0]["三者俱全"], found[0]["问题条数"]) == (3, 5)


def test_findings_are_listed_with_reasons_of_suppression(book: Workbook) -> None:
    headings, *rows = book["问题清单"].iter_rows(values_only=True)
    found = [dict(zip(headings, row, strict=True)) for row in rows]
    assert len(found) == 10
    suppressed = next(r for r in found if r["代码"] == "W510")
    assert (suppressed["豁免理由"], suppressed["原文"]) == ("值班电话，已公开", "138********")
    assert next(r for r in found if r["代码"] == "D201")["原文"] == "廉洁自律"


def test_legend_explains_every_rule_and_dimension(book: Workbook) -> None:
    cells = {str(c.value) for row in book["说明"].iter_rows() for c in row}
    assert set(RULES) <= cells
    assert {"薄", "廉洁自律", "未提交"} <= cells


def test_columns_are_as_wide_as_their_words(book: Workbook) -> None:
    sheet = book["问题清单"]
    widths = {
        sheet.cell(1, n).value: sheet.column_dimensions[sheet.cell(1, n).column_letter].width for n in range(1, 14)
    }
    assert widths["单位"] >= len("县水利局") * 2
    assert widths["问题"] > widths["代码"]


@pytest.mark.parametrize("text", ["=1+1", "{=1}", "+1", "-2", "@x", "http://example.com/", "'quoted", "12345678901234"])
def test_texts_stay_texts(text: str) -> None:
    file = replace(submission(), path=text, findings=(finding("P405", text, excerpt=text),))
    book = load_workbook(io.BytesIO(xlsx.render(report(file))))
    found = [c for sheet in book for row in sheet.iter_rows() for c in row if c.value == text]
    assert len(found) >= 3
    assert {c.data_type for c in found} == {"s"}
    assert not any(c.hyperlink for c in found)


def test_rows_beyond_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_LAST_ROW", 4)
    sheet = load_workbook(io.BytesIO(xlsx.render(report(submission()))))["问题清单"]
    assert sheet.max_row == 5
    assert sheet["A5"].value == "其余 5 行超出 Excel 的上限，见 JSON 报告"


def test_only_marks_are_coloured_as_marks() -> None:
    excused = finding("P405", "含糊", suppressed="误报")
    book = load_workbook(io.BytesIO(xlsx.render(report(replace(submission(), findings=(excused,))))))
    fills = {c.value: c.fill.fgColor.rgb for row in book["问题清单"].iter_rows() for c in row}
    marks = {c.value: c.fill.fgColor.rgb for row in book["说明"].iter_rows() for c in row}
    assert fills["误报"] != marks["误"]


def test_hostile_texts_are_written() -> None:
    long = "长" * 40_000
    file = replace(submission(), path="a\ud800\x00\u202eb\n.docx", findings=(finding("P405", long, excerpt="<&\x01>"),))
    sheet = load_workbook(io.BytesIO(xlsx.render(report(file))))["问题清单"]
    values = [c.value for c in sheet[2]]
    assert r"a\ud800\x00\u202eb\n.docx" in values
    assert "<&\ufffd>" in values
    assert max(len(str(v)) for v in values) == 32_767


def test_personal_numbers_are_masked(book: Workbook) -> None:
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if "13812345678" in str(c.value)]


@pytest.mark.skipif(not OFFICE, reason="LibreOffice isn't installed: the workbook isn't opened in an office program")
def test_office_program_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(xlsx.render(batch()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120)
    rows = list(csv.DictReader((tmp_path / "台账.csv").read_text("utf-8").splitlines()))
    assert [r["结论"] for r in rows] == ["不达标", "达标", "需修改", "达标", "读不了", "未提交"]
