"""Title, byline, parts and closing: where they stand, in whatever order, and what is none."""

import pytest

from tests.outline.build import (
    CAUSES,
    MEASURES,
    OPENING,
    PROBLEM_LEADS,
    PROBLEMS,
    TITLE,
    dimensions,
    leads,
    material,
    numbered,
    problems,
    recognised,
    sections,
)

LAST_YEAR = "2023年度民主生活会上我查摆出5个问题，已经整改4个，剩下的1个2025年3月底前改完。"
CASE = "会前县里通报了一起典型案例，当事人收受礼金。对照反思，我对分管领域的口子看得不紧。"
EXPLAIN = "个人有关事项已按规定报告，没有需要另外说明的情况。"
PARTS = {
    "last-year": ("上年度民主生活会整改措施落实情况", LAST_YEAR),
    "problems": ("存在的问题", problems("（一）带头X方面", "一是X")),
    "cases": ("典型案例剖析", CASE),
    "causes": ("原因分析", "\n".join(numbered("一是X。", n, w) for n, w in enumerate(CAUSES))),
    "measures": ("努力方向", "\n".join(numbered("一是X。", n, w) for n, w in enumerate(MEASURES))),
    "explanations": ("需要说明的事项", EXPLAIN),
}


def parts(*ids: str) -> str:
    lines = [TITLE, OPENING]
    for n, part in enumerate(ids):
        heading, body = PARTS[part]
        lines += [numbered("一、X", n, heading), body]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "order",
    [
        "problems causes measures",
        "last-year problems causes measures",
        "problems cases causes measures",
        "last-year problems cases causes measures explanations",
        "problems causes measures last-year",
        "cases problems causes measures",
        "causes problems measures",
        "problems measures causes",
        "measures causes problems",
        "explanations last-year problems causes measures",
        "problems causes",
        "problems measures",
        "causes measures",
        "problems",
    ],
)
def test_parts_in_any_order(order: str) -> None:
    ids = order.split()
    found = recognised(parts(*ids), pack="minzhu-2024")
    assert sections(found) == ["opening", *ids]
    assert [s.heading.written for s in found.sections[1:]] == [
        numbered("一、X", n, PARTS[i][0]) for n, i in enumerate(ids)
    ]
    assert dimensions(found) == (["d1", "d2", "d3", "d4"] if "problems" in ids else [])


@pytest.mark.parametrize(
    ("part", "headings"),
    [
        (
            "last-year",
            [
                "上年度整改情况",
                "上次民主生活会整改措施落实情况",
                "2023年度民主生活会整改落实情况",
                "整改任务完成情况",
                "去年问题整改情况",
            ],
        ),
        ("cases", ["典型案例剖析", "反面典型案例反思", "以案为鉴", "案例剖析"]),
        (
            "explanations",
            ["需要说明的事项", "个人有关事项报告", "需要向组织说明的问题", "谈话函询情况说明", "重大事项报告"],
        ),
    ],
)
def test_names_of_further_parts(part: str, headings: list[str]) -> None:
    for heading in headings:
        text = parts("problems", "causes", "measures", part).replace(PARTS[part][0], heading)
        assert sections(recognised(text)) == ["opening", "problems", "causes", "measures", part], heading


@pytest.mark.parametrize(
    ("heading", "ids"),
    [
        ("原因分析及整改措施", ["causes", "measures"]),
        ("原因剖析和努力方向", ["causes", "measures"]),
        ("产生问题的原因及下一步改进措施", ["causes", "measures"]),
        ("存在的问题及原因分析", ["problems", "causes"]),
        ("产生问题的原因", ["causes"]),
        ("存在问题的原因分析", ["causes"]),
        ("问题整改措施", ["measures"]),
        ("努力方向和整改措施", ["measures"]),
        ("存在的问题和不足", ["problems"]),
    ],
)
def test_one_heading_for_two_parts(heading: str, ids: list[str]) -> None:
    other = [i for i in ("problems", "causes", "measures") if i not in ids]
    text = "\n".join(
        [
            TITLE,
            OPENING,
            f"一、{heading}",
            problems("（一）带头X方面", "一是X")
            if "problems" in ids
            else "\n".join(MEASURES if ids == ["measures"] else CAUSES),
        ]
    )
    text += "".join(f"\n{numbered('一、X', n + 1, PARTS[i][0])}\n{PARTS[i][1]}" for n, i in enumerate(other))
    found = recognised(text)
    assert [s.id for s in found.sections if heading in s.heading.written] == ids
    assert sorted(sections(found)) == sorted(["opening", *ids, *other])


@pytest.mark.parametrize(
    "body",
    [
        "（一）政治方面\n原因：学习抓得松，理论武装没有跟上。\n措施：每月读一本书，6月底前写出体会。\n"
        "（二）担当方面\n原因：怕得罪人，遇事先想得失。\n措施：3月底前把方案提交会议。",
        "原因分析：学习抓得松，理论武装没有跟上。\n整改措施：每月读一本书，6月底前写出体会。\n"
        "原因分析：怕得罪人，遇事先想得失。\n整改措施：3月底前把方案提交会议。",
        "一是学习抓得松，理论武装没有跟上，总觉得业务更要紧。\n二是怕得罪人，遇事先想得失，没有担当的劲头。\n"
        "一是下一步每月读一本书，6月底前写出体会，进一步提高认识。\n二是今后将把方案按期提交会议，进一步增强担当。",
    ],
    ids=["labels in each aspect", "labels alone", "by what they say"],
)
def test_causes_and_measures_under_one_heading_are_told_apart(body: str) -> None:
    text = "\n".join(
        [TITLE, OPENING, "一、存在的问题", problems("（一）带头X方面", "一是X"), "二、原因分析及整改措施", body]
    )
    found = recognised(text)
    assert sections(found) == ["opening", "problems", "causes", "measures"]
    causes, measures = found.of("causes")[0], found.of("measures")[0]
    assert ["学习抓得松" in i.text or "怕得罪人" in i.text for i in causes.items] == [True, True]
    assert ["每月" in i.text or "方案" in i.text for i in measures.items] == [True, True]


