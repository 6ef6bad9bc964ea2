"""Lines of plain text → paragraphs: hard wraps, page numbers and running headers of PDF copies undone."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.readers.lines import plain_lines, to_paragraphs

PARAGRAPHS = (
    "按照县委的安排，会前我学习了有关文件，同班子成员和站所负责人谈心谈话19人次，听到意见建议14条，现在报告自己的问题。",
    "一、存在的主要问题",
    "（一）带头增强党性、严守纪律、砥砺作风方面",
    "一是把政治学习当成了“听会”。镇里组织宣讲6场，我主讲的2场都是照着提纲念，讲完就走，没有同村干部讨论过一次，心里想着政策条文上级早晚会有细则。",
    "二是读原著不下功夫。办公室配的书只读了前两篇，书签一直夹在那里，总觉得乡镇干部是干活的，理论由县里领导讲，自己听明白就行。",
    "三是下村多、进户少。联系的高家湾村去了26趟，多数时候在村委会听完汇报就返程，怕群众拉住提要求答复不了，想着少进一户少一分麻烦。",
    "二、原因分析",
    "一是理论武装欠火候。把学习当软任务，遇到具体事情就想不起来从政治上掂量，时间一长，看问题的高度就落在了别人后面。",
    "二是宗旨观念有退步。当了镇长以后坐车多了、走路少了，离群众的灶台远了，办实事先算上级看不看得见，把为民和为“看”弄混了。",
)


def wrapped(paragraphs: Sequence[str], width: int = 30, indent: str = "　　", between: str = "") -> list[str]:
    """The lines of a text that some program broke at ``width`` characters."""
    lines = []
    for paragraph in paragraphs:
        rest = indent + paragraph
        while rest:
            lines.append(rest[:width])
            rest = rest[width:]
        lines += [between] if between is not None and between != "" else []
    return lines


def paged(lines: Sequence[str], number: str, header: str = "", size: int = 10) -> list[str]:
    """``lines`` as pages, ``header`` above and ``number`` below each."""
    out = []
    for page, at in enumerate(range(0, len(lines), size), 1):
        out += [header] * bool(header) + list(lines[at : at + size]) + [number.format(page), ""]
    return out


def texts(lines: Sequence[str]) -> list[str]:
    return [p.text for p in to_paragraphs(plain_lines("\n".join(lines)))[0]]


def test_lines_that_nothing_broke_are_paragraphs() -> None:
    paragraphs, remarks = to_paragraphs(plain_lines("\n".join(PARAGRAPHS)))
    assert [p.text for p in paragraphs] == list(PARAGRAPHS)
    assert remarks == ()


@pytest.mark.parametrize("width", [18, 25, 30, 38, 45])
def test_indented_wrapped_text_is_put_together_again(width: int) -> None:
    assert texts(wrapped(PARAGRAPHS, width)) == list(PARAGRAPHS)


@pytest.mark.parametrize("width", [25, 30, 38])
def test_wrapped_text_with_blank_lines_between_is_put_together_again(width: int) -> None:
    lines = [line for p in PARAGRAPHS for line in (*wrapped([p], width, ""), "")]
    assert texts(lines) == list(PARAGRAPHS)


@pytest.mark.parametrize("width", [25, 31, 37])
def test_wrapped_text_without_any_sign_is_put_together_by_its_short_lines(width: int) -> None:
    assert texts(wrapped(PARAGRAPHS, width, "")) == list(PARAGRAPHS)


def test_the_reader_says_that_it_undid_wraps() -> None:
    remarks = to_paragraphs(plain_lines("\n".join(wrapped(PARAGRAPHS))))[1]
    assert any("30 字" in remark and "硬换行" in remark for remark in remarks)


@pytest.mark.parametrize(
    "number",
    ["{}", "- {} -", "—{}—", "－ {} －", "第{}页", "第 {} 页 共 9 页", "{}/9", "{} / 9", "Page {} of 9", "·{}·"],
)
def test_page_numbers_and_headers_are_left_out(number: str) -> None:
    header = "县水利局对照检查材料汇编"
    lines = paged(wrapped(PARAGRAPHS), number, header)
    paragraphs, remarks = to_paragraphs(plain_lines("\n".join(lines)))
    assert [p.text for p in paragraphs] == [header, *PARAGRAPHS], "the first line of all may be the title and stays"
    assert any("页码" in remark for remark in remarks)


def test_a_page_break_inside_a_sentence_leaves_no_gap() -> None:
    lines = paged(wrapped(PARAGRAPHS, 25), "{}", size=7)
    assert texts(lines) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "lines",
    [
        ["一、存在的问题", "12", "二、原因分析"],
        ["各村完成情况：", "高家湾村", "高家湾村", "石岭村"],
        ["第3页", "这一行不是页码以外的别的东西"],
    ],
)
def test_a_number_or_a_line_that_only_looks_like_furniture_stays(lines: list[str]) -> None:
    assert texts(lines) == lines


def test_a_header_that_stands_once_is_text() -> None:
    lines = paged(wrapped(PARAGRAPHS), "- {} -")
    lines[0:0] = ["中共栗坪镇委员会"]
    assert texts(lines)[0] == "中共栗坪镇委员会"


def test_latin_words_keep_the_space_that_a_line_end_was() -> None:
    paragraph = "开展 “clean plate” 活动以后，食堂每天少倒剩饭，" * 8 + "大家说 good work and thank you all 才是真话。"
    lines = wrapped(PARAGRAPHS, 30)
    words = ["　　" + paragraph[:28]] + [paragraph[i : i + 30] for i in range(28, len(paragraph), 30)]
    whole = texts(lines + words)[-1]
    assert whole.replace(" ", "") == paragraph.replace(" ", "")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\f"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert [line.text for line in plain_lines(f"一{end}{end}二{end}")] == ["一", "", "二", ""]


def test_white_space_at_both_ends_goes_and_its_width_is_remembered() -> None:
    (line,) = plain_lines("　　一是学习不够。 \t")
    assert (line.text, line.runs, line.indented, line.width) == ("一是学习不够。", ((0, 3),), True, 14)


@given(
    st.lists(st.text("甲乙丙丁戊己庚辛，。；", min_size=1, max_size=120), min_size=8, max_size=14),
    st.integers(20, 45),
)
def test_indented_paragraphs_survive_any_wrap(paragraphs: list[str], width: int) -> None:
    assert "".join(texts(wrapped(paragraphs, width))) == "".join(paragraphs)


@given(st.text(st.sampled_from("甲乙，。一二、（）12.-— \n\t　\fPage第页共/"), max_size=400))
def test_any_text_is_read_in_order_and_nothing_is_invented(text: str) -> None:
    paragraphs, _ = to_paragraphs(plain_lines(text))
    letters = iter(c for c in text if not c.isspace())
    assert all(c in letters for p in paragraphs for c in p.text if not c.isspace())
