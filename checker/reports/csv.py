"""The register as CSV for Excel: UTF-8 with a byte order mark, and no cell that Excel would run as a formula."""

import csv
import io

from checker.report import Report
from checker.reports.mask import in_line
from checker.reports.others import other_word, others
from checker.reports.overview import table
from checker.reports.register import rows, submissions

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(report: Report) -> bytes:
    headings, cells, _ = table(submissions(report), rows(report))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings)
    for number, file in enumerate(others(report), len(cells) + 1):
        told: dict[str, str | int] = {"序号": number, "结论": other_word(file), "文件": in_line(file.path)}
        cells.append([told.get(heading, "") for heading in headings])
    writer.writerows([_harmless(cell) for cell in row] for row in cells)
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
