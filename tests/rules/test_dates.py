"""Sayings and regulations out of their time (W504)."""

import pytest

from checker.lexicon import events
from tests.rules.build import pairs


@pytest.mark.parametrize(
    ("text", "pack", "wrong"),
    [
        ("认真学习习近平总书记关于党的建设的重要思想。", "minzhu-2022", "习近平总书记关于党的建设的重要思想"),
        ("深入学习习近平党建思想。", "minzhu-2024", "习近平党建思想"),
        (
            "认真学习系列重要讲话精神和治国理政新理念新思想新战略。",
            "minzhu-2020",
            "系列重要讲话精神和治国理政新理念新思想新战略",
        ),
        ("做到“两个维护”，坚定捍卫“两个确立”。", "minzhu-2020", "“两个确立”"),
        ("大力发展新质生产力不够。", "minzhu-2022", "新质生产力"),
        ("推进“十三五”规划落实不够有力。", "minzhu-2022", "推进“十三五”规划"),
        ("落实“十五五”规划不够。", "minzhu-2023", "落实“十五五”规划"),
        ("对照《中国共产党党内监督条例（试行）》。", "minzhu-2022", "《中国共产党党内监督条例（试行）》"),
        ("学习《信访条例》不够。", "minzhu-2023", "《信访条例》"),
        ("违反《合同法》签了补充协议。", "minzhu-2022", "《合同法》"),
    ],
)
def test_out_of_time(text: str, pack: str, wrong: str) -> None:
    assert pairs(text, pack=pack) == [("W504", wrong)]


@pytest.mark.parametrize(
    ("text", "pack"),
    [
        ("学习习近平总书记关于党的建设的重要思想和习近平党建思想。", "minzhu-2025"),
        ("落实“十四五”规划不够。", "minzhu-2024"),
        ("“十三五”期间的老账没有理清，实施“十三五”规划总结评估不够。", "minzhu-2022"),
        ("谋划“十五五”规划编制的思路不多。", "minzhu-2024"),
        ("当时按原《信访条例》办的件，《信访条例》废止后没有清理。", "minzhu-2023"),
        ("对照《中国共产党支部工作条例（试行）》《中国共产党党务公开条例（试行）》。", "minzhu-2025"),
        ("十三个坚持学得不深。", "minzhu-2022"),
        ("落实《信访条例》不够。", "minzhu-2021"),
        ("增强“四个意识”、坚定“四个自信”、做到“两个维护”。", "minzhu-2018"),
    ],
)
def test_in_time(text: str, pack: str) -> None:
    assert pairs(text, pack=pack) == []


def test_what_is_superseded_says_by_what() -> None:
    assert [e.name for e in events() if bool(e.as_current) != bool(e.superseded_by and e.current_until)] == []
