from dataclasses import replace

from checker.report import RosterEntry, verdict
from checker.reports.overview import common_gaps, dimension_columns, table
from checker.reports.people import Person
from checker.reports.register import NOT_SUBMITTED, Specificity, rows, submissions
from tests.reports.builder import Text, batch, clean, finding, report, submission, unreadable, warned


def test_verdicts() -> None:
    assert [verdict(f) for f in batch().files] == ["不达标", "达标", "需修改", "达标", "读不了"]


def test_suppressed_findings_do_not_count() -> None:
    file = clean("a.docx", "某局领导班子对照检查材料")
    excused = replace(file, findings=(finding("D201", "缺", suppressed="已请示"),))
    assert verdict(excused) == "达标"
    assert rows(report(excused))[0].counts == {"error": 0, "warning": 0, "info": 0}


def test_row_of_a_submission_with_gaps() -> None:
    row = rows(batch())[0]
    assert row.person == Person("县水利局", "张三", "党组书记、局长")
    assert row.dimensions == {"d1": "✓", "d2": "✓", "d3": "薄", "d4": "缺"}
    assert row.sections == {
        "last-year": "✓",
        "problems": "✓",
        "cases": "—",
        "causes": "✓",
        "measures": "✓",
        "explanations": "—",
    }
    assert row.counts == {"error": 3, "warning": 2, "info": 2}
    assert row.specificity == Specificity(5, 3, 3, 3, 3, 2, 1)
    assert row.no_cause == ("敢于担当作为", "廉洁自律")
    assert row.gaps == ("缺少规定的维度（廉洁自律）", "残留占位符（xx）", "拼音代替汉字（dangshi）")


def test_marks_say_what_is_wrong() -> None:
    t = Text("标题\n一、存在的问题\n（一）甲方面\n话")
    gaps = (
        finding("P405", "x"),
        replace(finding("D205", "薄", excerpt="d1"), code="P404"),
        finding("D205", "薄", excerpt="d1"),
        replace(t.finding("D205", "误", "甲"), code="D204"),
        replace(finding("D205", "重", excerpt="d1"), code="D203"),
    )
    heading = t.dimension("d1", "（一）甲方面")
    outline = clean("a", "b").outline
    assert outline
    problems = t.section("problems", "一、存在的问题", 9, dimensions=(heading,))
    file = replace(
        submission(), findings=gaps, outline=replace(outline, sections=(problems,)), dimension_titles={"d1": "甲"}
    )
    row = rows(report(file))[0]
    assert row.dimensions == {"d1": "薄空误重"}
    assert row.sections["causes"] == row.sections["measures"] == "缺"


def test_excused_absence_is_no_gap() -> None:
    file = submission()
    findings = tuple(replace(f, suppressed="本单位不要求") if f.code == "D201" else f for f in file.findings)
    assert rows(report(replace(file, findings=findings)))[0].dimensions["d4"] == "免"


def test_missing_last_year_shows() -> None:
    assert rows(report(warned("a.docx")))[0].sections["last-year"] == "缺"


def test_leading_body_has_no_name() -> None:
    assert rows(batch())[1].person == Person("县水利局")


def test_those_who_have_not_submitted_follow() -> None:
    *_, last = rows(batch())
    assert (last.verdict, last.person) == (NOT_SUBMITTED, Person("县林业局", "钱文", "总工程师"))
    assert last.dimensions == {}


def test_roster_is_no_submission() -> None:
    roster = replace(unreadable("名单.xlsx"), status="failed", findings=(finding("X803", "没有提交"),))
    whole = report(submission(), roster, roster=(RosterEntry(2, "县水利局", "张三", "", ()),))
    assert [f.path for f in submissions(whole)] == [submission().path]


def test_headings_of_several_campaigns_are_numbered() -> None:
    other = replace(clean("b.docx", "某局领导班子材料"), dimension_titles={"d1": "另一个维度", "d5": "第五个"})
    assert dimension_columns([submission(), other]) == {
        "d1": "维度1",
        "d2": "联系服务群众",
        "d3": "敢于担当作为",
        "d4": "廉洁自律",
        "d5": "第五个",
    }


def test_every_row_has_a_cell_for_every_heading() -> None:
    files = submissions(batch())
    headings, cells, essential = table(files, rows(batch()))
    assert {len(row) for row in cells} == {len(headings)}
    assert headings[essential - 1] == "主要差距"


def test_commonest_gaps_come_first() -> None:
    gaps = common_gaps([submission(), warned("a.docx"), warned("b.docx")])
    assert (gaps[0].code, gaps[0].files, gaps[0].label) == ("S120", 2, "没有说明上年度整改情况")
    assert "W510" not in {g.code for g in gaps}
