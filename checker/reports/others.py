"""The papers that lie among the submissions and are none: listed apart in every format, counted in none of its figures."""

from collections.abc import Sequence

from checker.genre import NAMES
from checker.report import FileReport, Report, is_other

NOT_ONE = "不是对照检查材料"
ADVICE = "如果确实是，请点名检查并指明规则包（--pack）。"


def others(report: Report) -> Sequence[FileReport]:
    """The files of ``report`` that are no submissions, in their order."""
    return [file for file in report.files if is_other(file)]


def other_word(file: FileReport) -> str:
    """「不是对照检查材料（看起来是通知）」."""
    name = NAMES.get(file.genre or "", "")
    return f"{NOT_ONE}（看起来是{name}）" if name else NOT_ONE
