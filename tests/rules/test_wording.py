"""From words to findings: counting, places, scope, meetings, repetition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.document import Span
from tests.rules.build import found, pairs, submission


def test_one_finding_a_word_with_its_count_and_places() -> None:
    (finding,) = found("学习dangshi，再学Dangshi", "又学dangshi")
    assert (finding.code, finding.excerpt, finding.count) == ("W502", "dangshi", 3)
    assert finding.places == (Span(1, 2, 9), Span(1, 12, 19), Span(2, 2, 9))
    assert "党史" in finding.suggestion


def test_quotes_are_one_finding_a_document() -> None:
    (finding,) = found('学习"一岗双责"', '落实"一岗双责"')
    assert (finding.code, finding.count, len(finding.places)) == ("W507", 1, 4)
    assert "4处" in finding.message


def test_the_right_wording_is_the_suggestion_with_curly_quotes() -> None:
    (finding,) = found("领悟“两个确立”的重大意义")
    assert finding.excerpt == "“两个确立”的重大意义"
    assert finding.suggestion == "改为：“两个确立”的决定性意义"


def test_of_overlapping_matches_one_is_reported() -> None:
    assert pairs("读了《习近平新时代中国特色社会思想学习纲要》") == [
        ("W503", "《习近平新时代中国特色社会思想学习纲要》")
    ]


def test_letters_are_restored_before_matching() -> None:
    assert ("W503", "党风廉正建设") in pairs("抓dangwei的党风廉正建设")
    assert pairs("坚持以人民zhongxin") == []


@given(gap=st.sampled_from([" ", "\u3000", "\u200b"]), place=st.integers(1, 13))
def test_places_point_at_the_text_as_written(gap: str, place: int) -> None:
    wrong = "习近平新世代中国特色社会主义思想"
    written = wrong[:place] + gap + wrong[place:]
    text = f"学习{written}，"
    (finding,) = found(text)
    assert finding.excerpt == written
    assert submission(text).written(finding.places[0]) == written


PARTS = ("2022年度民主生活会个人对照检查材料", "一、存在的问题", "{}", "二、原因分析", "{}", "三、努力方向", "多下村。")


def in_problems(text: str, title: str = PARTS[0]) -> list[tuple[str, str]]:
    return pairs(title, *(part.format(text) for part in PARTS[1:4]), "思想上放松了。", *PARTS[5:])


def test_a_vague_subject_counts_in_the_problems_only() -> None:
    assert in_problems("工作推进上，部分干部等靠要思想重。") == [("P405", "部分干部")]
    assert pairs(*PARTS[:2], "我等靠要思想重。", PARTS[3], "部分干部等靠要思想重。", *PARTS[5:]) == []


@pytest.mark.parametrize(
    "text",
    [
        "下村调研，有的甚至去过多次，心里还是没有数。",
        "北片有的乡镇一年没有去过。",
        "有的同志认为这是形式，没有引起重视。",
        "一些党员的意见没有采纳。",
        "同部分干部谈心不够。",
        "听取个别同志意见不够。",
        "有的同志工作拖拉，我没有批评。",
        "我抓得不紧，部分干部作风松散。",
    ],
)
def test_what_is_no_vague_subject(text: str) -> None:
    assert in_problems(text) == []


def test_a_group_may_speak_of_its_members() -> None:
    assert in_problems("有的班子成员学习不够。", "某局领导班子2022年度民主生活会对照检查材料") == []


@pytest.mark.parametrize(
    ("pack", "text", "excerpt"),
    [
        ("minzhu-2021", "学习了党的二十大精神", "党的二十大精神"),
        ("minzhu-2022", "学习了二十届三中全会精神", "二十届三中全会"),
        ("minzhu-2024", "学习了党的二十届三中、四中全会精神", "党的二十届三中、四中全会"),
        ("minzhu-2025", "学习了党的二十届五中全会精神", "党的二十届五中全会"),
        ("minzhu-2023", "参加了党纪学习教育", "党纪学习教育"),
        ("minzhu-2024", "认真学习贯彻党的十九大精神", "学习贯彻党的十九大精神"),
    ],
)
def test_a_meeting_out_of_its_time(pack: str, text: str, excerpt: str) -> None:
    assert pairs(text, pack=pack) == [("W504", excerpt)]


@pytest.mark.parametrize(
    ("pack", "text"),
    [
        ("minzhu-2021", "以优异成绩迎接党的二十大胜利召开"),
        ("minzhu-2021", "学习了党的十九届六中全会精神"),
        ("minzhu-2022", "学习了党的二十大、二十届一中全会精神，回顾党的十九大以来的历程"),
        ("minzhu-2022", "2023年3月要学习二十届二中全会精神"),
        ("minzhu-2025", "学习了党的二十届三中、四中全会精神"),
        ("generic", "学习了党的二十届五中全会精神"),
    ],
)
def test_a_meeting_in_its_time(pack: str, text: str) -> None:
    assert pairs(text, pack=pack) == []


def test_without_a_pack_the_title_gives_the_year() -> None:
    title = "2021年度对照检查材料"
    assert pairs(title, "学习了党的二十届五中全会精神", pack="generic") == [("W504", "党的二十届五中全会")]


SENTENCE = "说到底还是没有把群众的事情当成自己家里的事情来办"


def test_a_sentence_that_stands_twice_is_one_finding() -> None:
    (finding,) = found(f"一是下村少。{SENTENCE}。", f"二是回访少。{SENTENCE}；还拖了半年。")
    assert (finding.code, finding.count, finding.excerpt) == ("W506", 2, f"{SENTENCE}。")
    assert [place.paragraph for place in finding.places] == [1, 2]


def test_a_paragraph_that_stands_twice_is_one_finding() -> None:
    (finding,) = found(f"{SENTENCE}。图的是省事。", "另一段。", f"{SENTENCE}。图的是省事。")
    assert (finding.excerpt, finding.count) == (f"{SENTENCE}。图的是省事。", 2)


def test_what_may_be_repeated() -> None:
    mandated = "带头深刻感悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”"
    formula = "始终在思想上政治上行动上同以习近平同志为核心的党中央保持高度一致。"
    assert pairs(formula, f"我要{formula}") == []
    assert pairs("3月到柳坝村坐了三天也没有找到问题的症结。", "4月到柳坝村坐了三天也没有找到问题的症结。") == []
    assert pairs(f"对照{mandated}。", f"{mandated}。", "短句可以重复。", "短句可以重复。") == []
