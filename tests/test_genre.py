"""What is no 对照检查材料 is told apart: by its title and its text, with precision first, and what the user is told of it."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from checker.cli.annotate import command as annotate
from checker.cli.baseline import command as baseline
from checker.cli.check import command as check_command
from checker.cli.outline import command as outline
from checker.engine import Engine
from checker.genre import NAMES, SUBMISSION, says
from checker.linear import models
from checker.packs import load_packs
from checker.paper import features
from checker.report import FileReport
from checker.reports.json import schema

FIXTURES = Path(__file__).parent.parent / "fixtures"
GENRES = FIXTURES / "genres"
NOTICE = GENRES / "801-tongzhi-sifeng.txt"
SCRIPT = GENRES / "807-zhuchici-changgui.txt"
GOOD = FIXTURES / "demo" / "县水利局" / "局长-2025年度民主生活会.docx"
ENGINE = Engine(load_packs())
BASE = ENGINE.knowledge.base


def check(*arguments: object) -> Result:
    return CliRunner().invoke(check_command, [str(a) for a in arguments])


def report_on(text: str) -> FileReport:
    return ENGINE.check(text.encode(), "a.txt", "a.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A submission, a notice and a script."""
    for file in (GOOD, NOTICE, SCRIPT):
        shutil.copy(file, tmp_path)
    return tmp_path


def test_the_models_and_the_names_go_together() -> None:
    assert set(models()["submission"].labels) == {SUBMISSION, "other"}
    assert set(models()["genre"].labels) == set(NAMES)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("关于召开民主生活会的通知", "another"),
        ("个人对照检查材料", "nothing"),
        ("我的思想汇总", "nothing"),
        ("读书班对照检查材料", "both"),
        ("对照检查材料怎么写", "guide"),
    ],
)
def test_what_a_title_says(title: str, said: str) -> None:
    assert says(features([title], BASE)) == said


@pytest.mark.parametrize("text", ["第一份", "我学习不够。", "请假条\n今天有事，请假一天。", "对照检查材料\n我有问题。"])
def test_a_few_words_are_checked_as_a_submission(text: str) -> None:
    assert report_on(text).status != "other"


def test_the_very_short_script_of_an_office_is_none() -> None:
    text = (
        "会议主持词\n同志们：现在开会。今天的会议有三项议程，首先请大家发言，然后由我代表党组作总结，最后请督导组讲话。"
    )
    assert (report_on(text).status, report_on(text).genre) == ("other", "script")


def test_what_is_hardly_chinese_has_no_genre_named() -> None:
    report = report_on("# README\n\n" + "This tool checks documents. Run the command to see what it does.\n\n" * 30)
    assert (report.status, report.genre) == ("other", "other")


def test_another_paper_carries_no_findings_and_is_counted_apart(folder: Path) -> None:
    result = check(folder, "--format", "json")
    report = json.loads(result.stdout)
    jsonschema.validate(report, json.loads(schema()))
    assert result.exit_code == 0
    assert [(f["status"], f.get("genre")) for f in report["files"]] == [
        ("other", "notice"),
        ("other", "script"),
        ("passed", None),
    ]
    assert not any(f["findings"] for f in report["files"] if f["status"] == "other")
    summary = report["summary"]
    assert (summary["files"], summary["passed"], summary["failed"], summary["other"]) == (1, 1, 0, 2)


@pytest.mark.parametrize("name", ["text", "csv", "markdown", "html", "junit", "github", "sarif"])
def test_every_format_lists_it_apart(folder: Path, name: str) -> None:
    said = check(folder, "--format", name).stdout
    assert "不是对照检查材料（看起来是通知）" in said
    assert "不是对照检查材料（看起来是主持词）" in said
    assert "不达标" not in said.split("说明")[0] or name == "html"


def test_the_workbook_has_a_sheet_of_them(folder: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    check(folder, "--format", f"xlsx={tmp_path / 'r.xlsx'}")
    book = load_workbook(tmp_path / "r.xlsx")
    assert [row[2].value for row in book["不是对照检查材料"].iter_rows(min_row=2)] == [
        "不是对照检查材料（看起来是通知）",
        "不是对照检查材料（看起来是主持词）",
    ]
    assert book["台账"].max_row == 2


def test_a_skipped_case_in_junit(folder: Path) -> None:
    said = check(folder, "--format", "junit").stdout
    assert said.count("<skipped") == 2
    assert 'failures="0"' in said.split("\n")[1]


def test_nothing_but_other_papers_is_not_green(tmp_path: Path) -> None:
    shutil.copy(NOTICE, tmp_path)
    for arguments in ((tmp_path,), (tmp_path, "--fail-on", "never"), (NOTICE,)):
        result = check(*arguments)
        assert result.exit_code == 2
        assert "没有检查任何材料" in result.output
    assert check(tmp_path, "--allow-empty").exit_code == 0


def test_who_names_the_pack_and_the_file_has_it_checked(folder: Path) -> None:
    (only,) = json.loads(check(NOTICE, "--pack", "minzhu-2013", "--format", "json").stdout)["files"]
    assert only["pack"] == "minzhu-2013"
    assert only["findings"]
    named = json.loads(check(folder, "--pack", "minzhu-2025", "--format", "json").stdout)
    assert named["summary"]["other"] == 2, "a folder's notices stay notices"


def test_the_roster_knows_nobody_by_another_paper(tmp_path: Path) -> None:
    shutil.copy(GOOD, tmp_path)
    shutil.copy(NOTICE, tmp_path / "张三-通知.txt")
    (tmp_path / "名单.csv").write_text("单位,姓名,职务\n某局,张三,局长\n", "utf-8")
    report = json.loads(check(tmp_path, "--roster", tmp_path / "名单.csv", "--format", "json").stdout)
    assert report["roster"][0]["submissions"] == []


def test_the_other_commands_say_it_too(folder: Path, tmp_path: Path) -> None:
    runner = CliRunner()
    shown = runner.invoke(outline, [str(NOTICE)])
    assert (shown.exit_code, "看起来是通知" in shown.output) == (2, True)
    assert runner.invoke(outline, [str(NOTICE), "--pack", "generic"]).exit_code == 0
    made = runner.invoke(annotate, [str(folder), "--output", str(tmp_path / "out")])
    assert made.exit_code == 0
    assert "看起来是通知），没有批注" in made.output
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert runner.invoke(annotate, [str(NOTICE), "--output", str(tmp_path / "out")]).exit_code == 2
    accepted = runner.invoke(baseline, [str(folder), "--output", str(tmp_path / "b.json")])
    assert "有 2 份不是对照检查材料" in accepted.output
