"""Packs: the built-in ones are sound, users' own are read strictly, extended ones inherit what they leave out."""

import re
from pathlib import Path

import pytest

from checker.data import DataError
from checker.packs import Pack, did_you_mean, load_packs

MINZHU = [f"minzhu-{year}" for year in range(2018, 2026)]
ZUZHI = ["zuzhi-2021", "zuzhi-2022", "zuzhi-2023"]
PACKS = load_packs()


def own(tmp_path: Path, *texts: str) -> dict[str, Pack]:
    """The packs with those of ``texts`` added, each from a file of its own."""
    files = []
    for number, text in enumerate(texts, 1):
        file = tmp_path / f"本县{number}.toml"
        file.write_text(text, "utf-8")
        files.append(file)
    return load_packs(tuple(files))


HEAD = 'id = "own-2026"\ntitle = "2026年度民主生活会"\nsource = "据通知"\n'
TWO = (
    HEAD + "year = 2026\nmeeting = 'minzhu'\n"
    '[[dimensions]]\nid = "d1"\ntitle = "带头讲政治"\nanchors = ["讲政治"]\n'
    '[[dimensions]]\nid = "d2"\ntitle = "带头抓落实"\nanchors = ["抓落实"]\n'
)

# built in


def test_every_campaign_has_its_pack() -> None:
    assert set(PACKS) >= {*MINZHU, *ZUZHI, "generic"}


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS.keys())
def test_a_built_in_pack_is_complete(pack: Pack) -> None:
    assert pack.title
    assert pack.source
    assert pack.confidence in "HML"
    assert set(pack.sections) >= {"last-year", "problems", "cases", "causes", "measures", "explanations"}
    assert None not in [getattr(pack.limits, name) for name in pack.limits.__struct_fields__]
    assert None not in [getattr(pack.demands, name) for name in pack.demands.__struct_fields__]
    if pack.id != "generic":
        assert str(pack.year) in pack.id
        assert pack.meeting == pack.id.partition("-")[0]


@pytest.mark.parametrize("kind", ["individual", "group"])
@pytest.mark.parametrize("pack", [p for p in PACKS.values() if p.id != "generic"], ids=lambda pack: pack.id)
def test_its_dimensions_can_be_told_apart(pack: Pack, kind: str) -> None:
    rules = pack.dimensions(kind)
    assert len({r.id for r in rules}) == len(rules) >= (2 if all(r.optional for r in rules) else 3)
    assert len({r.title for r in rules}) == len(rules)
    anchors = [a for r in rules for a in r.anchors]
    assert len(set(anchors)) == len(anchors), "an anchor belongs to one dimension"
    assert all(r.anchors and r.topics for r in rules)


@pytest.mark.parametrize(
    ("pack", "count", "words"),
    [
        ("minzhu-2018", 3, "精神状态"),
        ("minzhu-2020", 5, "学懂弄通做实"),
        ("minzhu-2021", 5, "同中国具体实际相结合、同中华优秀传统文化相结合"),
        ("minzhu-2022", 6, "凝心铸魂"),
        ("minzhu-2023", 6, "廉洁自律"),
        ("minzhu-2024", 4, "砥砺作风"),
        ("minzhu-2025", 5, "敬畏人民、敬畏组织、敬畏法纪"),
        ("zuzhi-2021", 4, "入党誓词"),
        ("zuzhi-2022", 6, "作用发挥"),
        ("zuzhi-2023", 4, "先锋模范"),
    ],
)
def test_the_notices_dimensions(pack: str, count: int, words: str) -> None:
    rules = PACKS[pack].dimensions("individual")
    assert len(rules) == count
    assert any(words in rule.title for rule in rules)


def test_the_mandated_wording_of_2021_is_whole() -> None:
    rules = PACKS["minzhu-2021"].dimensions("individual")
    assert [len(rule.title) > 60 and rule.exact for rule in rules] == [True] * 5
    assert [rule.confidence for rule in rules] == ["H"] * 5


def test_what_is_not_confirmed_says_so() -> None:
    doubtful = [pack.id for pack in PACKS.values() for rule in pack.all_dimensions if rule.confidence == "L"]
    assert "minzhu-2023-2" in doubtful
    assert all("待核" in PACKS[name].source for name in doubtful)
    assert all("待核" in pack.source for pack in PACKS.values() if pack.confidence == "L")


@pytest.mark.parametrize("pack", [p for p in PACKS.values() if p.id != "generic"], ids=lambda pack: pack.id)
def test_no_pack_is_surer_than_its_sources(pack: Pack) -> None:
    assert pack.addresses, "where it stands"
    assert len(set(pack.addresses)) == len(pack.addresses) >= (2 if pack.confidence == "H" else 1)
    surest = min(("HML".index(rule.confidence) for rule in pack.all_dimensions), default=2)
    assert "HML".index(pack.confidence) >= surest, "a pack is no surer than its surest aspect"


@pytest.mark.parametrize(
    ("pack", "text", "found"),
    [
        ("minzhu-2022", "2021年度民主生活会查摆的5个问题已经整改4个", True),
        ("minzhu-2022", "上年度民主生活会查摆的5个问题已经整改4个", True),
        ("minzhu-2022", "2022年度民主生活会查摆的5个问题已经整改4个", False),
        ("minzhu-2022", "去年民主生活会上的承诺一件件落实", True),
        ("minzhu-2022", "去年县里开了民主生活会。今年接着整改", False),
        ("minzhu-2025", "2024年民主生活会的整改任务都已完成", True),
    ],
)
def test_last_year_goes_by_the_packs_year(pack: str, text: str, found: bool) -> None:
    pattern = PACKS[pack].mentions("last-year")
    assert pattern
    assert bool(pattern.search(text)) == found


