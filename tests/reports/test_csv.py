import csv
import io
from dataclasses import replace

from checker.reports import csv as register_csv
from tests.reports.builder import batch, report, submission


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_one_row_a_submission_and_for_those_missing() -> None:
    data = register_csv.render(batch())
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    rows = read(data)
    assert [r["结论"] for r in rows] == ["不达标", "达标", "需修改", "达标", "读不了", "未提交"]
    assert rows[0]["敢于担当作为"] == "薄"
    assert rows[0]["文件"] == "材料/县水利局/张三-局长.docx"


def test_no_cell_is_a_formula() -> None:
    names = ["=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "＝1", 'a\n=1,"x"']
    files = [replace(submission(), path=name, byline=None, title=None) for name in names]
    rows = read(register_csv.render(report(*files)))
    assert [r["文件"][0] for r in rows] == [*"''''\\\\'a"]
    assert not [c for r in rows for c in r.values() if c.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]


def test_personal_numbers_are_masked() -> None:
    file = replace(submission(), path="张三13812345678.docx")
    assert b"13812345678" not in register_csv.render(report(file))
