"""Rosters that nobody vouches for: read within limits, or refused with a reason."""

import resource
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from checker.readers.limits import MEGABYTE
from checker.tables import BYTES, TableError, tables

SECONDS, MEMORY = 10, 512 * MEGABYTE
ROW = '<row r="{}"><c r="{}" t="inlineStr"><is><t>{}</t></is></c></row>'
SOUND = ROW.format(1, "A1", "姓名") + ROW.format(2, "A2", "张三")


def file(path: Path, rows: str, behind: str = "") -> Path:
    """A workbook with ``rows`` in its sheet."""
    made = BytesIO()
    Workbook().save(made)
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{behind}</worksheet>'
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return path


def repeated(row: str, inflated: int) -> str:
    return SOUND + row * (inflated // len(row))


@pytest.mark.parametrize(
    ("rows", "behind"),
    [
        (SOUND + ROW.format(1_048_576, "XFD1048576", "x"), ""),
        (SOUND + ROW.format(3, "XFD3", "x"), ""),
        (SOUND, "<mergeCells>" + '<mergeCell ref="A2:XFD1048576"/>' * 1000 + "</mergeCells>"),
        (repeated("<row/>", 2 * MEGABYTE), ""),
    ],
    ids=["a cell at the far end", "a cell far to the right", "all is merged", "empty rows without end"],
)
def test_what_is_far_out_costs_nothing(tmp_path: Path, rows: str, behind: str) -> None:
    start = time.process_time()
    (table,) = tables(file(tmp_path / "名单.xlsx", rows, behind))
    assert [row[0] for row in table[:2]] == ["姓名", "张三"]
    assert len(table) == 2 or not any(map(any, table[2:]))
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize(
    ("row", "inflated", "reason"),
    [
        ("<row>" + "<c><v>1</v></c>" * 200 + "</row>", 300 * MEGABYTE, "解开后大于 32 MB"),
        ("<row/>", 31 * MEGABYTE, "格子太多"),
        ("<row><c><v>1</v></c></row>", 2 * MEGABYTE, "超过 50000 行"),
    ],
)
def test_a_bomb_is_refused_with_a_reason(tmp_path: Path, row: str, inflated: int, reason: str) -> None:
    path = file(tmp_path / "名单.xlsx", repeated(row, inflated))
    assert path.stat().st_size < MEGABYTE
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with pytest.raises(TableError, match=reason):
        tables(path)
    assert time.process_time() - start < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEMORY // 1024


def test_a_roster_of_300_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    with path.open("wb") as out:
        out.write("姓名\n".encode())
        out.truncate(300 * MEGABYTE)
    with pytest.raises(TableError, match=f"文件大于 {BYTES // MEGABYTE} MB"):
        tables(path)
