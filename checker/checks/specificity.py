"""P: 见人、见事、见思想, item by item, and praise that crowds out the problem."""

import re
from collections.abc import Iterator

from checker.finding import Finding
from checker.submission import Submission

_ASPECTS = (
    ("person", "P401", "没有见人：看不出是谁的问题", "写明是“我”的问题，或者哪个岗位、哪个部门的问题"),
    (
        "event",
        "P402",
        "没有见事：没有说一件具体的事",
        "举一件具体的事：什么时候、什么工作、做了什么没有做什么，有数字就写数字",
    ),
    ("thought", "P403", "没有见思想：没有说当时是怎么想的", "写出当时的想法：怎么认为的、图什么、怕什么"),
)


def check(submission: Submission) -> Iterator[Finding]:
    """All findings on how specific the problems are."""
    whole = total = 0
    names = {rule.id: rule.name for rule in submission.pack.dimensions(submission.kind)}
    for section in submission.outline.of("problems"):
        complete: dict[str | None, list[bool]] = {}
        for dimension_id, item in section.all_items():
            found = submission.evidence(item)
            complete.setdefault(dimension_id, []).append(found.complete)
            for aspect, code, message, advice in _ASPECTS:
                if not getattr(found, aspect):
                    yield Finding(code, message, advice, item.parts[:1], item.lead)
            if found.boasts:
                yield Finding(
                    "P406",
                    "这一条说成绩的篇幅比说问题的还长",
                    "成绩一句带过或者删去，把问题写足：表现在哪里、造成什么后果、当时怎么想",
                    item.parts[:1],
                    item.lead,
                )
        for dimension in section.dimensions:
            items = complete.get(dimension.id, [])
            if items and not any(items):
                yield Finding(
                    "P404",
                    f"“{names.get(dimension.id) or re.sub('方面.*$', '', dimension.heading.written[:30])}”方面的 {len(dimension.items)} 个问题，没有一个见人见事见思想俱全",
                    "挑一个最主要的问题，把人、事、当时的想法写全",
                    (dimension.heading.span,),
                    dimension.id,
                )
        flat = [c for items in complete.values() for c in items]
        whole, total = whole + sum(flat), total + len(flat)
    share = submission.pack.limits.complete_share
    if total and share and whole / total < share:
        heading = submission.outline.of("problems")[0].heading
        yield Finding(
            "P409",
            f"{total} 个问题里只有 {whole} 个见人见事见思想俱全，不到 {share:.0%}（经验值）",
            "逐条补上人、事、思想；先补每个方面最主要的那一条",
            (heading.span,) if heading.written else (),
            "problems",
        )
