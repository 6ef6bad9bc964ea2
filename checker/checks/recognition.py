"""What could not be recognised for sure, said before anything that rests on it: E003, E004, E005."""

import re
from collections.abc import Iterator

from checker.finding import Finding
from checker.outline.campaign import meeting_of
from checker.outline.model import Outline
from checker.submission import Submission
from checker.traditional import is_traditional, simplified

CLOSE = 2.0
"""A reading that leads the next by less is as good as a guess: on unseen texts half of such readings are wrong somewhere."""
_KNOWN = 0.4
_SHORTEST = 200
_DEPENDENT = {"S110", "S111", "S112", "D201", "D202", "D203"}
_PARTS = {"problems": "存在的问题", "causes": "原因分析", "measures": "整改措施"}
_NEAR = 0.2
_YEAR = re.compile(r"(20\d\d)\s*年")
_MEETINGS = {"minzhu": "民主生活会", "zuzhi": "组织生活会", "": "生活会"}


def check(submission: Submission) -> Iterator[Finding]:
    """What the reader of the report has to know of the recognition itself."""
    if submission.pack.id == "generic":
        yield _unknown_campaign(submission)
    if reason := doubt(submission.outline):
        missing = [name for part, name in _PARTS.items() if not submission.outline.of(part)]  # type: ignore[arg-type]
        seems = f"；看起来缺{'、'.join(missing)}" if missing else ""
        yield Finding(
            "E004",
            f"没有认准各部分的位置：{reason}{seems}",
            "给各部分加上标题（一、存在的问题；二、原因分析；三、整改措施）再查一次，或者请人看一看；认准之前，缺部分、缺方面不作错误报",
        )
    if is_traditional(p.text for p in submission.document.paragraphs):
        yield Finding("E005", "全文是繁体字，已当作简体来比对", "上报材料通常用简体；意见里引用的仍是原文")


def doubt(outline: Outline) -> str:
    """Why the reading is not to be relied on; nothing where it is."""
    if outline.unread:
        return f"分段太多，最后 {outline.unread} 段没有认"
    parts = {section.body: section for section in outline.sections}.values()  # one heading for two is one stretch
    whole = sum(section.characters for section in parts)
    known = sum(section.characters for section in parts if section.id not in ("opening", "closing", "other"))
    if whole >= _SHORTEST and known < _KNOWN * whole:
        return f"{1 - known / whole:.0%}的文字看不出属于哪一部分"
    if outline.margin < CLOSE:
        return "换一种读法几乎同样说得通"
    return ""


def without_guesses(findings: list[Finding]) -> list[Finding]:
    """Without those that only follow from a reading which E004 doubts."""
    doubted = any(f.code == "E004" for f in findings)
    return [f for f in findings if not (doubted and f.code in _DEPENDENT)]


def _unknown_campaign(submission: Submission) -> Finding:
    """A title that names a year without a pack is told so."""
    title = simplified(submission.normal(submission.outline.title).text)
    year, meeting = _YEAR.search(title), meeting_of(title)
    best = submission.outline.scores[:1]
    known = [p for p in submission.packs.values() if p.year and meeting in ("", p.meeting)]
    if year and submission.packs and not any(p.of_year(int(year[1])) for p in known):
        why = f"标题写的是{year[1]}年{_MEETINGS[meeting]}，还没有这一次会的规则包"
    elif best and best[0][1] > _NEAR:
        why = f"最接近的是 {best[0][0]}（{best[0][1]:.0%}），但不够像"
    else:
        why = "没有一个规则包对得上"
    return Finding(
        "E003",
        f"认不出对照的是哪一次会：{why}；只按通用要求检查",
        "手里有通知，就用 --notice 通知.docx 照通知检查，或用 duizhao packs new 通知.docx 生成规则包；属于已有的某一次会，用 --pack 指明",
    )
