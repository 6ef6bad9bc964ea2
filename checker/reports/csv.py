"""The register as CSV for Excel: UTF-8 with a byte order mark, and no cell that Excel would run as a formula."""

import csv
import io

from checker.report import Report
from checker.reports.overview import table
from checker.reports.register import rows, submissions

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(report: Report) -> bytes:
    headings, cells, _ = table(submissions(report), rows(report))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([_harmless(cell) for cell in row] for row in cells)
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
