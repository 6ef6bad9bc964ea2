"""What comments say, and where those stand that have no words of their own."""

import pytest

from checker.annotate.comments import PLACES_SHOWN, comments
from checker.document import Document, Paragraph, Span
from checker.report import DimensionEntry, FileReport, OutlineEntry, Place, ReportedFinding, SectionEntry
from tests.gate.build import ID_CARD, file, finding, whole

TEXT = (
    "县水务局",
    "2021年度专题民主生活会",
    "对照检查材料",
    "一、存在的问题",
    "（一）政治信仰方面",
    "一是学习不够。",
    "（三）宗旨意识方面",
    "二是下村不深。",
    "二、原因分析",
    "三、努力方向",
)
DOCUMENT = Document("txt", tuple(Paragraph(t) for t in TEXT))
OUTLINE = OutlineEntry(
    (
        SectionEntry("opening", "", 1, 0, 0, 20),
        SectionEntry(
            "problems",
            TEXT[3],
            4,
            0,
            7,
            100,
            (DimensionEntry("d1", TEXT[4], 5, 0, 9, 20), DimensionEntry("d3", TEXT[6], 7, 0, 9, 20)),
        ),
        SectionEntry("causes", TEXT[8], 9, 0, 6, 20),
        SectionEntry("measures", TEXT[9], 10, 0, 6, 20),
    )
)
TITLES = {"d1": "政治信仰", "d2": "大局意识", "d3": "宗旨意识", "d4": "担当作为"}


def report(*findings: ReportedFinding, **other: object) -> FileReport:
    return file(
        "a.txt",
        *findings,
        **{"title": "2021年度专题民主生活会对照检查材料", "outline": OUTLINE, "dimension_titles": TITLES} | other,
    )


@pytest.mark.parametrize(
    ("code", "excerpt", "paragraph"),
    [
        ("D201", "d2", 5),  # behind the dimension before it
        ("D201", "d4", 7),
        ("D205", "d3", 7),
        ("D202", "", 4),
        ("C301", "d1", 9),
        ("C302", "d1", 10),
        ("C303", "", 10),
        ("P409", "", 4),
        ("S110", "explanations", 10),
        ("S110", "last-year", 2),  # nothing before it but the title
        ("S113", "", 2),
        ("S120", "", 2),
        ("E003", "", 2),
    ],
)
def test_home_of_what_has_no_words(code: str, excerpt: str, paragraph: int) -> None:
    (made,) = comments(DOCUMENT, report(whole(code, excerpt=excerpt)))
    assert made.span == Span(paragraph, 0, len(TEXT[paragraph - 1]))


def test_home_without_outline_or_title() -> None:
    (made,) = comments(DOCUMENT, report(whole(), outline=None, title=None))
    assert made.span == Span(1, 0, 4)


def test_words_of_a_comment() -> None:
    (made,) = comments(DOCUMENT, report(finding(paragraph=6, start=2, end=4)))
    assert made.lines == ("P405 警告", "“有的同志”没有说是谁", "建议：写明是本人还是哪一位")


def test_each_place_gets_one_up_to_ten_and_the_first_says_all() -> None:
    places = tuple(Place(6, 0, 1 + n % 3) for n in range(14))
    made = comments(DOCUMENT, report(finding(paragraph=6, start=0, end=1, count=14, places=places)))
    assert len(made) == PLACES_SHOWN
    assert made[0].lines[-1] == "共 14 处，这是第 1 处。"
    assert sorted(c.lines for c in made)[-1] == ("P405 警告", "同前，共 14 处，这是第 9 处。")


def test_in_the_order_of_the_text() -> None:
    found = [finding(paragraph=8, start=0, end=2), whole("D201", excerpt="d2"), finding(paragraph=6, start=3, end=4)]
    assert [c.span.paragraph for c in comments(DOCUMENT, report(*found))] == [5, 6, 8]


def test_suppressed_ones_are_not_shown_and_numbers_are_masked() -> None:
    shown = finding("W510", paragraph=6, start=0, end=2, message=f"身份证号 {ID_CARD}\x00\n第二行")
    made = comments(DOCUMENT, report(shown, finding(suppressed="基线")))
    assert [c.lines[1:3] for c in made] == [("身份证号 110***************\ufffd", "第二行")]
