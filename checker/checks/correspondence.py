"""C: problems, causes and measures answer one another, and measures commit to something."""

import re
from collections.abc import Iterator

from checker.evidence import commits
from checker.finding import Finding
from checker.submission import Submission

_OUTSIDE = re.compile(
    r"任务(?:重|多|繁重|逐年加重|艰巨)|人手(?:少|紧|不足|不够|有限)|时间(?:紧|短|有限)|经费(?:紧张|不足|少|有限|短缺)|疫情(?:影响|防控|反复)|上级(?:考核|要求|检查|部署|任务|安排)|设备(?:旧|老|陈旧|落后)"
    r"|条件(?:差|有限|限制|艰苦)|基础(?:差|薄弱|设施)|编制(?:少|紧|不足|有限)|待遇低|青黄不接|反反复复|任务一个(?:压|接)着一个|检查(?:又|太)?多|条件(?:实在)?有限|难免|历史(?:遗留|原因|欠账)|客观(?:上|原因|条件|因素)|工期|头绪多|事务(?:多|繁杂)|顾不过来|工作(?:忙|太忙|繁忙|繁重|量大)|资金(?:紧|不足|短缺|缺口)"
    r"|政策(?:不|调整|变化|多变)|力量(?:薄弱|不足)|体制|机制不|环境(?:差|影响|变化)|点多|面广|线长|没有办法|天气|不在我|身不由己|无暇|财力|(?:经费|资金|人员)[^，。]{0,6}(?:不见涨|没涨|不增)|忙不过来|顾不上|报表[^，。]{0,3}多|在所难免|(?:里程|任务|户数|人口)[^，。]{0,4}一年比一年"
)
_INSIDE = re.compile(
    r"思想|认识|党性|主观|意识|觉悟|修养|自己|初心|宗旨|观念|放松|淡[化薄]|总(?:觉得|认为|以为|想)|私心|怕|侥幸|懈怠|责任心|精神|政绩观|作风|学习|理论|信念|担当|满足于|态度|重视|反思|初衷|心态|标准不高|要求不严"
)


def check(submission: Submission) -> Iterator[Finding]:
    """All findings on correspondence."""
    yield from _uncovered(submission)
    yield from _vague(submission)
    yield from _external(submission)


def _uncovered(submission: Submission) -> Iterator[Finding]:
    rules = {r.id: r for r in submission.pack.dimensions(submission.kind)}
    answered = {d.id for s in submission.outline.of("problems") for d in s.dimensions}
    for part, code, name, advice in (
        ("causes", "C301", "原因", "原因里有没有挖到这一方面的根子，没有就补上"),
        ("measures", "C302", "措施", "措施里有没有管这一方面的，没有就补上一条"),
    ):
        section = submission.outline.section(part)  # type: ignore[arg-type]
        if section is None:
            continue
        for dimension_id in submission.coverage.uncovered[part]:
            if dimension_id in answered:
                name_of = rules[dimension_id].name
                yield Finding(
                    code,
                    f"“{name_of}”方面查摆的问题，没有一条{name}回应",
                    f"看看{advice}；不必一一对应，但不能没有着落",
                    (section.heading.span,) if section.heading.written else (),
                    dimension_id,
                )


def _vague(submission: Submission) -> Iterator[Finding]:
    sections = submission.outline.of("measures")
    items = [item for s in sections for _, item in s.all_items()]
    if items and not any(commits(submission.normal(i.text).text) for i in items):
        heading = sections[0].heading
        yield Finding(
            "C303",
            f"{len(items)} 条措施没有一条能在事后核对：没有数字、次数、时限，也没有具体的人、事、文件",
            "至少写明做什么、做几次、什么时候做完、谁来盯，例如“每季度到联系村走访1次，6月底前办结……”",
            (heading.span,) if heading.written else (),
            "measures",
        )


def _external(submission: Submission) -> Iterator[Finding]:
    for section in submission.outline.of("causes"):
        for _, item in section.all_items():
            text = submission.normal(item.text).text
            if len(set(_OUTSIDE.findall(text))) >= 2 and not _INSIDE.search(text):
                yield Finding(
                    "C304",
                    "这条原因说的都是客观条件，没有从自己身上找",
                    "客观困难可以提，但要写到自己的思想、党性、作风上：同样的条件下自己为什么没有做好",
                    item.parts[:1],
                    item.lead,
                )
