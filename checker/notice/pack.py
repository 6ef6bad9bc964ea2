"""What a notice says → a pack: the same for one that is written down and for one that lasts for a run."""

from collections.abc import Iterator

from checker.notice.model import AspectList, Notice
from checker.notice.wording import anchors, short_titles, topics
from checker.packdoubts import doubts
from checker.packfile import Demands, DimensionRule, Limits, PackFile
from checker.packs import built_in, resolve

_LONG = 8
_BRANCH_LENGTH = 800
_NAMES = {"minzhu": "民主生活会", "zuzhi": "组织生活会", "": "对照检查"}
IN_MEMORY = "tongzhi"


def pack_of(notice: Notice, pack_id: str = "") -> PackFile:
    """The pack that ``notice`` makes; without dimensions where it lists none."""
    return PackFile(
        id=pack_id or default_id(notice),
        title=pack_title(notice),
        source=source(notice),
        year=notice.year,
        confidence="M" if doubts_of(notice) else "H",
        meeting=notice.meeting,
        title_hints=_hints(notice),
        theme=notice.theme,
        dimensions=tuple(rule for one in notice.lists for rule in _rules(one)),
        demands=Demands(
            bool(notice.last_year.value), bool(notice.cases.value), bool(notice.explanations.value)
        ),
        limits=Limits(
            problems_share=notice.share.value if isinstance(notice.share.value, float) else None,
            document_length=length(notice),
        ),
    )  # fmt: skip


def default_id(notice: Notice) -> str:
    """minzhu-2026, as the built-in ones are called, or as much of it as is known."""
    return "-".join(str(p) for p in (notice.meeting or IN_MEMORY, notice.year) if p)


def pack_title(notice: Notice) -> str:
    name = notice.title or _NAMES[notice.meeting]
    if notice.year is None or str(notice.year) in name:
        return name
    return f"{notice.year}年{'' if '专题' in name else '度'}{name}"


def source(notice: Notice) -> str:
    """The notice's name and number."""
    name = f"《{notice.name}》" if notice.name else "通知"
    return f"据{name}（{notice.number}）" if notice.number else f"据{name}"


def length(notice: Notice) -> int | None:
    """The least number of characters: the notice's, or what is usual for branches; None for the usual one."""
    if isinstance(notice.length.value, int):
        return notice.length.value
    return _BRANCH_LENGTH if notice.meeting == "zuzhi" else None


def doubts_of(notice: Notice) -> tuple[str, ...]:
    """All that a person has to look at before the pack is used."""
    several = ["字数的下限不止一个，取了小的"] if notice.length.words.count("字") > 1 and notice.length.value else []
    return (*notice.unsure, *several, *(text for one in notice.lists for text in one.unsure))


def mistakes(file: PackFile) -> list[str]:
    """What the check of packs says of ``file``: aspects that can't be told apart by their words."""
    packs = resolve({**built_in(), file.id: ("通知", file)})
    return doubts(packs[file.id])


def missing(notice: Notice) -> Iterator[str]:
    """What a pack may say and the notice doesn't."""
    for found, name in (
        (notice.name, "通知的标题"),
        (notice.number, "文号"),
        (notice.year, "年度"),
        (notice.meeting, "民主生活会还是组织生活会"),
        (notice.theme, "主题"),
        (notice.last_year.value, "上年度整改落实情况"),
        (notice.cases.value, "典型案例剖析"),
        (notice.explanations.value, "需要说明的事项"),
        (notice.length.words, "字数"),
        (notice.share.words, "问题部分的比例"),
    ):
        if not found:
            yield name
    subjects = {one.subject for one in notice.lists}
    if subjects == {"individual"}:
        yield "班子（支委会）要对照的方面"
    if subjects == {"group"}:
        yield "个人（党员）要对照的方面"


def _hints(notice: Notice) -> tuple[str, ...]:
    year = () if notice.year is None else (f"{notice.year}年度",)
    if "专题" not in notice.title:
        return year
    topic = notice.title.partition("专题")[0].strip("“”")
    topic = topic.removeprefix(f"{notice.year}年度").removeprefix(f"{notice.year}年").strip("“”")
    return (topic, *year) if len(topic) > 1 else year


def _rules(one: AspectList) -> Iterator[DimensionRule]:
    shorts = short_titles(one.titles)
    for n, (title, short) in enumerate(zip(one.titles, shorts, strict=True)):
        yield DimensionRule(
            id=f"d{n + 1}",
            title=title,
            short=short,
            kind=one.subject if one.subject in ("individual", "group") else "",
            anchors=tuple(anchors(one.titles, n)),
            topics=tuple(topics(title)),
            exact=sum(c.isalnum() for c in title) >= _LONG,
            confidence="M" if one.unsure else "H",
        )
