"""Ways of writing that reports of real meetings show to be lawful: none of them is a finding."""

import pytest

from tests.packs.build import checked, codes, submission

SIX_2022 = [
    "带头深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”",
    "带头坚持不懈用习近平新时代中国特色社会主义思想凝心铸魂",
    "带头坚持和加强党的全面领导",
    "带头坚持以人民为中心的发展思想",
    "带头发扬斗争精神，防范化解风险挑战",
    "带头履行全面从严治党政治责任",
]
MEMBERS = ["政治信仰", "党员意识", "理论学习", "能力本领", "作用发挥", "纪律作风"]


@pytest.mark.parametrize(
    ("place", "heading"),
    [
        (3, "带头坚持以师生为中心的发展思想"),
        (3, "带头坚持以师生为中心的发展思想，推动改革发展稳定"),
        (1, "带头用习近平新时代中国特色社会主义思想凝心铸魂"),
        (5, "带头落实全面从严治党政治责任"),
    ],
)
def test_a_unit_rewrote_a_heading_of_2022_in_its_own_notice(place: int, heading: str) -> None:
    headings = [*SIX_2022[:place], heading, *SIX_2022[place + 1 :]]
    report = checked(submission("2022年度民主生活会个人对照检查材料", headings))
    assert report.pack == "minzhu-2022"
    assert codes(report, "D") == []


def test_another_word_in_its_place_is_still_a_misquotation() -> None:
    headings = [*SIX_2022[:3], "带头坚持以项目为中心的发展思想", *SIX_2022[4:]]
    assert "D204" in codes(checked(submission("2022年度民主生活会个人对照检查材料", headings)))


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        ("minzhu-2022", "党史学习教育专题民主生活会查摆的4个问题，已经整改到位3个，余下1个6月办结。"),
        ("minzhu-2024", "主题教育专题民主生活会认领的5个问题完成整改4个，余下1个转入今年。"),
        ("minzhu-2020", "“不忘初心、牢记使命”专题民主生活会查出的6个问题已整改5个，余下1个3月底前办结。"),
    ],
)
def test_last_years_meeting_may_go_by_the_name_of_its_campaign(pack: str, said: str) -> None:
    from checker.packs import load_packs

    found = load_packs()[pack]
    headings = [rule.title for rule in found.dimensions("individual")]
    text = submission(f"{found.title}个人对照检查材料", headings)
    start, end = text.index("一、上年度"), text.index("二、存在")
    silent = text[:start] + text[end:]
    assert "S120" in codes(checked(silent))
    opened = silent.replace("现将检查情况", f"{said}现将检查情况")
    assert "S120" not in codes(checked(opened))


@pytest.mark.parametrize(
    ("title", "headings", "pack"),
    [
        (
            "2025年度组织生活会个人对照检查材料",
            ["学习贯彻党的创新理论", "加强党性锤炼", "联系服务群众", "发挥先锋模范作用", "改作风树新风"],
            "zuzhi-2025-2",
        ),
        (
            "2025年度组织生活会支委会对照检查材料",
            [
                *("加强理论武装", "执行上级组织决定", "严格组织生活"),
                *("加强党员管理监督", "做好群众工作", "抓好自身建设"),
            ],
            "zuzhi-2025-2",
        ),
        ("2024年度组织生活会个人对照检查材料", MEMBERS, "zuzhi-2024-2"),
        ("2022年度组织生活会个人对照检查材料", MEMBERS, "zuzhi-2022"),
        (
            "2018年度民主生活会个人对照检查材料",
            ["思想政治", "精神状态", "工作担当", "生活作风"],
            "minzhu-2018-2",
        ),
        ("2018年度民主生活会个人对照检查材料", ["思想政治", "精神状态", "工作作风"], "minzhu-2018"),
        (
            "2019年“不忘初心、牢记使命”专题民主生活会个人检视剖析材料",
            [
                "在增强“四个意识”、坚定“四个自信”、做到“两个维护”",
                "在知敬畏、存戒惧、守底线",
                "在群众观点、群众立场、群众感情、服务群众",
                "在思想觉悟、能力素质、道德修养、作风形象",
            ],
            "minzhu-2019",
        ),
    ],
)
def test_a_documented_list_is_known_by_its_year(title: str, headings: list[str], pack: str) -> None:
    kind = "group" if "支委会" in title else "individual"
    meeting = "zuzhi" if "组织" in title else "minzhu"
    report = checked(submission(title, headings, meeting=meeting, kind=kind))
    assert report.pack == pack
    assert codes(report, "D") == []
    assert not {"S102", "W504"} & set(codes(report))


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("2025年度组织生活会个人对照检查材料", ["理论学习", "作风建设", "担当作为"]),
        ("2017年度民主生活会个人对照检查材料", ["学习教育", "执行决策", "敢于担当", "纠正四风"]),
        ("2016年度民主生活会个人对照检查材料", ["理想信念", "政治纪律和政治规矩", "作风", "担当作为", "组织生活"]),
        ("巡察整改专题民主生活会个人对照检查材料", ["党的领导", "党的建设", "全面从严治党"]),
        ("民主党派2025年度民主生活会个人对照检查材料", ["理论武装", "担当尽责", "作风建设", "廉洁建设"]),
    ],
)
def test_a_list_that_no_pack_has_is_nobodys_whatever_the_title_says(title: str, headings: list[str]) -> None:
    report = checked(submission(title, headings, meeting="zuzhi" if "组织" in title else "minzhu"))
    assert report.pack == "generic"
    assert not [c for c in codes(report) if c in ("D201", "S102")]


def test_2024_asks_for_a_case() -> None:
    headings = [
        "带头严守政治纪律和政治规矩，维护党的团结统一",
        "带头增强党性、严守纪律、砥砺作风",
        "带头在遵规守纪、清正廉洁前提下勇于担责、敢于创新",
        "带头履行全面从严治党政治责任",
    ]
    title = "2024年度民主生活会个人对照检查材料"
    assert "S121" in codes(checked(submission(title, headings, cases=False)))
    assert "S121" not in codes(checked(submission(title, headings)))
