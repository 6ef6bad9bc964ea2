"""A configuration is never silent: the one in use is named, and what it lets pass is told where it came with the material."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import group
from checker.config import Config, Suppression
from checker.loosened import loosened
from checker.rulebook import rules

TEXT = "# 对照检查材料\n\n## 一、存在的问题\n\n一是xx月开会走了过场。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "材料" / "甲局").mkdir(parents=True)
    (tmp_path / "材料" / "甲局" / "局长.md").write_text(TEXT, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, arguments)


def configure(folder: Path, text: str) -> None:
    (folder / "duizhao.toml").write_text(text, "utf-8")


@pytest.mark.parametrize("form", ["text", "json", "html", "markdown"])
def test_the_one_in_use_is_named(folder: Path, form: str) -> None:
    assert "配置文件" not in run("check", "材料", "--format", form).stdout
    configure(folder, 'disable = ["W507"]')
    said = run("check", "材料", "--format", form).stdout
    assert "duizhao.toml" in said.replace("\\.", ".")
    assert "放宽" not in said
    if form == "json":
        assert json.loads(said)["config"] == "duizhao.toml"


@pytest.mark.parametrize("form", ["text", "json", "html", "markdown", "csv", "sarif"])
def test_one_among_the_material_that_loosens_is_told(folder: Path, form: str) -> None:
    configure(folder / "材料", 'disable = ["W501", "E"]\nfail-on = "never"')
    result = run("check", "材料", "--format", form)
    said = result.stdout if form in ("text", "json", "html", "markdown") else result.stderr
    said = said.replace("\n    ", "").replace("\n", "").replace("\\.", ".")
    assert "材料/duizhao.toml 就放在被检查的文件夹里，它放宽了检查：有什么问题都不算不通过；不查 W501、E" in said
    assert result.output.count("放宽了检查") == 1 + (form in ("json", "html", "markdown"))


def test_one_that_only_adds_is_no_matter(folder: Path) -> None:
    configure(folder / "材料", 'fail-on = "warning"\n[severity]\nW507 = "error"')
    said = run("check", "材料").stdout
    assert "配置文件：材料/duizhao.toml" in said
    assert "放宽" not in said


def test_one_that_is_not_used_is_told(folder: Path) -> None:
    configure(folder / "材料" / "甲局", 'fail-on = "never"')
    result = run("check", "材料")
    assert "材料里的配置文件没有起作用：材料/甲局/duizhao.toml" in result.stdout.replace("\n    ", "")
    assert result.exit_code == 1


def test_one_that_the_command_line_names_is_wanted(folder: Path) -> None:
    configure(folder / "材料", 'disable = ["W501"]')
    said = run("check", "材料", "--config", "材料/duizhao.toml").stdout
    assert "配置文件：材料/duizhao.toml" in said
    assert "放宽" not in said


@pytest.mark.parametrize("command", ["annotate", "baseline"])
def test_other_commands_tell_it_too(folder: Path, command: str) -> None:
    configure(folder / "材料", 'disable = ["W501"]')
    result = run(command, "材料", "--output", "批注" if command == "annotate" else "b.json")
    assert "放宽了检查：不查 W501" in result.stderr


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (Config(), ()),
        (Config(fail_on="warning", severity={"W507": "error"}), ()),
        (Config(select=("D",)), ("只查 D",)),
        (Config(severity={"W501": "info"}), ("W501 降为提示",)),
        (Config(exclude=("甲局",)), ("跳过 甲局",)),
        (Config(ignore=(Suppression("*", "W501", "不查"),)), ("豁免 1 处（W501）",)),
        (Config(baseline="b.json"), ("基线里的问题不算",)),
        (Config(pack="generic", packs=("自.toml",)), ("一律按规则包 generic 检查", "用自带的规则包 自.toml")),
    ],
)
def test_what_loosens(config: Config, said: tuple[str, ...]) -> None:
    assert loosened(config, rules()) == said


def test_freeing_what_nobody_can_suppress() -> None:
    (said,) = loosened(Config(mandatory=()), rules())
    assert said.startswith("准许豁免 D201、E001")
