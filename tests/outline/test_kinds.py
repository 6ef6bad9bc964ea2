"""Kinds of layout that were read wrongly once, each with texts of our own: labels, glued headings, joint headings, one paragraph for all."""

import pytest

from tests.outline.build import dimensions, leads, recognised, sections

P = (
    "上半年的台账我只翻过一遍，觉得有人替我看着，漏了两笔。",
    "去年的回访我打了几个电话就算办过了，怕跑远路，三户人家等了一个月。",
    "班前会我请了四次假，总认为自己懂，换岗的要求没有听全。",
)
C = "理想信念这根弦松了，把学习当成软任务，对自己的要求一年比一年低。"
M = "今后每月读一本原著，六月底前把三户回访完，结果报支部。"
TITLE = "个人对照检查材料"
ASPECTS = ("（一）学习方面", "（二）服务方面", "（三）纪律方面")


def lines(*rows: str) -> str:
    return "\n".join((TITLE, *rows))


def parts(text: str) -> list[str]:
    return [s for s in sections(recognised(text)) if s not in ("opening", "closing")]


@pytest.mark.parametrize("form", ["【{}】", "[{}]", "{}："])
@pytest.mark.parametrize("names", [("存在问题", "原因分析", "整改措施"), ("问题表现", "产生原因", "改进措施")])
def test_labels_head_parts_in_whatever_brackets(form: str, names: tuple[str, str, str]) -> None:
    problem, cause, measure = (form.format(name) for name in names)
    rows = [row for a, p in zip(ASPECTS, P, strict=True) for row in (a, problem + p, cause + C, measure + M)]
    found = recognised(lines(*rows))
    assert [s for s in sections(found) if s not in ("opening", "closing")] == ["problems", "causes", "measures"] * 3
    assert len(dimensions(found)) == 3


@pytest.mark.parametrize(
    "heading",
    ["二、原因分析及整改措施", "二、产生问题的原因和下一步措施", "二、问题产生的根源、今后努力方向"],
)
def test_one_heading_for_causes_and_measures(heading: str) -> None:
    rows = (f"{'一二三'[n]}是{p}" for n, p in enumerate(P))
    text = lines("一、存在的问题", *rows, heading, "原因：" + C, "措施：" + M)
    assert parts(text) == ["problems", "causes", "measures"]


@pytest.mark.parametrize(
    "heading",
    ["二、查摆的问题、原因分析及整改措施", "二、存在问题、产生原因和整改措施", "二、主要问题、原因剖析及改进措施"],
)
def test_one_heading_for_all_three(heading: str) -> None:
    rows = [row for a, p in zip(ASPECTS, P, strict=True) for row in (a, p, "原因：" + C, "整改措施：" + M)]
    found = recognised(lines("一、会前准备情况", "会前，支部组织了学习，征求了意见。", heading, *rows))
    headed = [s.id for s in found.sections if s.heading.written == heading]
    assert headed == ["problems", "causes", "measures"]


@pytest.mark.parametrize(
    "text",
    [
        f"一、存在的问题（一）学习方面：{P[0]}（二）服务方面：{P[1]}二、产生问题的原因一是{C}三、整改措施一是{M}",
        f"一、主要问题一是{P[0]}二是{P[1]}二、原因分析首先，{C}三、努力方向一是{M}",
        f"一、存在问题1.{P[0]}2.{P[1]}二、原因剖析一是{C}三、今后打算一是{M}",
    ],
)
def test_headings_that_run_into_the_first_number(text: str) -> None:
    found = recognised(lines(*text.replace("二、", "\n二、").replace("三、", "\n三、").split("\n")))
    assert [s for s in sections(found) if s not in ("opening", "closing")] == ["problems", "causes", "measures"]
    assert [len(s.heading.written) <= 9 for s in found.sections if s.id in ("problems", "causes", "measures")] == [
        True
    ] * 3


@pytest.mark.parametrize("turn", ["原因是", "究其原因，是", "产生问题的根源是"])
def test_a_cause_told_in_mid_paragraph_is_a_cause(turn: str) -> None:
    rows = [row for a, p in zip(ASPECTS, P, strict=True) for row in (a, f"{p}{turn}{C}整改措施：{M}")]
    found = recognised(lines(*rows))
    assert {"problems", "causes", "measures"} <= set(sections(found))
    assert not any("软任务" in i.text for s in found.of("problems") for _, i in s.all_items())


def test_numbers_that_begin_anew_in_a_paragraph_begin_another_part() -> None:
    text = (
        f"按照通知要求，我作了自查，存在以下问题：一是{P[0]}二是{P[1]}三是{P[2]}"
        "针对以上问题，今后，一要加强学习，坚持每月读一本原著，写出心得体会，不断提高自己的政治素质和业务水平。"
        "二要多走动，六月底前把三户回访完，定期听取群众的意见，帮助他们解决实际困难。"
        "三要守纪律，按时参加班前会，严格执行请销假制度，时刻用党员的标准要求自己。"
    )
    found = recognised(lines(text))
    assert len(leads(found, "problems")) == 3
    assert any("回访完" in i.text for s in found.of("measures") for _, i in s.all_items())


def test_a_single_aspect_at_the_start_is_the_parts_heading() -> None:
    found = recognised(lines("照镜子照出来的毛病", *P, "病根在哪里", C, "往后怎么干", M))
    assert dimensions(found) == []
    assert found.of("problems")[0].heading.written == "照镜子照出来的毛病"


@pytest.mark.parametrize("heading", ["二、边查边改情况", "二、立行立改情况"])
def test_what_was_mended_at_once_is_last_years_part(heading: str) -> None:
    rows = (f"{'一二三'[n]}是{p}" for n, p in enumerate(P))
    text = lines(
        heading, "会前群众反映的两个问题已经解决。", "三、存在的问题", *rows, "四、原因分析", C, "五、整改措施", M
    )
    assert parts(text) == ["last-year", "problems", "causes", "measures"]


@pytest.mark.parametrize("signature", ["汇报人：何松年", "对照检查人：何松年", "本人签字：何松年"])
def test_a_signature_is_no_heading(signature: str) -> None:
    rows = (f"{'一二三'[n]}是{p}" for n, p in enumerate(P))
    found = recognised(lines("一、存在的问题", *rows, "二、原因分析", C, "三、整改措施", M, signature))
    assert not any(s.heading.written for s in found.of("closing"))


def test_traditional_characters_are_read_like_simplified_ones() -> None:
    rows = ("一、存在的問題", "一是學習不夠。十月的集中學習我請了假，總覺得業務要緊。", "二、產生問題的原因")
    rest = ("思想上放鬆了要求，對學習的重要性認識不足。", "三、整改措施", "每月讀一本書，六月底前寫出體會。")
    found = recognised("\n".join(("個人對照檢查材料", *rows, *rest)))
    assert [s for s in sections(found) if s != "opening"] == ["problems", "causes", "measures"]
    assert found.sections[-1].heading.written == "三、整改措施"
    assert leads(found)[0] == "學習不夠"
