"""``duizhao packs`` on ids and files, packs that lie beside the documents, and what is said of mistakes in them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from checker.cli import group
from checker.data import DataError
from checker.packdoubts import doubts
from checker.packs import load_packs
from checker.packschema import schema, schema_text
from tests.packs.build import submission

ROOT = Path(__file__).parents[2]
PACK = """id = "xian-2031"
title = "2031年度民主生活会"
year = 2031
meeting = "minzhu"
source = "据通知"
title-hints = ["2031年度"]
[[dimensions]]
id = "d1"
title = "带头守住水源地"
anchors = ["水源地"]
[[dimensions]]
id = "d2"
title = "带头管好粮仓"
anchors = ["粮仓"]
[[dimensions]]
id = "d3"
title = "带头修好乡道"
anchors = ["乡道"]
"""
HEADINGS = ["带头守住水源地", "带头管好粮仓", "带头修好乡道"]
TITLE = "2031年度民主生活会个人对照检查材料"


def run(*args: object) -> Result:
    return CliRunner().invoke(group, [str(a) for a in args])


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    file = tmp_path / "规则" / "本县.toml"
    file.parent.mkdir()
    file.write_text(PACK, "utf-8")
    return file


def test_files_do_as_well_as_ids(pack: Path) -> None:
    listed = run("packs", "list", pack)
    assert (listed.exit_code, listed.output.splitlines()) == (
        0,
        ["xian-2031       2031年度民主生活会（3 个方面，可信度 M）"],
    )
    assert "d2 带头管好粮仓" in run("packs", "show", pack).output
    assert run("packs", "check", pack, "minzhu-2025").output.startswith("2 个规则包没有错误")
    assert run("packs", "show", "minzhu-2031").exit_code == 2
    assert "minzhu-2018" in run("packs", "list").output


def test_show_names_the_addresses() -> None:
    assert "  sxbac.net.cn/jwc/info/1152/3071.htm\n" in run("packs", "show", "zuzhi-2025-2").output


def test_a_pack_beside_the_documents_is_used_and_named(tmp_path: Path) -> None:
    text = tmp_path / "甲.txt"
    text.write_text(submission(TITLE, HEADINGS), "utf-8")
    before = run("check", tmp_path, "--format", "json")
    assert json.loads(before.stdout)["files"][0]["pack"] == "generic"
    (tmp_path / "2031.toml").write_text(PACK, "utf-8")
    (tmp_path / "别的.toml").write_text("[tool]\nname = 1\n", "utf-8")
    report = json.loads(run("check", tmp_path, "--format", "json").stdout)
    assert report["files"][0]["pack"] == "xian-2031"
    assert [r for r in report["remarks"] if "规则包 2031.toml" in r]
    assert json.loads(run("check", text, "--format", "json").stdout)["files"][0]["pack"] == "xian-2031"


def test_a_pack_that_lies_elsewhere_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "材料"
    folder.mkdir()
    (folder / "甲.txt").write_text(submission(TITLE, HEADINGS), "utf-8")
    (tmp_path / "2031.toml").write_text(PACK, "utf-8")
    monkeypatch.chdir(tmp_path)
    report = json.loads(run("check", "材料", "--format", "json").stdout)
    assert report["files"][0]["pack"] == "generic"


def test_a_pack_that_takes_the_place_of_a_built_in_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(submission(TITLE, HEADINGS), "utf-8")
    (tmp_path / "2031.toml").write_text(PACK.replace("xian-2031", "minzhu-2025"), "utf-8")
    report = json.loads(run("check", tmp_path, "--format", "json").stdout)
    assert [r for r in report["remarks"] if "2031.toml（代替内置的 minzhu-2025）" in r]


def test_a_broken_pack_beside_the_documents_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(submission(TITLE, HEADINGS), "utf-8")
    (tmp_path / "2031.toml").write_text(PACK.replace("year = 2031", "year = “2031”"), "utf-8")
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert "2031.toml 第 3 行" in result.output


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("2031年度民主生活会个人对照检查材料", "标题写的是2031年民主生活会，还没有这一次会的规则包"),
        ("2015年度组织生活会个人对照检查材料", "标题写的是2015年组织生活会，还没有这一次会的规则包"),
        ("2025年度民主生活会个人对照检查材料", "认不出"),
        ("个人对照检查材料", "没有一个规则包对得上"),
    ],
)
def test_a_year_without_a_pack_is_told_so_and_what_to_do(tmp_path: Path, title: str, said: str) -> None:
    file = tmp_path / "甲.txt"
    file.write_text(submission(title, HEADINGS), "utf-8")
    report = json.loads(run("check", file, "--format", "json").stdout)["files"][0]
    found = [f for f in report["findings"] if f["code"] == "E003"]
    assert len(found) == 1
    assert said in found[0]["message"]
    assert ("还没有" in said) == ("还没有" in found[0]["message"])
    assert "--notice" in found[0]["suggestion"]
    assert "packs new" in found[0]["suggestion"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_packs_are_read_as_editors_save_them(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "本县.toml"
    file.write_bytes(PACK.replace("\n", "\r\n").encode(encoding))
    assert load_packs((file,))["xian-2031"].dimensions("group")[1].title == "带头管好粮仓"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('title = "2031年度民主生活会"', "title = “2031年度民主生活会”", 2, "中文引号"),
        ('title = "带头管好粮仓"', 'title = "带头管好粮仓”', 13, "结尾写成了中文引号"),
        ("year = 2031", "year ＝ 2031", 3, "半角的 ="),
        ("year = 2031", "year：2031", 3, "不用冒号"),
        ('anchors = ["乡道"]', 'anchors = ["乡道"，"道路"]', 18, "半角逗号"),
        ('anchors = ["乡道"]', "anchors = [“乡道”]", 18, "中文引号"),
        ('source = "据通知"', 'source = "据"某某"通知"', 5, "直引号里面又有直引号"),
        ('source = "据通知"', "source = 据通知", 5, "文字要放在"),
        ("year = 2031", "year = 2031\nyear = 2031", 4, "写了两遍"),
        ('anchors = ["水源地"]', 'anchors = ["水源地"', 10, "没有配对"),
    ],
)
def test_a_slip_of_the_keyboard_is_named_with_line_and_mend(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    file = tmp_path / "本县.toml"
    file.write_text(PACK.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError) as caught:
        load_packs((file,))
    assert said in str(caught.value)
    assert f"第 {line} 行" in str(caught.value) or "没有配对" in said


def test_what_was_not_filled_in_is_named_by_its_line(pack: Path) -> None:
    pack.write_text(PACK.replace("带头管好粮仓", "<通知的原文>"), "utf-8")
    result = run("packs", "check", pack)
    assert result.exit_code == 2
    assert "第 13 行" in result.output


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('anchors = ["粮仓"]', 'anchors = ["带头"]', "d2 的锚词“带头”在 d1"),
        ('anchors = ["粮仓"]', 'anchors = ["粮仓", "乡道"]', "d2 的锚词“乡道”在 d3"),
        ('title = "带头管好粮仓"\nanchors = ["粮仓"]', 'title = "带头守住水源地"\nanchors = []', "带头守住水源地"),
        ('title = "带头管好粮仓"', 'title = " "', "d2 的 title 是空的"),
    ],
)
def test_aspects_that_cannot_be_told_apart_are_refused(pack: Path, old: str, new: str, said: str) -> None:
    pack.write_text(PACK.replace(old, new), "utf-8")
    result = run("packs", "check", pack)
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize("name", load_packs())
def test_our_own_packs_can_be_told_apart(name: str) -> None:
    assert doubts(load_packs()[name]) == []


def test_trying_shows_which_anchor_finds_what(pack: Path, tmp_path: Path) -> None:
    text = tmp_path / "甲.txt"
    text.write_text(submission(TITLE, HEADINGS[:2]), "utf-8")
    result = run("packs", "check", pack, "--try", text)
    assert result.exit_code == 0
    assert "带头管好粮仓方面 → d2" in result.output
    assert "没有找到 d3 带头修好乡道" in result.output
    assert "锚词 d2 “粮仓”：认出自己的方面 1 次" in result.output
    assert "锚词 d3 “乡道”：认出自己的方面 0 次" in result.output


def test_trying_fails_where_an_anchor_finds_another_aspect(pack: Path, tmp_path: Path) -> None:
    text = tmp_path / "甲.txt"
    text.write_text(submission(TITLE, ["带头守住水源地和乡道两边", *HEADINGS[1:]]), "utf-8")
    result = run("packs", "check", pack, "--try", text)
    assert result.exit_code == 1
    assert "认错：d3 的锚词“乡道”也在 d1 的标题里" in result.output


def test_the_schema_is_fresh_and_takes_every_pack_of_ours() -> None:
    import tomllib

    assert (ROOT / "docs/schemas/pack.schema.json").read_text("utf-8") == schema_text(), (
        "run: duizhao packs schema > docs/schemas/pack.schema.json"
    )
    validator = Draft202012Validator(schema())
    for file in (ROOT / "rules/campaigns").glob("*.toml"):
        validator.validate(tomllib.loads(file.read_text("utf-8")))
    assert not validator.is_valid({"id": "a", "title": "b", "source": "c", "tilte": 1})
    assert not validator.is_valid({"id": "a", "title": "b"})
