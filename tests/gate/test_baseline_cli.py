"""``duizhao baseline`` and ``check --baseline``: old findings pass, new ones fail."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import group

TEXT = """# 对照检查材料

## 一、存在的问题

一是xx月开会走了过场。有的同志没有往心里去。

二是下村不深。
"""


@pytest.fixture
def material(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "材料" / "a.md"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    result = run("baseline", "材料")
    assert result.exit_code == 0, result.output
    assert "接受了 1 份材料" in result.stdout
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, [*arguments])


def check(*options: str) -> tuple[int, list[str]]:
    """Exit status, and the codes that count."""
    result = run("check", "材料", "--format", "json", *options)
    (file,) = json.loads(result.stdout)["files"]
    return result.exit_code, [f["code"] for f in file["findings"] if f["suppressed"] is None]


BASELINE = ("--baseline", "duizhao-baseline.json")


@pytest.mark.usefixtures("material")
def test_what_was_accepted_passes() -> None:
    assert check()[0] == 1
    assert check(*BASELINE) == (0, [])


def test_what_is_new_fails_wherever_the_old_ones_have_moved(material: Path) -> None:
    moved = TEXT.replace("## 一、", "按照安排，我作了准备。\n\n## 一、").replace("二是下村不深。", "二是××村没有去。")
    material.write_text(moved, "utf-8")
    status, codes = check(*BASELINE)
    assert status == 1
    assert "W501" in codes
    assert "P405" not in codes


@pytest.mark.usefixtures("material")
def test_the_configuration_can_name_it() -> None:
    Path("duizhao.toml").write_text('baseline = "duizhao-baseline.json"\n', "utf-8")
    assert check() == (0, [])
    assert run("baseline", "材料").exit_code == 0
    assert check() == (0, [])


@pytest.mark.usefixtures("material")
def test_no_text_gets_into_the_file() -> None:
    written = Path("duizhao-baseline.json").read_text("utf-8")
    assert not any(words in written for words in ("有的同志", "走了过场", "下村"))


@pytest.mark.usefixtures("material")
def test_refusals() -> None:
    missing = run("check", "材料", "--baseline", "没有.json")
    assert (missing.exit_code, "没有这个基线文件" in missing.stderr) == (2, True)
    Path("坏.json").write_text("[1]", "utf-8")
    broken = run("check", "材料", "--baseline", "坏.json")
    assert (broken.exit_code, "不是 duizhao 的基线文件" in broken.stderr) == (2, True)
    nowhere = run("baseline", "材料", "--output", "没有这个文件夹/b.json")
    assert (nowhere.exit_code, "写不了" in nowhere.stderr) == (2, True)
