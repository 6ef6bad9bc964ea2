"""The tables of a roster file (.xlsx, .csv by content) as text, read within limits."""

import csv
import io
import warnings
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from checker.deadline import time_limit
from checker.files import load
from checker.readers import limits
from checker.readers.container import open_zip, read_member
from checker.readers.encoding import decode
from checker.readers.errors import Unreadable

BYTES, INFLATED = 8 * limits.MEGABYTE, 32 * limits.MEGABYTE
ROWS, COLUMNS = 50_000, 200
"""More than any office has people, or a roster columns."""
_TAGS = 3_000_000
_FILLED = 200_000
"""Cells that have their text from a merged one."""
Table = list[list[str]]


class TableError(Exception):
    """The file can't be used; the message (Chinese) says why, without its name."""


def tables(path: Path) -> list[Table]:
    """The tables in ``path``, row by row from the first; an empty cell is an empty string. Raises TableError."""
    try:
        data = load(path, BYTES)
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise TableError("这是旧格式（.xls）或加了密码的表格，请打开后另存为不带密码的 .xlsx 再用")
        with time_limit():
            return _sheets(data) if data.startswith(b"PK") else [_csv(data)]
    except Unreadable as error:
        raise TableError(f"读不了花名册：{error.reason}") from None
    except csv.Error:
        raise TableError("不是规范的 CSV") from None


def _csv(data: bytes) -> Table:
    lines = io.StringIO(decode(data), newline="")
    table = [[cell.strip() for cell in row[:COLUMNS]] for row in islice(csv.reader(lines), ROWS + 1)]
    if len(table) > ROWS:
        raise limits.too_large(f"花名册超过 {ROWS} 行")
    return table


def _sheets(data: bytes) -> list[Table]:
    from openpyxl import load_workbook

    _check(data)
    try:
        with warnings.catch_warnings(action="ignore"):
            book = load_workbook(io.BytesIO(data), data_only=True, read_only=True)
            return [_sheet(sheet) for sheet in book.worksheets]
    except Unreadable:
        raise
    except Exception as error:  # openpyxl lets errors of zipfile, XML and its own through, of many kinds
        raise TableError(f"打不开这个表格，可能已损坏（{type(error).__name__}）") from None


def _check(data: bytes) -> None:
    """Raises Unreadable where the parts of the workbook are more than a roster can have."""
    archive = open_zip(data)
    left, tags = INFLATED, 0
    for member in archive.infolist():
        if not member.filename.lower().endswith((".xml", ".rels")):
            continue
        if member.file_size > left:
            raise limits.too_large(f"表格解开后大于 {INFLATED // limits.MEGABYTE} MB")
        content = read_member(archive, member, left)
        left -= len(content)
        tags += content.count(b"<")
    if tags > _TAGS:
        raise limits.too_large("表格里的格子太多")


def _sheet(sheet: Any) -> Table:
    """Only the cells that have something: one stray cell at the far end makes no million of rows."""
    from openpyxl.worksheet._reader import WorkSheetParser

    rows: dict[int, dict[int, str]] = {}
    with sheet._get_source() as source:
        parser = WorkSheetParser(source, sheet._shared_strings, data_only=True)
        for number, cells in parser.parse():
            said = {c["column"]: str(c["value"]).strip() for c in cells if c["value"] is not None}
            if said := {column: text for column, text in said.items() if column <= COLUMNS}:
                rows.setdefault(number, {}).update(said)
    if len(rows) > ROWS:
        raise limits.too_large(f"花名册超过 {ROWS} 行")
    last = max((row for row in rows if row <= ROWS), default=0)
    areas = parser.merged_cells.mergeCell if parser.merged_cells else ()
    for row, column, text in islice(_merged(rows, areas, last), _FILLED):
        rows.setdefault(row, {}).setdefault(column, text)
    return [_row(rows.get(number, {})) for number in range(1, last + 1)]


def _merged(rows: dict[int, dict[int, str]], areas: Iterable[Any], last: int) -> Iterator[tuple[int, int, str]]:
    """A merged cell's text stands in each of its cells, as far as people reach."""
    for area in areas:
        said = rows.get(area.min_row, {}).get(area.min_col, "")
        for row in range(area.min_row, min(area.max_row, last) + 1) if said else ():
            for column in range(area.min_col, min(area.max_col, COLUMNS) + 1):
                yield row, column, said


def _row(cells: dict[int, str]) -> list[str]:
    return [cells.get(column, "") for column in range(1, max(cells, default=0) + 1)]
