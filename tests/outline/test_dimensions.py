"""Which dimension a heading answers: shortened, slightly wrong, out of order, twice, or of the office's own."""

import pytest

from checker.headings import bare_words
from checker.outline.campaign import assign, fit
from tests.outline.build import (
    DIMENSIONS,
    OPENING,
    PROBLEMS,
    TITLE,
    dimensions,
    numbered,
    packs,
    recognised,
)

TAIL = (
    "二、原因分析\n一是学习抓得松，理论武装没有跟上形势的要求。\n三、努力方向\n一是每月读一本书，6月底前写出两篇体会。"
)


def answered(*headings: str, pack: str | None = "minzhu-2024", form: str = "（一）X方面") -> list[str]:
    """The ids of a problems section with these headings."""
    lines = [TITLE, OPENING, "一、存在的问题"]
    for n, heading in enumerate(headings):
        first, second = PROBLEMS[n % 4]
        lines += [numbered(form, n, heading), f"一是{first}。", f"二是{second}。"]
    return dimensions(recognised("\n".join([*lines, TAIL]), pack=pack))


@pytest.mark.parametrize(
    "headings",
    [
        DIMENSIONS,
        ("严守政治纪律和政治规矩", "增强党性、严守纪律、砥砺作风", "勇于担责、敢于创新", "履行全面从严治党政治责任"),
        ("严守政治纪律", "增强党性", "敢于创新", "全面从严治党"),
        (
            "遵守政治纪律和政治规矩",
            "增强党性、遵守纪律、砥砺作风",
            "遵守纪律、清正廉洁前提下勇于担责",
            "落实全面从严治党政治责任",
        ),
        ("严守政治规矩，维护团结统一", "严守纪律、砥砺作风", "在遵规守纪前提下敢于担责、敢于创新", "履行从严治党责任"),
        (
            "带头严守政治纪律和政治规矩，维护党的团结统一",
            "带头增强党性",
            "带头在遵规守纪、清正廉洁前提下勇于担责",
            "带头履行全面从严治党责任",
        ),
        (
            "对照严守政治纪律和政治规矩",
            "对照增强党性、严守纪律、砥砺作风",
            "对照勇于担责、敢于创新",
            "对照履行全面从严治党政治责任",
        ),
        (
            "严守政治纪律和政治规矩、维护党的团结统一",
            "增强党性，严守纪律，砥砺作风",
            "在遵规守纪、清正廉洁的前提下，勇于担责、敢于创新",
            "履行全面从严治党的政治责任",
        ),
    ],
)
def test_shortened_and_slightly_wrong_titles(headings: tuple[str, ...]) -> None:
    assert answered(*headings) == ["d1", "d2", "d3", "d4"]
    assert answered(*headings, pack=None) == ["d1", "d2", "d3", "d4"]


@pytest.mark.parametrize("order", [(1, 0, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_any_order(order: tuple[int, ...]) -> None:
    assert answered(*(DIMENSIONS[i] for i in order)) == [f"d{i + 1}" for i in order]


@pytest.mark.parametrize("left_out", range(4))
def test_a_missing_one_moves_none_of_the_others(left_out: int) -> None:
    kept = [n for n in range(4) if n != left_out]
    assert answered(*(DIMENSIONS[n] for n in kept)) == [f"d{n + 1}" for n in kept]


@pytest.mark.parametrize("extra", ["推进巡察整改", "落实过紧日子要求", "意识形态工作", "后勤领域专项整治", "安全生产"])
@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_local_dimension_is_one_of_its_own(extra: str, at: int) -> None:
    headings, ids = [*DIMENSIONS], ["d1", "d2", "d3", "d4"]
    headings.insert(at, extra)
    ids.insert(at, "x1")
    assert answered(*headings) == ids


def test_two_local_dimensions_are_counted() -> None:
    assert answered(*DIMENSIONS, "推进巡察整改", "落实过紧日子要求") == ["d1", "d2", "d3", "d4", "x1", "x2"]


def test_a_dimension_answered_twice_keeps_its_id() -> None:
    assert answered(*DIMENSIONS, "履行全面从严治党政治责任") == ["d1", "d2", "d3", "d4", "d4"]


@pytest.mark.parametrize(
    ("pack", "headings", "ids"),
    [
        (
            "minzhu-2022",
            ("深刻领悟“两个确立”的决定性意义", "凝心铸魂", "党的全面领导", "以人民为中心", "发扬斗争精神", "从严治党"),
            "d1 d2 d3 d4 d5 d6",
        ),
        (
            "minzhu-2021",
            ("深刻感悟“两个确立”", "心怀“国之大者”", "以人民为中心的发展思想", "应对风险挑战", "汲取正反两方面经验"),
            "d1 d2 d3 d4 d5",
        ),
        (
            "minzhu-2023",
            (
                "学习贯彻党的创新理论",
                "维护党中央权威和集中统一领导",
                "能力本领",
                "求真务实、狠抓落实",
                "践行宗旨、服务人民",
                "以身作则、廉洁自律",
            ),
            "d1 d2 d3 d4 d5 d6",
        ),
        ("minzhu-2025", ("政治忠诚", "党性修养", "敬畏之心", "担当作为", "管党治党"), "d1 d2 d3 d4 d5"),
        ("zuzhi-2022", ("政治信仰", "党员意识", "理论学习", "能力本领", "发挥作用", "纪律作风"), "d1 d2 d3 d4 d5 d6"),
    ],
)
def test_other_campaigns(pack: str, headings: tuple[str, ...], ids: str) -> None:
    assert " ".join(answered(*headings, pack=pack)) == ids


@pytest.mark.parametrize(
    ("heading", "bare"),
    [
        ("在带头增强党性、严守纪律、砥砺作风方面", "增强党性严守纪律砥砺作风"),
        ("带头增强党性方面存在的主要问题", "增强党性"),
        ("对照“四个意识”", "四个意识"),
        ("政治信仰方面。", "政治信仰"),
        ("带头", "带头"),
    ],
)
def test_a_headings_bare_words(heading: str, bare: str) -> None:
    assert bare_words(heading) == bare


def test_a_fit_is_between_nothing_and_all() -> None:
    rules = packs()["minzhu-2024"].dimensions("individual")
    fits = [[fit(heading, rule) for rule in rules] for heading in DIMENSIONS]
    assert all(0 <= value <= 1 for row in fits for value in row)
    assert [row.index(max(row)) for row in fits] == [0, 1, 2, 3]
    assert fit("安全生产", rules[0]) < 0.3
    assert fit("", rules[0]) == fit("甲", rules[0]) == 0


def test_the_whole_set_is_assigned_not_one_by_one() -> None:
    """两个维护 alone would take d1 of 2022; beside the heading that says 两个确立 it is none."""
    rules = packs()["minzhu-2022"].dimensions("individual")
    (alone,) = assign(["做到“两个维护”"], rules)
    both = assign(["做到“两个维护”", "深刻感悟“两个确立”的决定性意义"], rules)
    assert alone[0] == 0
    assert [index for index, _ in both] == [None, 0]
