"""What only a whole batch shows: strays of another campaign, strange signatures, doubles, strange units."""

import pytest

from checker.across import compared
from checker.across.units import contradict
from checker.batch import compare
from checker.engine import Engine
from checker.kept import Kept
from checker.packs import load_packs
from checker.policy import Policy
from checker.report import FileReport, RosterEntry

PACKS = load_packs()


def one(path: str, title: str = "2025年度民主生活会对照检查材料", byline: str = "", **more: object) -> FileReport:
    """A report on a submission that was read and has nothing wrong with it."""
    known: dict[str, object] = {"pack": "minzhu-2025", "pack_title": "2025年度民主生活会", "kind": "individual"}
    return FileReport(path, "passed", (), title=title, byline=byline, **(known | more))  # type: ignore[arg-type]


def said(*files: FileReport, roster: tuple[RosterEntry, ...] = ()) -> list[tuple[str, str, str]]:
    found = compared(files, PACKS, roster)
    return [(files[n].path, f.code, f.message) for n, findings in sorted(found.items()) for f in findings]


def batch(count: int = 9) -> list[FileReport]:
    return [one(f"材料/县水利局/第{n}份.docx") for n in range(count)]


OLD: dict[str, object] = {"pack": "minzhu-2024", "pack_title": "2024年度民主生活会"}


def test_a_stray_of_last_year_is_told_with_what_the_others_answer() -> None:
    ((path, code, message),) = said(*batch(), one("材料/县医院/旧.docx", "2024年度民主生活会对照检查材料", **OLD))
    assert (path, code) == ("材料/县医院/旧.docx", "X804")
    assert "2024年度民主生活会" in message
    assert "9 份对照的是2025年度民主生活会" in message


def test_a_stray_is_told_too_where_one_pack_was_named_for_all() -> None:
    ((_, code, message),) = said(*batch(), one("材料/旧.docx", "2024年度民主生活会个人对照检查材料"))
    assert (code, "2024年度" in message) == ("X804", True)


def test_two_campaigns_in_one_folder_are_no_strays() -> None:
    assert said(*batch(6), *[one(f"材料/旧{n}.docx", "2024年度民主生活会材料", **OLD) for n in range(3)]) == []
    assert said(*batch(2), one("材料/旧.docx", "2024年度民主生活会材料", **OLD)) == []


@pytest.mark.parametrize(
    ("path", "byline", "last", "expected"),
    [
        ("张三-局长.docx", "县水利局局长 徐秀英", (), "文件名是“张三”，题下署名是“徐秀英”"),
        (
            "张三-局长.docx",
            "",
            ("以上报告，请批评指正。", "徐秀英", "2026年1月10日"),
            "文件名是“张三”，文末署名是“徐秀英”",
        ),
        ("张三/对照检查材料.docx", "县水利局 徐秀英", (), "文件夹是“张三”，题下署名是“徐秀英”"),
        ("张三-局长.docx", "县水利局局长 张 三", (), None),
        ("局长-2025年度.docx", "县水利局局长 徐秀英", (), None),
        ("张三-局长.docx", "县水利局党组书记、局长", ("请同志们批评指正，谢谢张主任。",), None),
    ],
)
def test_signature_and_file_name(path: str, byline: str, last: tuple[str, ...], expected: str | None) -> None:
    found = said(one(f"材料/县水利局/{path}", byline=byline, paragraphs=last), one("材料/县教育局/书记.docx"))
    assert [(code, message) for _, code, message in found] == ([("X805", expected)] if expected else [])


def test_a_signature_that_the_roster_doesn_t_know_in_this_post() -> None:
    roster = (RosterEntry(4, "县水利局", "张三", "局长"), RosterEntry(5, "县水利局", "李四", "副局长"))
    file = one("材料/县水利局/局长.docx", byline="县水利局局长 徐秀英")
    ((_, code, message),) = said(file, roster=roster)
    assert code == "X805"
    assert "花名册第 4 行的县水利局局长是“张三”，这一份署名是“徐秀英”" in message
    assert said(one("材料/县水利局/局长.docx", byline="县水利局局长 张三"), roster=roster) == []


def test_the_same_person_twice_names_the_other_file() -> None:
    files = [one("材料/县水利局/张三-初稿.docx"), one("材料/县水利局/张三-定稿.docx"), one("材料/县水利局/李四.docx")]
    ((path, code, message),) = said(*files)
    assert (path, code) == ("材料/县水利局/张三-定稿.docx", "X806")
    assert "材料/县水利局/张三-初稿.docx" in message


def test_what_the_roster_tells_is_not_told_again() -> None:
    files = [one("材料/县水利局/张三-初稿.docx"), one("材料/县水利局/张三-定稿.docx")]
    both = RosterEntry(2, "县水利局", "张三", "局长", tuple(f.path for f in files))
    assert said(*files, roster=(both,)) == []


def test_other_units_other_campaigns_and_other_bodies_are_no_doubles() -> None:
    assert said(one("材料/县水利局/张三.docx"), one("材料/县教育局/张三.docx")) == []
    assert said(one("材料/县水利局/张三.docx"), one("材料/县水利局/张三-旧.docx", "2024年度民主生活会", **OLD)) == []
    group = {"kind": "group"}
    bodies = [one(f"材料/栗坪镇/{b}班子.docx", f"栗坪镇{b}班子2025年度民主生活会", **group) for b in ("党委", "政府")]
    assert said(*bodies) == []
    same = [one(f"材料/栗坪镇/党委班子{n}.docx", "栗坪镇党委班子2025年度民主生活会", **group) for n in ("", "-改")]
    assert [code for _, code, _ in said(*same)] == ["X806"]


def test_units_that_differ_are_told_with_where_each_stands() -> None:
    file = one("材料/云岭县水利局/局长.docx", "云岭县水利局局长2025年度民主生活会对照检查材料", "云岭县教育局 王五")
    ((_, code, message),) = said(file)
    assert code == "X807"
    assert message == "单位不一致：题目是“云岭县水利局”，署名是“云岭县教育局”，文件夹是“云岭县水利局”"


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("县水利局", "县教育局", True),
        ("栗坪镇", "石岭镇", True),
        ("县发改局", "县发展和改革局", False),
        ("县人社局", "县人力资源和社会保障局", False),
        ("水利局", "云岭县水利局", False),
        ("县公安局", "市公安局", False),
        ("县卫健委", "县卫生健康委员会", False),
        ("县卫生健康局", "县人民医院", False),
        ("县教育局", "县实验小学", False),
        ("县委", "县纪委", False),
        ("", "县水利局", False),
    ],
)
def test_when_two_units_cannot_be_one(one: str, other: str, differ: bool) -> None:
    assert contradict(one, other) is contradict(other, one) is differ


def test_the_findings_go_by_the_policy_and_can_fail_a_file() -> None:
    files = [one("材料/县水利局/张三-局长.docx", byline="县水利局局长 徐秀英")]
    for policy, status in ((Policy(), "passed"), (Policy(fail_on="warning"), "failed")):
        reports = Kept(files)
        compare(Engine(PACKS, policy), reports)
        assert [f.code for f in reports[0].findings] == ["X805"]
        assert reports[0].status == status
    reports = Kept(files)
    compare(Engine(PACKS, Policy(ignore=frozenset({"X805"}))), reports)
    assert list(reports) == files


def test_what_could_not_be_read_is_not_compared() -> None:
    assert said(FileReport("材料/张三.docx", "unreadable", ()), FileReport("材料/张三2.docx", "other", ())) == []
