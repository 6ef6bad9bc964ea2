"""One person's material or a leading body's."""

import pytest

from checker.outline.kind import kind_of

ME = "我没有把自己摆进去，我总觉得差不多就行。" * 6
US = "班子没有形成合力，党委研究不够，班子成员各管一摊。" * 6
NOBODY = "学习不够深入，联系实际不够紧密，工作标准不高。" * 6


@pytest.mark.parametrize(
    ("title", "byline", "body", "kind"),
    [
        ("2024年度民主生活会个人对照检查材料", "", US, "individual"),
        ("青禾县水利局领导班子2025年度民主生活会对照检查材料", "", NOBODY, "group"),
        ("栗坪镇党委班子对照检查材料", "", US, "group"),
        ("实验小学党支部支委会2023年组织生活会对照检查材料", "", US, "group"),
        ("2024年度民主生活会对照检查材料", "方秋实", ME, "individual"),
        ("2024年度民主生活会对照检查材料", "", ME, "individual"),
        ("2024年度民主生活会对照检查材料", "", US, "group"),
        ("2024年度民主生活会对照检查材料", "栗坪镇党委书记　何松年", NOBODY, "individual"),
        ("2024年度民主生活会对照检查材料", "青禾县水利局局长", NOBODY, "individual"),
        ("青禾县水利局党组2024年度民主生活会对照检查材料", "", NOBODY, "group"),
        ("2024年度民主生活会发言提纲", "", ME + US, "individual"),
        ("县人大常委会党组2024年度民主生活会对照检查材料", "", US, "group"),
        ("", "", ME, "individual"),
        ("", "", US, "group"),
    ],
)
def test_kind(title: str, byline: str, body: str, kind: str) -> None:
    assert kind_of(title, byline, body) == kind


def test_our_county_and_our_people_are_not_the_author() -> None:
    body = (
        "我县工作不够实，我局研究不多，我镇进度偏慢，我们党历来重视，我们班子没有抓好，班子认识不够，党组研究不够。" * 5
    )
    assert kind_of("对照检查材料", "", body) == "group"
