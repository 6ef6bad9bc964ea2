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


def test_the_nearest_one_rules_its_own_folder_whatever_the_order(folder: Path) -> None:
    (folder / "材料" / "乙镇").mkdir()
    (folder / "材料" / "乙镇" / "镇长.md").write_text(TEXT, "utf-8")
    configure(folder / "材料" / "甲局", 'disable = ["W501"]')
    for paths in (["材料"], ["材料/甲局", "材料/乙镇"], ["材料/乙镇", "材料/甲局"]):
        result = run("check", *paths, "--format", "json")
        files = json.loads(result.stdout)["files"]
        counts = {f["path"]: [x["code"] for x in f["findings"]].count("W501") for f in files}
        assert counts == {"材料/甲局/局长.md": 0, "材料/乙镇/镇长.md": 1}
        remarks = "".join(json.loads(result.stdout)["remarks"])
        assert "没有配置文件（1 个文件）、材料/甲局/duizhao.toml（1 个文件）" in remarks
        assert "材料/甲局/duizhao.toml 就放在被检查的文件夹里，它放宽了检查：不查 W501" in remarks


def test_what_is_mandatory_above_stays_so_below(folder: Path) -> None:
    configure(folder, 'mandatory = ["W501"]')
    configure(folder / "材料" / "甲局", 'disable = ["W501"]')
    assert " W501 " in run("check", "材料/甲局").stdout
    configure(folder / "材料" / "甲局", '[severity]\nW501 = "info"')
    result = run("check", "材料/甲局")
    assert result.exit_code == 2
    assert "duizhao.toml 第 2 行：W501 是必查规则（mandatory），不能从“错误”降为“提示”" in result.output


def test_a_baseline_cannot_accept_what_is_mandatory(folder: Path) -> None:
    run("baseline", "材料", "--output", "b.json")
    assert run("check", "材料", "--baseline", "b.json", "--format", "csv").exit_code == 0
    configure(folder, 'mandatory = ["W501"]')
    assert run("check", "材料", "--baseline", "b.json", "--format", "csv").exit_code == 1


def test_the_run_s_own_keys(folder: Path) -> None:
    (folder / "名单.csv").write_text("单位,姓名,职务\n乙镇,王五,镇长\n", "utf-8")
    configure(folder, 'roster = "名单.csv"\nformat = ["csv=台账.csv", "json"]\nworkers = 1')
    result = run("check", "材料")
    assert (folder / "台账.csv").is_file()
    assert [e["name"] for e in json.loads(result.stdout)["roster"]] == ["王五"]
    assert "规定" not in run("check", "材料", "--format", "github").stdout
    for bad in ("../外.csv", "/tmp/外.csv"):
        configure(folder, f'format = ["csv={bad}"]')
        assert "所在的文件夹里" in run("check", "材料").output


def test_a_mistake_is_told_with_file_and_line(folder: Path) -> None:
    for text, said in (
        ('\ndisable = ["W599"]', "duizhao.toml 第 2 行：没有 W599 这条规则；您是不是想写 W509？"),
        ('[severity]\nW507 = "warn"', "duizhao.toml 第 2 行：不认识的值 'warn'，可以写 error、info、warning"),
        ('fail-on = "warn"', "可以写 error、info、never、warning"),
        ('disable = "W507"', "应为列表"),
        ("disable = [“W507”]", "这里写成了中文引号"),
    ):
        configure(folder, text)
        result = run("check", "材料")
        assert result.exit_code == 2
        assert said in result.output


def test_an_ignore_that_this_run_cannot_judge_is_left_alone(folder: Path) -> None:
    (folder / "材料" / "乙镇").mkdir()
    (folder / "材料" / "乙镇" / "镇长.md").write_text(TEXT, "utf-8")
    entry = '[[ignore]]\npath = "材料/甲局/*"\ncode = "W503"\nreason = "引用原文"\n'
    configure(folder, entry)
    assert "没有用到" not in run("check", "材料/乙镇").stdout
    assert "没有用到" not in run("check", "材料/甲局/局长.md").stdout
    assert "没有用到" in run("check", "材料/甲局").stdout
    assert "没有用到" in run("check", "材料").stdout
    configure(folder, 'mandatory = ["W501"]\n' + entry.replace("W503", "W501"))
    assert "W501 是必查规则" in run("check", "材料").stdout


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
