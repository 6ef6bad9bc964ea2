"""Which campaign a material answers: by the whole set of dimensions, the title and the opening; generic where none fits."""

import pytest

from checker.outline.campaign import RECOGNISED, campaign_fit, meeting_of
from checker.packs import Pack
from tests.outline.build import PROBLEMS, material, numbered, packs, recognised

NAMED = [pack for pack in packs().values() if pack.id != "generic"]
TAIL = (
    "二、原因分析\n一是学习抓得松，理论武装没有跟上形势的要求。\n三、努力方向\n一是每月读一本书，6月底前写出两篇体会。"
)


def written_for(pack: Pack, kind: str, title: str) -> str:
    lines = [title, "会前认真学习，广泛征求意见，现报告如下。", "一、存在的问题"]
    for n, rule in enumerate(pack.dimensions(kind)):
        first, second = PROBLEMS[n % 4]
        lines += [numbered("（一）X方面", n, rule.title), f"一是{first}。", f"二是{second}。"]
    return "\n".join([*lines, TAIL])


@pytest.mark.parametrize("kind", ["individual", "group"])
@pytest.mark.parametrize("pack", NAMED, ids=lambda p: p.id)
def test_each_campaign_by_its_dimensions_and_title(pack: Pack, kind: str) -> None:
    name = "个人" if kind == "individual" else "领导班子"
    found = recognised(written_for(pack, kind, f"{pack.title}{name}对照检查材料"))
    assert (found.pack, found.kind) == (pack.id, kind)


@pytest.mark.parametrize("pack", [p for p in NAMED if p.meeting == "minzhu"], ids=lambda p: p.id)
def test_each_campaign_by_its_dimensions_alone(pack: Pack) -> None:
    assert recognised(written_for(pack, "individual", "个人对照检查材料")).pack == pack.id


def test_half_the_dimensions_are_enough_with_the_title() -> None:
    pack = packs()["minzhu-2025"]
    text = written_for(pack, "individual", "2025年度民主生活会个人发言提纲")
    cut = text.index("（四）")
    assert recognised(text[:cut] + TAIL).pack == "minzhu-2025"


@pytest.mark.parametrize(
    "title",
    ["2024年度民主生活会对照检查材料", "2025年度工作总结", "述职述廉报告", ""],
)
def test_foreign_dimensions_are_generic_whatever_the_title_says(title: str) -> None:
    headings = ("经济发展", "招商引资", "城市建设", "财政收支")
    lines = [title, "会前认真学习，现报告如下。", "一、存在的问题"]
    for n, heading in enumerate(headings):
        lines += [numbered("（一）X方面", n, heading), *(f"{PROBLEMS[n][0]}。" for _ in range(2))]
    found = recognised("\n".join([*lines, TAIL]))
    assert found.pack == "generic"
    assert found.scores[0][1] < RECOGNISED


def test_the_user_may_say_which() -> None:
    found = recognised(material(), pack="minzhu-2022")
    assert found.pack == "minzhu-2022"


def test_scores_are_told_best_first() -> None:
    scores = recognised(material()).scores
    assert scores[0][0] == "minzhu-2024"
    assert [s for _, s in scores] == sorted((s for _, s in scores), reverse=True)
    assert all(0 <= s <= 1 for _, s in scores)


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("2022年度民主生活会对照检查材料", "minzhu"),
        ("2022年度组织生活会个人检查", "zuzhi"),
        ("民主生活会和组织生活会", ""),
        ("对照检查材料", ""),
    ],
)
def test_the_meeting(text: str, meeting: str) -> None:
    assert meeting_of(text) == meeting


def test_year_and_meeting_speak_for_a_campaign_and_another_meeting_against_it() -> None:
    pack = packs()["minzhu-2022"]
    headings = [rule.title for rule in pack.dimensions("individual")][:4]

    def fit(title: str, opening: str = "") -> float:
        return campaign_fit(pack, headings, "individual", title, opening)

    plain = fit("对照检查材料")
    assert fit("2022年度对照检查材料") > plain
    assert fit("民主生活会对照检查材料") > plain
    assert fit("对照检查材料", "紧扣六个带头") > plain
    assert fit("2021年度对照检查材料") < plain
    assert fit("组织生活会对照检查材料") < plain


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("2016年度民主生活会个人对照检查材料", ("严守政治纪律", "增强党性", "勇于担责")),
        ("个人检视剖析材料", ("学习", "作风", "担当")),
        ("个人对照检查材料", ("学习", "工作", "纪律", "廉洁")),
    ],
)
def test_another_year_or_two_characters_make_no_campaign(title: str, headings: tuple[str, ...]) -> None:
    lines = [title, "会前认真学习，现报告如下。", "一、存在的问题"]
    for n, heading in enumerate(headings):
        lines += [numbered("（一）X方面", n, heading), *(f"{w}。" for w in PROBLEMS[n])]
    found = recognised("\n".join([*lines, TAIL]))
    assert found.pack == "generic"
    assert [d.id for s in found.of("problems") for d in s.dimensions] == [f"x{n + 1}" for n in range(len(headings))]


@pytest.mark.parametrize("form", ["（一）X：说得多、做得少", "（一）在X这面镜子前"])
def test_rhetoric_about_the_names_hides_no_campaign(form: str) -> None:
    """Without a year in sight: each heading answers an aspect and each aspect is answered, which speaks for itself."""
    pack = packs()["minzhu-2013"]
    lines = ["个人对照检查材料", "会前认真学习，现报告如下。", "一、存在的问题"]
    for n, rule in enumerate(pack.dimensions("individual")):
        lines += [numbered(form, n, rule.title), *(f"{w}。" for w in PROBLEMS[n])]
    assert recognised("\n".join([*lines, TAIL])).pack == "minzhu-2013"