def test_problems_causes_and_measures_for_each_dimension_anew() -> None:
    lines = [TITLE, OPENING]
    for n, (title, words) in enumerate(
        zip(["严守政治纪律和政治规矩", "增强党性、严守纪律、砥砺作风"], PROBLEMS, strict=False)
    ):
        lines += [
            numbered("一、带头X方面", n, title),
            "（一）存在的问题",
            *(numbered("一是X。", m, w) for m, w in enumerate(words)),
            "（二）原因分析",
            CAUSES[n] + "。",
            "（三）整改措施",
            MEASURES[n] + "。",
        ]
    found = recognised("\n".join(lines), pack="minzhu-2024")
    assert {"problems", "causes", "measures"} <= set(sections(found))
    assert len(found.of("causes")) == len(found.of("measures")) == 2


# what is no part


@pytest.mark.parametrize(
    "opening",
    [
        "会前认真查摆存在的突出问题，深刻剖析原因，提出整改措施和努力方向。",
        "围绕存在的问题、原因分析、努力方向三个部分，报告如下：",
        "现将存在的问题、原因分析和下一步整改措施报告如下。",
        "一是认真学习文件，查找存在的问题。二是广泛谈心谈话，剖析原因，提出努力方向。",
        "我坚持问题导向，既找差距和不足，也挖思想根源，更明确整改措施。",
    ],
)
def test_words_of_the_opening_are_no_headings(opening: str) -> None:
    found = recognised(
        material().replace(
            "会前我认真学习有关文件，同班子成员谈心谈话，查摆存在的突出问题，剖析原因，提出改进措施，现报告如下。",
            opening,
        )
    )
    assert sections(found) == ["opening", "problems", "causes", "measures"]
    assert leads(found, "problems") == PROBLEM_LEADS


def test_a_heading_of_something_else_is_a_part_of_its_own() -> None:
    text = parts("problems", "causes", "measures") + "\n四、领导点评\n态度端正，问题找得比较实在，下一步要盯住整改。"
    found = recognised(text)
    assert sections(found) == ["opening", "problems", "causes", "measures", "other"]
    assert leads(found, "measures") == [w.split("，")[0] for w in MEASURES]


def test_no_headings_at_all() -> None:
    text = "\n".join([TITLE, *("。".join(pair) + "。" for pair in PROBLEMS)])
    found = recognised(text)
    assert (sections(found), found.pack) == (["problems"], "generic")
    assert len(leads(found)) == len(PROBLEMS)


@pytest.mark.parametrize("text", ["", "\n\n", "。", "一、", "一、存在的问题", "对照检查材料", "1", "（一）"])
def test_next_to_nothing(text: str) -> None:
    found = recognised(text)
    assert found.pack == "generic"
    assert leads(found) == []


# title, byline, closing


@pytest.mark.parametrize(
    ("head", "title", "byline"),
    [
        ("2024年度民主生活会个人对照检查材料", "2024年度民主生活会个人对照检查材料", ""),
        ("2024年度民主生活会\n个人对照检查材料", "2024年度民主生活会个人对照检查材料", ""),
        ("栗坪镇党委书记\n2024年度民主生活会个人对照检查材料", "栗坪镇党委书记2024年度民主生活会个人对照检查材料", ""),
        ("2024年度民主生活会发言提纲\n栗坪镇党委书记　何松年", "2024年度民主生活会发言提纲", "栗坪镇党委书记　何松年"),
        ("2024年度民主生活会发言提纲\n（2025年1月10日）\n何松年", "2024年度民主生活会发言提纲", "何松年"),
        ("2024年度民主生活会发言提纲\n何松年\n（2025年1月10日）", "2024年度民主生活会发言提纲", "何松年"),
        ("来源：本站　浏览次数：35\n2024年度民主生活会发言提纲", "2024年度民主生活会发言提纲", ""),
        ("检视剖析材料", "检视剖析材料", ""),
        ("", "", ""),
    ],
)
def test_title_and_byline(head: str, title: str, byline: str) -> None:
    text = material().removeprefix(TITLE + "\n")
    found = recognised(f"{head}\n{text}" if head else text)
    assert (found.title, found.byline) == (title, byline)
    assert sections(found) == ["opening", "problems", "causes", "measures"]


@pytest.mark.parametrize(
    "closing",
    [
        "以上是我的对照检查，不当之处，请同志们批评指正。",
        "恳请各位同志批评帮助。",
        "以上对照检查，请批评指正。\n何松年\n2025年1月10日",
        "何松年\n2025年1月10日",
        "2025年1月10日",
        "中共栗坪镇委员会\n二〇二五年一月十日",
    ],
)
def test_the_closing_is_no_measure(closing: str) -> None:
    found = recognised(material() + "\n" + closing)
    assert sections(found) == ["opening", "problems", "causes", "measures", "closing"]
    assert len(leads(found, "measures")) == 2


@pytest.mark.parametrize(
    "noise",
    [
        "上一篇：镇长对照检查材料",
        "[更多范文](http://example.com)",
        "更多范文请关注公众号",
        "责任编辑：小王",
        "http://example.com/1.html",
        "* * *",
    ],
)
def test_what_a_web_page_leaves_is_no_item(noise: str) -> None:
    found = recognised(material() + "\n" + noise)
    assert leads(found, "measures") == [w.split("，")[0] for w in MEASURES]