# users' own


def test_an_own_pack_takes_from_generic_what_it_leaves_out(tmp_path: Path) -> None:
    pack = own(tmp_path, TWO)["own-2026"]
    generic = PACKS["generic"]
    assert [d.id for d in pack.dimensions("group")] == ["d1", "d2"]
    assert (pack.limits, pack.sections, pack.demands) == (generic.limits, generic.sections, generic.demands)
    assert pack.confidence == "M"


def test_an_own_pack_extends_a_built_in_one(tmp_path: Path) -> None:
    text = (
        HEAD + 'extends = "minzhu-2024"\n[limits]\nproblems-share = 0.5\n[demands]\ncases = true\n'
        '[sections.problems]\naliases = ["自画像"]\n[[dimensions]]\nid = "d5"\ntitle = "带头过紧日子"\n'
        '[[dimensions]]\nid = "d4"\ntitle = "带头管好队伍"\n'
    )
    pack, base = own(tmp_path, text)["own-2026"], PACKS["minzhu-2024"]
    assert [(d.id, d.title) for d in pack.all_dimensions] == [
        *((d.id, d.title) for d in base.all_dimensions[:3]),
        ("d4", "带头管好队伍"),
        ("d5", "带头过紧日子"),
    ]
    assert (pack.limits.problems_share, pack.limits.dimension_length) == (0.5, base.limits.dimension_length)
    assert (pack.demands.cases, pack.demands.last_year) == (True, True)
    assert (pack.year, pack.meeting, pack.theme) == (base.year, base.meeting, base.theme)
    assert "自画像" in pack.sections["problems"].aliases
    assert set(base.sections["problems"].aliases) < set(pack.sections["problems"].aliases)


def test_an_own_pack_extends_another_own_one(tmp_path: Path) -> None:
    second = 'id = "xian-2026"\ntitle = "本县"\nsource = "县里加的"\nextends = "own-2026"\n[[dimensions]]\nid = "d3"\ntitle = "带头招商"\n'
    packs = own(tmp_path, second, TWO)
    assert [d.id for d in packs["xian-2026"].all_dimensions] == ["d1", "d2", "d3"]


def test_an_own_pack_replaces_a_built_in_one(tmp_path: Path) -> None:
    pack = own(tmp_path, TWO.replace("own-2026", "minzhu-2025"))["minzhu-2025"]
    assert pack.title == "2026年度民主生活会"
    assert PACKS["minzhu-2025"].title == "2025年度民主生活会"


def test_a_dimension_may_be_for_one_kind_only(tmp_path: Path) -> None:
    pack = own(tmp_path, TWO + '[[dimensions]]\nid = "d3"\ntitle = "带头抓班子"\nkind = "group"\n')["own-2026"]
    assert [d.id for d in pack.dimensions("individual")] == ["d1", "d2"]
    assert [d.id for d in pack.dimensions("group")] == ["d1", "d2", "d3"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('id = "a"\ntitle = "b"\n', ["缺少必需的键 source"]),
        (HEAD + 'tilte-hints = ["x"]\n', ["第 4 行", "不认识的键 tilte-hints"]),
        (HEAD + 'year = "2026"\n', ["第 4 行", "应为整数"]),
        (HEAD + 'meeting = "minzhuhui"\n', ["第 4 行", "meeting", "minzhuhui"]),
        (HEAD + '[[dimensions]]\nid = "d1"\n', ["缺少必需的键 title"]),
        (HEAD + '[[dimensions]]\nid = "d1"\ntitel = "甲"\n', ["第 6 行", "不认识的键 titel"]),
        (TWO + '[[dimensions]]\nid = "d2"\ntitle = "丙"\n', ["id d2 重复"]),
        (HEAD + "[limits]\nproblem-share = 0.5\n", ["第 5 行", "不认识的键 problem-share"]),
        (HEAD + "[sections.problem]\naliases = []\n", ["没有 problem 这个部分", "problems"]),
        (HEAD + '[sections.problems]\naliases = ["(问题"]\n', ["sections.problems", "(问题", "正则表达式"]),
        (HEAD + 'extends = "minzhu-2O24"\n', ["minzhu-2O24 不存在", "您是不是想写 minzhu-2024？"]),
        (HEAD + 'extends = "own-2026"\n', ["绕成了圈", "own-2026"]),
        (HEAD + "theme = [\n", ["TOML 语法错误"]),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, said: list[str]) -> None:
    with pytest.raises(DataError) as caught:
        own(tmp_path, text)
    assert all(words in str(caught.value) for words in ["本县1.toml", *said]), str(caught.value)


def test_packs_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    a = 'id = "a"\ntitle = "甲"\nsource = "x"\nextends = "b"\n'
    b = 'id = "b"\ntitle = "乙"\nsource = "x"\nextends = "a"\n'
    with pytest.raises(DataError, match=r"a → b → a|b → a → b"):
        own(tmp_path, a, b)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"没有\.toml"):
        load_packs((tmp_path / "没有.toml",))
    wrong = tmp_path / "国标.toml"
    wrong.write_bytes('title = "规则"'.encode("gbk"))
    with pytest.raises(DataError, match=r"国标\.toml"):
        load_packs((wrong,))


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("minzhu-2052", "您是不是想写 minzhu-2025？"),
        ("minzu-2024", "您是不是想写 minzhu-2024？"),
        ("zuzhi2022", "您是不是想写 zuzhi-2022？"),
        ("民主", "可用：generic、minzhu-2013"),
    ],
)
def test_the_nearest_name_is_offered(word: str, said: str) -> None:
    assert re.match(said, did_you_mean(word, PACKS))
