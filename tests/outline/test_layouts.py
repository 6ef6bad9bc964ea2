"""The layouts that people use, three texts a kind: parts, aspects and items come out whatever the layout is called or numbered."""

import pytest

from checker.outline.model import Outline
from tests.outline.build import dimensions, recognised, sections

P = (
    "上半年的台账我只翻过一遍，觉得有人替我看着，漏了两笔。",
    "去年的回访我打了几个电话就算办过了，怕跑远路，三户人家等了一个月。",
    "班前会我请了四次假，总认为自己懂，换岗的要求没有听全。",
)
C = "理想信念这根弦松了，把学习当成软任务，对自己的要求一年比一年低。"
M = "今后每月读一本原著，六月底前把三户回访完，结果报支部。"


def shape(found: Outline) -> tuple[list[str], list[str], int]:
    """Sections without opening and closing, dimensions, the number of problem items."""
    ids = [i for i in sections(found) if i not in ("opening", "closing")]
    return ids, dimensions(found), sum(len(s.all_items()) for s in found.of("problems"))


def lines(*rows: str) -> str:
    return "\n".join(("个人对照检查材料", *rows))


@pytest.mark.parametrize(
    "names",
    [
        ("学习方面", "服务方面", "纪律方面"),
        ("在知敬畏方面的差距", "在服务群众方面的问题", "在作风形象方面的不足"),
        ("学风", "工作作风", "生活作风"),
    ],
)
def test_aspects_whatever_they_are_called(names: tuple[str, str, str]) -> None:
    rows = [
        row
        for n, (name, text) in enumerate(zip(names, P, strict=True))
        for row in (f"（{'一二三'[n]}）{name}", f"一是{text}")
    ]
    found = recognised(lines("一、存在的问题", *rows, "二、原因分析", C, "三、整改措施", M))
    assert shape(found) == (["problems", "causes", "measures"], ["x1", "x2", "x3"], 3)


@pytest.mark.parametrize(
    ("problems", "causes", "measures"),
    [
        ("第一部分 存在的问题", "第二部分 原因分析", "第三部分 整改措施"),
        ("存在的主要问题", "产生问题的根源", "努力方向"),
        ("1、查摆出来的问题", "2、问题产生的原因", "3、下一步打算"),
    ],
)
def test_parts_however_they_are_numbered(problems: str, causes: str, measures: str) -> None:
    rows = [f"（{'一二三'[n]}）{text}" for n, text in enumerate(P)]
    assert shape(recognised(lines(problems, *rows, causes, C, measures, M))) == (
        ["problems", "causes", "measures"],
        [],
        3,
    )


@pytest.mark.parametrize(
    ("problem", "cause", "measure"),
    [
        ("存在问题：", "原因剖析：", "整改措施："),
        ("1.存在的问题：", "2.原因分析：", "3.整改措施："),
        ("问题表现：", "产生原因：", "改进措施："),
    ],
)
def test_problem_cause_and_measure_for_each_aspect(problem: str, cause: str, measure: str) -> None:
    rows = []
    for n, text in enumerate(P):
        rows += [f"（{'一二三'[n]}）{('学习', '服务', '纪律')[n]}方面", problem + text, cause + C, measure + M]
    found = recognised(lines(*rows))
    assert shape(found) == (["problems", "causes", "measures"] * 3, ["x1", "x2", "x3"], 3)


@pytest.mark.parametrize("form", ["一是关于{}的问题。", "1.关于{}的问题。", "（一）关于{}的问题。"])
def test_an_item_called_a_problem_heads_no_part(form: str) -> None:
    rows = [
        form.replace("一", "一二三"[n]).replace("1", str(n + 1)).format(("台账", "回访", "请假")[n]) + text
        for n, text in enumerate(P)
    ]
    assert shape(recognised(lines(*rows))) == (["problems"], [], 3)


@pytest.mark.parametrize("name", ["产生问题的主客观因素", "问题根源", "思想根源剖析"])
def test_causes_by_other_words(name: str) -> None:
    found = recognised(
        lines("一、存在的问题", *(f"{'一二三'[n]}是{t}" for n, t in enumerate(P)), f"二、{name}", C, "三、整改措施", M)
    )
    assert shape(found) == (["problems", "causes", "measures"], [], 3)


@pytest.mark.parametrize(
    "text",
    [
        "通过学习，我感到自己主要存在四个方面的问题：学习不深；走动不勤；担当不够；标准不高。",
        "同志们，我主要存在三个方面的问题：\n第一，学习不深。\n第二，走动不勤。",
        "对照要求，我感到主要存在两个方面的问题：一是学习不深，二是走动不勤。",
    ],
)
def test_parts_announced_in_running_text_crash_nothing(text: str) -> None:
    assert recognised(lines(*text.split("\n"))).sections


def test_short_parts_that_are_lawful_are_enough() -> None:
    rows = [f"{'一二三'[n]}是{t}" for n, t in enumerate(P)]
    found = recognised(
        lines(
            "一、存在的问题", *rows, "二、原因分析", C, "三、整改措施", M, "四、需要说明的事项", "没有需要说明的事项。"
        )
    )
    assert shape(found)[0] == ["problems", "causes", "measures", "explanations"]
