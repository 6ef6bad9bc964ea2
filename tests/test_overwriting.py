"""A report overwrites nothing that is read, no submission, no configuration, and no other report."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import group
from tests.test_check import BAD, GOOD

ROSTER = "单位,姓名,职务\n县水利局,张三,局长\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "材料").mkdir()
    shutil.copy(GOOD, tmp_path / "材料" / "局长.docx")
    shutil.copy(BAD, tmp_path / "材料" / "副局长.md")
    shutil.copy(GOOD, tmp_path / "别处.docx")
    (tmp_path / "名单.csv").write_text(ROSTER, "utf-8")
    (tmp_path / "duizhao.toml").write_text('baseline = "基线.json"\npacks = []\n', "utf-8")
    (tmp_path / "基线.json").write_text('{"version": 1, "files": {}}', "utf-8")
    (tmp_path / "硬链接.md").hardlink_to(tmp_path / "材料" / "副局长.md")
    (tmp_path / "软链接.md").symlink_to(tmp_path / "材料" / "副局长.md")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, [*arguments])


def state(folder: Path) -> dict[str, bytes]:
    return {str(f): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "json=材料/局长.docx"], "要读的文件"),
        (["--format", "markdown=材料/../材料/副局长.md"], "要读的文件"),
        (["--format", "markdown=硬链接.md"], "要读的文件"),
        (["--format", "markdown=软链接.md"], "要读的文件"),
        (["--format", "json=别处.docx"], "像是材料"),
        (["--format", "csv=名单.csv", "--roster", "名单.csv"], "要读的文件"),
        (["--format", "json=duizhao.toml"], "要读的文件"),
        (["--format", "json=材料/duizhao.toml"], "配置文件"),
        (["--format", "json=基线.json"], "要读的文件"),
        (["--format", "json=a", "--format", "csv=./a"], "两份报告"),
    ],
)
def test_check_refuses(folder: Path, options: list[str], said: str) -> None:
    before = state(folder)
    result = run("check", "材料", *options)
    assert (result.exit_code, state(folder)) == (2, before), result.output
    assert said in result.output


@pytest.mark.parametrize("output", ["材料/局长.docx", "材料/副局长.md", "名单.csv", "duizhao.toml"])
def test_baseline_refuses(folder: Path, output: str) -> None:
    before = state(folder)
    assert (run("baseline", "材料", "--output", output).exit_code, state(folder)) == (2, before)
    assert run("baseline", "材料", "--output", "基线.json").exit_code == 0


def test_reports_may_be_written_again(folder: Path) -> None:
    for _ in range(2):
        formats = ["--format", "json=材料/r.json", "--format", "html=材料/r.html", "--format", f"csv={os.devnull}"]
        assert run("check", "材料", *formats).exit_code == 1
    assert json.loads((folder / "材料" / "r.json").read_text("utf-8"))["summary"]["files"] == 2


@pytest.mark.usefixtures("folder")
def test_own_reports_and_annotated_copies_are_no_submissions() -> None:
    names = {"html": "r.html", "markdown": "r.md", "text": "r.txt"}
    run("check", "材料", *(x for form, name in names.items() for x in ("--format", f"{form}=材料/{name}")))
    run("annotate", "材料", "--output", "材料/批注")
    report = json.loads(run("check", "材料", "--format", "json").stdout)
    assert sorted(Path(f["path"]).name for f in report["files"]) == ["副局长.md", "局长.docx"]
    assert any("略过 5 个本程序写的报告和批注副本" in remark for remark in report["remarks"])
    named = json.loads(run("check", "材料/批注/局长-批注.docx", "--format", "json").stdout)
    assert named["summary"]["files"] == 1
