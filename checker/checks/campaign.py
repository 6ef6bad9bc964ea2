"""E003: no pack fits, and what the user can do about it."""

import re
from collections.abc import Iterator, Mapping

from checker.finding import Finding
from checker.outline.campaign import meeting_of
from checker.packs import Pack
from checker.submission import Submission

_YEAR = re.compile(r"(20\d\d)\s*年")
_NAMES = {"minzhu": "民主生活会", "zuzhi": "组织生活会", "": "生活会"}
_LEAST = 0.2


def check(submission: Submission, packs: Mapping[str, Pack]) -> Iterator[Finding]:
    """That the campaign isn't known; a title that names a year without a pack is told so."""
    if submission.pack.id != "generic":
        return
    title = submission.normal(submission.outline.title).text
    year, meeting = _YEAR.search(title), meeting_of(title)
    best = submission.outline.scores[:1]
    if year and not any(p.year and p.of_year(int(year[1])) and meeting in ("", p.meeting) for p in packs.values()):
        why = f"标题写的是{year[1]}年{_NAMES[meeting]}，还没有这一次会的规则包"
    elif best and best[0][1] > _LEAST:
        why = f"最接近的是 {best[0][0]}（{best[0][1]:.0%}），但不够像"
    else:
        why = "没有一个规则包对得上"
    yield Finding(
        "E003",
        f"认不出对照的是哪一次会：{why}；只按通用要求检查",
        "手里有通知，就用 --notice 通知.docx 照通知检查，或用 duizhao packs new 通知.docx 生成规则包；属于已有的某一次会，用 --pack 指明",
    )
