"""A slice of benchmarks/fuzz.py: damaged files are checked, or say why not, and their annotated copies open."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from fuzz import run


@pytest.mark.parametrize("kind", ["docx", "txt", "md"])
def test_damaged_files_never_crash(kind: str) -> None:
    counts = run(100, 7, (kind,)).counts
    assert counts["crashed"] == counts["slow"] == 0
    assert counts["checked"] > 50
