"""Small materials for minzhu-2024 in every style of headings and numbers, and what is recognised in them, told shortly."""

from collections.abc import Mapping
from functools import cache

from checker.outline import outline
from checker.outline.knowledge import Knowledge
from checker.outline.model import Kind, Outline
from checker.packs import Pack, load_packs
from checker.readers.text import document_of_text

TITLE = "2024年度民主生活会个人对照检查材料"
OPENING = "会前我认真学习有关文件，同班子成员谈心谈话，查摆存在的突出问题，剖析原因，提出改进措施，现报告如下。"
DIMENSIONS = (
    "严守政治纪律和政治规矩，维护党的团结统一",
    "增强党性、严守纪律、砥砺作风",
    "在遵规守纪、清正廉洁前提下勇于担责、敢于创新",
    "履行全面从严治党政治责任",
)
PROBLEMS = (
    (
        "政治学习不深。9月的中心组学习我请了假，总觉得业务要紧，回来也没有补课",
        "请示报告不及时。6月桥面塌陷，我隔了一天才报告，怕领导批评，想着先处理好再说",
    ),
    (
        "党性锻炼放松。支部活动我缺席了4次，想着自己事情多，大家会体谅，没有当回事",
        "作风不够扎实。高家湾村的走访我只到了村委会，图省事，没有进一户村民的门",
    ),
    (
        "担当不够。旧市场改造方案我压了8个月，怕得罪商户，想等一等再说，没有拿上会",
        "创新不足。招商还是老一套，5次外出都只看熟悉的企业，觉得稳当就行",
    ),
    (
        "管党不严。全年我同副职谈话只有1次，碍于面子，觉得大家都知道分寸",
        "监督不细。采购合同我签了3份没有细看，以为科室把过关，出不了什么事",
    ),
)
CAUSES = (
    "理论武装放松了。把学习当成软任务，政治上的敏锐性不强，没有用党的创新理论看问题",
    "担当意识淡了。遇到矛盾先想得失，怕担责，改革创新的劲头不如从前",
)
MEASURES = (
    "每月读一本原著，6月底前写出2篇体会，在支部会上交流，自觉严守政治纪律",
    "每季度同副职谈话1次，3月底前把旧市场改造方案提交会议研究，带头担当",
)
HAN = "一二三四五六七八九十"


@cache
def packs() -> Mapping[str, Pack]:
    return load_packs()


@cache
def knowledge() -> Knowledge:
    return Knowledge(packs())


def recognised(text: str, *, markdown: bool = False, pack: str | None = None, kind: Kind | None = None) -> Outline:
    return outline(document_of_text(text, markdown=markdown), knowledge(), pack=pack, kind=kind)


def numbered(form: str, n: int, words: str) -> str:
    """``words`` as the ``n``-th (0-based) in ``form``: 一 stands for the Chinese number, 1 for the Arabic, ① for the circled one, X for the words."""
    return (
        form.replace("一", HAN[n], 1).replace("1", str(n + 1), 1).replace("①", chr(ord("①") + n), 1).replace("X", words)
    )


def problems(heading: str, item: str, *, together: bool = False) -> str:
    """The four dimensions, headed in the form ``heading``, their items in the form ``item``; ``together``: in one paragraph.

    A heading ending in … runs on into its text.
    """
    lines = []
    for n, (title, words) in enumerate(zip(DIMENSIONS, PROBLEMS, strict=True)):
        head = numbered(heading, n, title)
        body = [numbered(item, m, words[m]) + "。" for m in range(2)]
        if together or head.endswith("…"):
            body = ["".join(body)]
        if head.endswith("…"):
            lines.append(head[:-1] + body[0])
        else:
            lines += [head, *body]
    return "\n".join(lines)


def material(
    heading: str = "（一）带头X方面",
    item: str = "一是X",
    *,
    together: bool = False,
    section: str = "一、X",
    names: tuple[str, str, str] = ("存在的问题", "原因分析", "努力方向"),
) -> str:
    """A whole material; the three sections are called ``names`` and numbered in the form ``section``."""
    heads = [numbered(section, n, name) for n, name in enumerate(names)]
    return "\n".join(
        [
            TITLE,
            OPENING,
            heads[0],
            problems(heading, item, together=together),
            heads[1],
            *(numbered("一是X。", n, words) for n, words in enumerate(CAUSES)),
            heads[2],
            *(numbered("一是X。", n, words) for n, words in enumerate(MEASURES)),
        ]
    )


def sections(found: Outline) -> list[str]:
    return [section.id for section in found.sections]


def dimensions(found: Outline) -> list[str]:
    return [dimension.id for section in found.of("problems") for dimension in section.dimensions]


def leads(found: Outline, *ids: str) -> list[str]:
    """The leads of the items in the sections named, numbers taken off; in all sections where none is named."""
    return [
        item.lead.removeprefix(item.marker).strip("，：、 ")
        for section in found.sections
        if section.id in ids or not ids
        for _, item in section.all_items()
    ]


PROBLEM_LEADS = [words.split("。")[0] for pair in PROBLEMS for words in pair]
