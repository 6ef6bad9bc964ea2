"""From a folder of submissions to what the office gets, by the command itself."""

import io
import subprocess
import sys
from pathlib import Path

from lxml import html as parser
from openpyxl import load_workbook

from tests.reports.builder import TEXT


def test_one_run_gives_every_format(tmp_path: Path) -> None:
    for unit, name in (("县水利局", "张三"), ("县教育局", "李四")):
        folder = tmp_path / "收集" / unit
        folder.mkdir(parents=True)
        (folder / f"{name}.txt").write_text(TEXT.replace("县水利局", unit).replace("张三", name), "utf-8")
    out = {kind: tmp_path / f"报告.{kind}" for kind in ("html", "xlsx", "csv", "markdown")}
    formats = [option for kind, path in out.items() for option in ("--format", f"{kind}={path}")]
    command = [sys.executable, "-m", "checker", "check", str(tmp_path / "收集"), *formats]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert result.returncode == 1, result.stderr
    page = parser.document_fromstring(out["html"].read_text("utf-8"))
    assert len(page.xpath("//tbody/tr[@data-for]")) == 2
    assert {"xx", "dangshi"} <= {m.text for m in page.xpath("//mark")}
    sheet = load_workbook(io.BytesIO(out["xlsx"].read_bytes()))["台账"]
    assert {(row[1], row[2]) for row in sheet.iter_rows(min_row=2, values_only=True)} == {
        ("县水利局", "张三"),
        ("县教育局", "李四"),
    }
    for path in out.values():
        assert b"13812345678" not in path.read_bytes()
