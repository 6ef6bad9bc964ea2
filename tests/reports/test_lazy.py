"""What isn't asked for costs nothing."""

import subprocess
import sys

import pytest

HEAVY = {"jinja2", "xlsxwriter", "openpyxl", "lxml", "jieba", "docx"}


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module",
    [
        "checker.report",
        "checker.reports",
        "checker.reports.html",
        "checker.reports.xlsx",
        "checker.reports.csv",
        "checker.roster",
    ],
)
def test_importing_loads_no_renderer(module: str) -> None:
    assert not loaded_by(f"import {module}") & HEAVY


def test_no_format_loads_another_s_library() -> None:
    made = "from checker import rulebook; rulebook.rules = dict; from tests.reports.builder import batch; "
    for name in ("csv", "markdown"):
        assert not loaded_by(made + f"from checker.reports import {name}; {name}.render(batch())") & HEAVY
    assert "jinja2" not in loaded_by(made + "from checker.reports import xlsx; xlsx.render(batch())")
    assert "xlsxwriter" not in loaded_by(made + "from checker.reports import html; html.render(batch())")
