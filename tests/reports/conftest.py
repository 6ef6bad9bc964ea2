import pytest

from checker import rulebook
from tests.reports.builder import RULES


@pytest.fixture(autouse=True)
def rule_book(monkeypatch: pytest.MonkeyPatch) -> None:
    """The legend of every format reads these records, whatever the rule book says today."""
    monkeypatch.setattr(rulebook, "rules", lambda: RULES)
