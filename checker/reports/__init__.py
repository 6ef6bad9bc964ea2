"""What people get: one module a format, imported only when it is asked for. Each has ``render(report) -> str | bytes``."""

from importlib import import_module

from checker.report import Report

FORMATS = {
    "text": "给人看的文字（默认）",
    "json": "JSON，格式见 report.schema.json",
}
BINARY = frozenset({"xlsx"})


def render(report: Report, name: str) -> str | bytes:
    """``report`` in the format ``name``, one of FORMATS."""
    result: str | bytes = import_module(f"checker.reports.{name}").render(report)
    return result
