"""No format of the gate shows a personal number or what was suppressed as if it counted."""

from types import ModuleType

import pytest

from checker.reports import github, gitlab, json, junit, sarif
from tests.gate.build import BANK_CARD, ID_CARD, MOBILE, everything

FORMATS = (github, gitlab, json, junit, sarif)


@pytest.mark.parametrize("module", FORMATS, ids=lambda m: m.__name__)
def test_personal_numbers_are_masked(module: ModuleType) -> None:
    written = module.render(everything())
    assert not any(number in written for number in (ID_CARD, MOBILE, BANK_CARD))
    assert "110***************" in written


@pytest.mark.parametrize("module", [github, gitlab], ids=lambda m: m.__name__)
def test_suppressed_findings_are_silent(module: ModuleType) -> None:
    assert "W507" not in module.render(everything())
