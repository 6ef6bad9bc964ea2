"""Whole notices of our own in different styles: every aspect, none too many, word for word; and the pack that each makes.

The reader was written with the first twelve in view. The others came in five rounds, each written when the reader was settled and read
once before it was mended: 13–20, 21–24, 25–30, 31–35, 36–39. At that first reading 12 of the 23 that list aspects were right to the word,
and none of the four that list none made a pack.
"""

import io
import json
import tomllib
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result

from checker.cli import group
from checker.notice import read_notice
from checker.notice.pack import pack_of
from checker.packdoubts import doubts
from checker.packs import load_packs
from checker.readers import read
from tests.packs.build import submission

HERE = Path(__file__).parent / "notices"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))
LISTED = [name for name, said in EXPECTED.items() if {"all", "group", "individual"} & set(said)]
SUBJECTS = {"": "all", "both": "all"}


def run(*args: object, pasted: bytes | None = None) -> Result:
    return CliRunner().invoke(group, [str(a) for a in args], input=pasted)


def aspects(data: bytes, name: str) -> dict[str, list[str]]:
    return {SUBJECTS.get(one.subject, one.subject): list(one.titles) for one in read_notice(read(data, name)).lists}


def wanted(name: str) -> dict[str, list[str]]:
    return {key: EXPECTED[name][key] for key in ("all", "group", "individual") if key in EXPECTED[name]}


def test_every_notice_has_its_expectation() -> None:
    assert {f.name for f in HERE.glob("*.txt")} == set(EXPECTED)
    assert len(LISTED) >= 35


@pytest.mark.parametrize("name", EXPECTED)
def test_every_aspect_none_too_many_word_for_word(name: str) -> None:
    assert aspects((HERE / name).read_bytes(), name) == wanted(name)


@pytest.mark.parametrize("name", EXPECTED)
def test_what_else_it_says(name: str) -> None:
    notice = read_notice(read((HERE / name).read_bytes(), name))
    said = EXPECTED[name]
    assert (notice.year, notice.meeting, notice.number) == (said["year"], said["meeting"], said.get("number", ""))
    for key in ("last-year", "cases", "explanations"):
        assert bool(getattr(notice, key.replace("-", "_")).value) == said.get(key, False), key
    assert (notice.length.value, notice.share.value) == (said.get("length"), said.get("share"))
    assert said.get("theme", notice.theme[:1] and notice.theme[0]) in (*notice.theme, ())


@pytest.mark.parametrize("name", LISTED)
def test_the_pack_can_be_used_as_it_is(name: str, tmp_path: Path) -> None:
    target = tmp_path / "新的.toml"
    made = run("packs", "new", HERE / name, "--id", "xin-1", "--output", target)
    assert made.exit_code == 0, made.output
    assert run("packs", "check", target).exit_code == 0, run("packs", "check", target).output
    pack = load_packs((target,))["xin-1"]
    assert doubts(pack) == []
    for kind in ("group", "individual"):
        titles = wanted(name).get("all") or wanted(name).get(kind, [])
        assert [rule.title for rule in pack.dimensions(kind)] == titles
        if titles:
            text = tmp_path / f"{kind}.txt"
            text.write_text(
                submission(f"{pack.title}{'个人' if kind == 'individual' else '班子'}对照检查材料", titles, kind=kind),
                "utf-8",
            )
            tried = run("packs", "check", target, "--try", text)
            assert tried.exit_code == 0, tried.output
            assert all(f"→ d{n}" in tried.output for n in range(1, len(titles) + 1))
    assert all(rule.anchors and rule.topics for rule in pack.all_dimensions)


@pytest.mark.parametrize("name", LISTED)
def test_the_file_says_what_the_run_uses(name: str, tmp_path: Path) -> None:
    run("packs", "new", HERE / name, "--id", "xin-1", "--output", tmp_path / "新的.toml")
    made = pack_of(read_notice(read((HERE / name).read_bytes(), name)), "xin-1")
    written, memory = load_packs((tmp_path / "新的.toml",))["xin-1"], load_packs(made=(made,))["xin-1"]
    assert written == memory


# formats


def word(text: str, table: list[list[str]] | None = None) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        if line == "〔表〕" and table:
            grid = document.add_table(len(table), len(table[0]))
            for cells, row in zip(grid.rows, table, strict=True):
                for cell, value in zip(cells.cells, row, strict=True):
                    cell.text = value
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Number")
        else:
            document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def test_word_numbers_that_only_word_shows() -> None:
    text = "关于开好2026年度民主生活会的通知\n请对照下列三个方面查摆问题：\n- 带头守住水源地方面。看守没守。\n- 带头管好粮仓方面。\n- 带头修好乡道方面。"
    assert aspects(word(text), "通知.docx") == {"all": ["带头守住水源地", "带头管好粮仓", "带头修好乡道"]}


