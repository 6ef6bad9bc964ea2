"""What the tests of reading share."""

import warnings

import pytest

from checker.readers import office


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked ``office`` need LibreOffice; where it isn't installed they are skipped, and a warning says so."""
    marked = [item for item in items if item.get_closest_marker("office")]
    if marked and office.program() is None:
        warnings.warn(f"LibreOffice is not installed: {len(marked)} tests of legacy formats are SKIPPED", stacklevel=1)
        for item in marked:
            item.add_marker(pytest.mark.skip(reason="LibreOffice (soffice) is not installed"))
