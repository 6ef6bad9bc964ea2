"""A slice of benchmarks/fuzz.py: damaged files give a document or say why not."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from fuzz import run


@pytest.mark.parametrize("kind", ["docx", "txt", "md"])
def test_damaged_files_never_crash_the_reader(kind: str) -> None:
    outcomes = run(100, 7, (kind,))
    assert outcomes["crashed"] == outcomes["slow"] == 0
    assert outcomes["read"] > 0
