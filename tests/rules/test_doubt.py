"""What is said of the recognition itself: doubt (E004) and traditional characters (E005)."""

import pytest

from checker.checks.recognition import CLOSE, doubt, without_guesses
from checker.document import Span
from checker.finding import Finding
from checker.outline import MOST_BLOCKS
from checker.outline import outline as recognise
from checker.outline.knowledge import Knowledge
from checker.outline.model import Heading, Outline, Section, SectionId
from checker.packs import load_packs
from checker.readers.text import document_of_text
from checker.traditional import in_simplified, is_traditional, simplified

NOWHERE = Span(1, 0, 0)


def outline(sizes: dict[SectionId, int], margin: float = 99.0) -> Outline:
    sections = tuple(
        Section(i, Heading("", NOWHERE, NOWHERE), (Span(n, 0, size),), characters=size)
        for n, (i, size) in enumerate(sizes.items(), 1)
    )
    return Outline("", (), "", sections, "generic", "individual", sum(sizes.values()), margin=margin)


@pytest.mark.parametrize(
    ("sizes", "margin", "doubted"),
    [
        ({"opening": 100, "problems": 300, "causes": 100, "measures": 100}, 99.0, False),
        ({"opening": 900, "problems": 100}, 99.0, True),
        ({"other": 900, "measures": 100}, 99.0, True),
        ({"opening": 60, "problems": 30}, 99.0, False),  # too short to say anything of shares
        ({"opening": 100, "problems": 300, "causes": 100, "measures": 100}, CLOSE - 0.1, True),
        ({"opening": 100, "problems": 300, "causes": 100, "measures": 100}, CLOSE + 0.1, False),
    ],
)
def test_doubt(sizes: dict[SectionId, int], margin: float, doubted: bool) -> None:
    assert bool(doubt(outline(sizes, margin))) == doubted


def test_one_heading_for_two_parts_counts_once() -> None:
    head, body = Heading("", NOWHERE, NOWHERE), (Span(2, 0, 100),)
    opening = Section("opening", head, (Span(1, 0, 200),), characters=200)
    both = tuple(Section(i, head, body, characters=100) for i in ("causes", "measures"))
    found = Outline("", (), "", (opening, *both), "generic", "individual", 300)
    assert "67%" in doubt(found)


def test_nothing_is_built_on_a_doubted_reading() -> None:
    some = [Finding(code, "", "") for code in ("E004", "S110", "D201", "W501")]
    assert [f.code for f in without_guesses(some)] == ["E004", "W501"]
    assert without_guesses(some[1:]) == some[1:]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("學習不夠深入，總覺得業務要緊", "学习不够深入，总觉得业务要紧"),
        ("乾隆年間的橋", "乾隆年间的桥"),
        ("学习不够深入", "学习不够深入"),
        ("", ""),
    ],
)
def test_every_character_keeps_its_place(text: str, plain: str) -> None:
    assert len(simplified(text)) == len(text)
    assert simplified(text) == plain


def test_a_text_without_any_stays_itself() -> None:
    document = document_of_text("一、存在的问题\n学习不够。")
    assert in_simplified(document) is document


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["會前，我認真學習有關文件，徵求意見，談心談話。"], True),
        (["会前，我认真学习有关文件。", "朱鎔基同志、黃河"], False),
        (["会前，我认真学习有关文件，征求意见，谈心谈话，现将对照检查情况报告如下。", "OCR 错成的問题"], False),
        ([], False),
    ],
)
def test_a_slip_makes_no_traditional_text(texts: list[str], said: bool) -> None:
    assert is_traditional(texts) == said


def test_what_is_endless_is_read_in_part_and_told() -> None:
    document = document_of_text("\n".join(["个人对照检查材料", *["一是学习不深。"] * (MOST_BLOCKS + 7)]))
    found = recognise(document, Knowledge(load_packs()))
    assert found.unread == 7
    assert "最后 7 段没有认" in doubt(found)
