"""Report → what people get: one small module a format, each with ``render(report)``, imported only when its format is asked for."""

from collections.abc import Iterator
from importlib import import_module

from checker.report import Report

FORMATS = {
    "text": "给人看的文字（默认）",
    "json": "JSON，结构见 report.schema.json",
    "sarif": "SARIF 2.1.0，供代码托管平台读取",
    "junit": "JUnit XML，供持续集成读取",
    "github": "GitHub Actions 的批注",
    "gitlab": "GitLab 的代码质量报告",
    "html": "给人看的网页，单个文件，可打印",
    "xlsx": "Excel 台账：一份材料一行，另有问题清单和说明",
    "csv": "台账，CSV 文件",
    "markdown": "台账和问题，Markdown 文件",
}
BINARY = frozenset({"xlsx"})


def render(report: Report, name: str) -> str | bytes:
    """``report`` in the format ``name``, one of FORMATS."""
    result: str | bytes = import_module(f"checker.reports.{name}").render(report)
    return result


def parts(report: Report, name: str) -> Iterator[str | bytes]:
    """What ``render`` gives, piece by piece where the format can do it: of a long report no more is in memory."""
    module = import_module(f"checker.reports.{name}")
    if hasattr(module, "parts"):
        yield from module.parts(report)
    else:
        yield module.render(report)
