"""``duizhao outline --why``: what a reading rests on."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import group

FRAME = Path(__file__).parent.parent / "fixtures" / "frame.md"


def told(path: Path, *options: str) -> str:
    result = CliRunner().invoke(group, ["outline", str(path), *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_each_part_aspect_and_item_is_told_with_its_rival() -> None:
    plain, why = told(FRAME), told(FRAME, "--why")
    assert why.startswith(plain)
    more = why[len(plain) :].splitlines()
    assert more[0].startswith("布局：")
    for word in ("问题“", "原因“", "措施“", "方面“", "条目“"):
        assert any(word in line and "其次" in line for line in more[1:]), word
    assert sum("方面“" in line for line in more) == plain.count("段 d")


@pytest.mark.parametrize("text", ["", "个人对照检查材料", "一、存在的问题"])
def test_a_text_with_nothing_in_it_is_told_so_or_not_at_all(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    result = CliRunner().invoke(group, ["outline", str(path), "--why"])
    assert result.exit_code in (0, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit)
