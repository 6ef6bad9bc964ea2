from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from checker.report import FileReport, RosterEntry
from checker.roster import RosterError, findings, load_roster, match
from tests.reports.builder import clean, submission, unreadable


def individual(path: str, byline: str = "", pack: str = "minzhu-2024") -> FileReport:
    return replace(clean(path, "2024年度民主生活会个人对照检查材料", byline, "individual"), pack=pack)


def workbook(path: Path, rows: Sequence[Sequence[object]], merged: str = "") -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merged:
        book.active.merge_cells(merged)
    book.save(path)
    return path


def test_xlsx_with_a_title_above_and_merged_units(tmp_path: Path) -> None:
    rows = [
        ["2024年度材料报送名单"],
        ["序号", "单 位", "姓名", "职务（现任）"],
        [1, "县水利局", "张 三", "局长"],
        [2, None, "李四", "副局长"],
        [None] * 4,
    ]
    path = workbook(tmp_path / "名单.xlsx", rows, "B3:B4")
    assert load_roster(path) == (
        RosterEntry(3, "县水利局", "张三", "局长"),
        RosterEntry(4, "县水利局", "李四", "副局长"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_in_the_encodings_of_offices(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "名单.csv"
    text = '姓名,单位及职务\r\n张三（主持工作）,"县水利局党组书记、\n局长"\r\n王小明,县教育局副局长\r\n合计,2\r\n'
    path.write_bytes(text.encode(encoding))
    assert load_roster(path) == (
        RosterEntry(2, "县水利局", "张三", "党组书记、局长"),
        RosterEntry(3, "县教育局", "王小明", "副局长"),
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为不带密码的 .xlsx"),
        (b"PK\x03\x04 broken", "文件已损坏"),
        ("张三,局长\n李四,副局长\n".encode(), "要有表头"),
        (b"", "没有找到人"),
        (bytes(range(256)) * 4, "读不了花名册"),
    ],
)
def test_rosters_that_cannot_be_used(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "名单.xlsx"
    path.write_bytes(content)
    with pytest.raises(RosterError, match=message):
        load_roster(path)


def test_roster_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="读不了花名册"):
        load_roster(tmp_path / "没有.xlsx")


def paths(roster: Sequence[RosterEntry], *files: FileReport) -> list[tuple[str, ...]]:
    return [entry.submissions for entry in match(roster, files)]


def entry(unit: str, name: str = "", post: str = "", row: int = 2) -> RosterEntry:
    return RosterEntry(row, unit, name, post)


def test_name_decides() -> None:
    roster = [entry("县水利局", "张三"), entry("县水利局", "李四"), entry("县教育局", "王五")]
    files = [individual("材料/县水利局/张三.docx"), individual("b.docx", "县教育局副局长 王五")]
    assert paths(roster, *files) == [("材料/县水利局/张三.docx",), (), ("b.docx",)]


def test_a_longer_name_is_another_person() -> None:
    roster = [entry("", "王伟"), entry("", "王伟明")]
    assert paths(roster, individual("王伟明对照检查.docx")) == [(), ("王伟明对照检查.docx",)]
    assert paths([entry("", "王伟")], individual("王伟明-局长.docx"))[0] in ((), ("王伟明-局长.docx",))


def test_same_name_in_two_units() -> None:
    roster = [entry("县水利局", "张伟"), entry("县教育局", "张伟")]
    assert paths(roster, individual("材料/教育局/张伟.docx"), individual("材料/林业局/x.docx")) == [
        (),
        ("材料/教育局/张伟.docx",),
    ]


def test_same_name_in_a_unit_of_the_roster_is_somebody_else() -> None:
    roster = [entry("县水利局", "张伟"), entry("县教育局", "李四")]
    files = [individual("材料/县教育局/张伟.docx"), individual("材料/县水利局/赵云.docx")]
    assert paths(roster, *files) == [(), ()]


def test_entry_without_a_name_goes_by_unit_and_post() -> None:
    roster = [
        entry("县水利局", "", "领导班子"),
        entry("县水利局", "", "党组书记、局长"),
        entry("县教育局", "", "副局长"),
    ]
    files = [
        clean("材料/县水利局/班子.docx", "县水利局领导班子对照检查材料"),
        individual("材料/县水利局/a.docx", "县水利局党组书记、局长"),
        individual("材料/县教育局/b.docx", "县教育局局长"),
    ]
    assert paths(roster, *files) == [("材料/县水利局/班子.docx",), ("材料/县水利局/a.docx",), ()]


def test_what_cannot_be_read_was_submitted_all_the_same() -> None:
    assert paths([entry("县林业局", "王五")], unreadable(), individual("x/y.docx")) == [("材料/县林业局/王五.docx",)]


def test_findings_for_those_missing_and_those_twice() -> None:
    roster = [entry("县水利局", "张三", "局长", 3), entry("县教育局", "李四", "", 4), entry("县教育局", "赵敏", "", 5)]
    files = [
        individual("县水利局/张三.docx"),
        individual("县水利局/张三-定稿.docx"),
        individual("县教育局/李四.docx"),
        individual("县教育局/李四 组织生活会.docx", pack="zuzhi-2024"),
        individual("县教育局/材料1.docx"),
    ]
    found = list(findings(match(roster, files), files))
    assert [(f.code, f.excerpt, f.count) for f in found] == [("X803", "张三", 2), ("X803", "赵敏", 1)]
    assert found[0].message == "花名册第 3 行：县水利局张三交了 2 份：县水利局/张三.docx、县水利局/张三-定稿.docx。"
    assert found[1].message == "花名册第 5 行：县教育局赵敏没有提交材料。"
    assert "另有 1 份材料没能对上花名册" in found[1].suggestion


def test_everyone_submitted() -> None:
    files = [submission()]
    assert not list(findings(match([entry("县水利局", "张三")], files), files))
