"""第一部分 as a style of numbers: the parts are recognised, and a gap or a repetition is reported."""

import re
from pathlib import Path

import pytest

from tests.rules.test_examples import engine

FRAME = (Path(__file__).parents[2] / "fixtures" / "frame.md").read_text("utf-8")


def numbered(numbers: str, behind: str, *, markdown: bool) -> str:
    """The sound submission with its parts numbered so."""
    following = iter(numbers)
    text = re.sub(r"^## .、", lambda _: f"## 第{next(following)}部分{behind}", FRAME, flags=re.MULTILINE)
    return text if markdown else re.sub(r"^#+ ", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("behind", [" ", "　", "：", "、", ""])
@pytest.mark.parametrize("markdown", [True, False])
def test_parts_are_recognised(behind: str, markdown: bool) -> None:
    text = numbered("一二三四", behind, markdown=markdown)
    report = engine().check(text.encode(), "a.md" if markdown else "a.txt", "a")
    assert report.outline
    assert report.findings == ()
    assert [s.id for s in report.outline.sections if s.heading] == ["last-year", "problems", "causes", "measures"]


@pytest.mark.parametrize(("numbers", "wrong"), [("一二四五", "第四部分"), ("一二二三", "第二部分")])
def test_a_wrong_number_is_reported(numbers: str, wrong: str) -> None:
    report = engine().check(numbered(numbers, " ", markdown=True).encode(), "a.md", "a")
    assert [(f.code, f.excerpt) for f in report.findings] == [("N601", wrong)]