def test_a_table_of_aspects() -> None:
    table = [
        ["序号", "对照方面", "检视重点"],
        ["1", "守住水源地", "是否巡查到位"],
        ["2", "管好粮仓", "是否账实相符"],
        ["3", "修好乡道", "是否按期完工"],
    ]
    text = "关于开好2026年度民主生活会的通知\n班子和个人按下表查摆问题。\n〔表〕\n会后报送整改清单。"
    assert aspects(word(text, table), "通知.docx") == {"all": ["守住水源地", "管好粮仓", "修好乡道"]}


@pytest.mark.parametrize("name", ["01-inline-ordinals.txt", "04-branch-and-members.txt", "11-two-part-invented.txt"])
def test_other_formats_say_the_same(name: str) -> None:
    text = (HERE / name).read_text("utf-8")
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in text.splitlines()) + "</body></html>"
    for data, called in ((word(text), "a.docx"), (page.encode(), "a.html"), (text.encode("gb18030"), "a.txt")):
        assert aspects(data, called) == wanted(name), called


# the command


def test_pasted_text(tmp_path: Path) -> None:
    target = tmp_path / "a.toml"
    result = run("packs", "new", "-", "--output", target, pasted=(HERE / "07-minor-party.txt").read_bytes())
    assert result.exit_code == 0, result.output
    assert "4. 廉洁建设" in result.output
    assert "待核：" in result.output
    assert "通知里没有找到：" in result.output
    assert "# 待核：" in target.read_text("utf-8")


def test_a_notice_without_a_list_makes_no_pack(tmp_path: Path) -> None:
    notice = tmp_path / "通知.txt"
    notice.write_text(
        "关于开好2026年度民主生活会的通知\n一、主题是学思想、强党性、重实践、建新功。\n二、会前准备\n1.组织学习。学习《党章》《准则》《条例》。\n"
        "2.征求意见。\n3.谈心谈话。\n三、认真查摆问题，牢固树立“四个意识”“四个自信”“两个维护”。",
        "utf-8",
    )
    result = run("packs", "new", notice, "--output", tmp_path / "a.toml")
    assert result.exit_code == 2
    assert "没有找到要求对照的方面" in result.output
    assert "没有写规则包" in result.output
    assert not (tmp_path / "a.toml").exists()
    assert run("check", notice, "--notice", notice).exit_code == 2


def test_nothing_is_overwritten_and_what_is_no_text_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "a.toml"
    target.write_text("x = 1\n", "utf-8")
    result = run("packs", "new", HERE / "07-minor-party.txt", "--output", target)
    assert (result.exit_code, target.read_text("utf-8")) == (2, "x = 1\n")
    assert "已经存在" in result.output
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    assert "读不了" in run("packs", "new", picture).output
    assert run("packs", "new", tmp_path / "没有.docx").exit_code == 2


def test_a_blank_one_to_fill_in(tmp_path: Path) -> None:
    target = tmp_path / "2026.toml"
    assert run("packs", "new", target).exit_code == 0
    assert "尖括号" in run("packs", "check", target).output
    assert run("packs", "new", target).exit_code == 2


# --notice


def test_a_notice_goes_for_all_texts_of_a_run(tmp_path: Path) -> None:
    titles = EXPECTED["08-inspection.txt"]["all"]
    folder = tmp_path / "材料"
    folder.mkdir()
    title = "巡察整改专题民主生活会个人对照检查材料"
    (folder / "全.txt").write_text(submission(title, titles), "utf-8")
    (folder / "缺.txt").write_text(submission(title, titles[:3]), "utf-8")
    notice = folder / "08-inspection.txt"  # among the texts, and no one of them
    notice.write_bytes((HERE / notice.name).read_bytes())
    result = run("check", folder, "--notice", notice, "--format", "json")
    report = json.loads(result.stdout)
    found = {
        Path(f["path"]).stem: [x["excerpt"] for x in f["findings"] if x["code"] == "D201"] for f in report["files"]
    }
    assert found == {"全": [], "缺": ["d4"]}
    assert result.exit_code == 1
    assert all(f["pack"] == "tongzhi" for f in report["files"])
    assert [r for r in report["remarks"] if r.startswith("照通知 08-inspection.txt 检查：4 个方面")]
    assert [r for r in report["remarks"] if r.startswith("通知待核：")]


def test_a_notice_and_a_pack_at_once_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("材料", "utf-8")
    result = run("check", file, "--notice", HERE / "08-inspection.txt", "--pack", "minzhu-2025")
    assert result.exit_code == 2
    assert "只能用一个" in result.output
