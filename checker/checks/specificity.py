"""P: 见人、见事、见思想, item by item, and praise that crowds out the problem."""

import re
from collections.abc import Iterator, Sequence

from checker.evidence import Evidence
from checker.finding import Finding
from checker.outline.model import Item
from checker.submission import Submission

_ASPECTS = (
    ("person", "人", "P401", "未做到见人：看不出是谁的问题", "写明是“我”的问题，或者哪个岗位、哪个部门的问题"),
    (
        "event",
        "事",
        "P402",
        "未做到见事：没有说一件具体的事",
        "举一件具体的事：什么时候、什么工作、做了什么没有做什么，有数字就写数字",
    ),
    ("thought", "思想", "P403", "未做到见思想：没有说当时是怎么想的", "写出当时的想法：怎么认为的、图什么、怕什么"),
)

_QUOTED = 12
_LISTED = 5


def check(submission: Submission) -> Iterator[Finding]:
    """All findings on how specific the problems are."""
    whole = total = 0
    names = {rule.id: rule.name for rule in submission.pack.dimensions(submission.kind)}
    for section in submission.outline.of("problems"):
        complete: dict[str | None, list[bool]] = {}
        for dimension_id, item in section.all_items():
            found = submission.evidence(item)
            complete.setdefault(dimension_id, []).append(found.complete)
            yield from _lacking(item, found)
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
                name = names.get(dimension.id) or re.sub("方面.*$", "", dimension.heading.written[:30])
                yield Finding(
                    "P404",
                    _hollow(name, [submission.evidence(item) for item in dimension.items]),
                    "把人、事、当时的想法写全" if len(items) == 1 else "挑一个最主要的问题，把人、事、当时的想法写全",
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
            f"{total} 个问题里，人、事、思想俱全的{f'只有 {whole} 个' if whole else '一个也没有'}，不到 {share:.0%}（一般要求，供参考）",
            "逐条补上人、事、思想；先补每个方面最主要的那一条",
            (heading.span,) if heading.written else (),
            "problems",
        )


def _lacking(item: Item, found: Evidence) -> Iterator[Finding]:
    """What one problem lacks: singly, for whoever asks for one of these rules, and in one finding."""
    lacking = [aspect for aspect in _ASPECTS if not getattr(found, aspect[0])]
    for _, _, code, message, advice in lacking:
        yield Finding(code, message, advice, item.parts[:1], item.lead)
    if lacking:
        yield Finding(
            "P410",
            _lacks(found) + _shows(found),
            "；".join(advice for *_, advice in lacking),
            item.parts[:1],
            item.lead,
        )


def _lacks(found: Evidence) -> str:
    """「缺事、缺思想」."""
    return "、".join(f"缺{word}" for aspect, word, *_ in _ASPECTS if not getattr(found, aspect))


def _shows(found: Evidence) -> str:
    """What the item does have, by the words that show it: 「（写到了人：“我”）」."""
    there = [f"{word}“{cues[0].text[:_QUOTED]}”" for aspect, word, *_ in _ASPECTS if (cues := getattr(found, aspect))]
    return f"（写到了{'，'.join(there)}）" if there else ""


def _hollow(name: str, items: Sequence[Evidence]) -> str:
    each = [_lacks(found) for found in items]
    if len(each) == 1:
        return f"“{name}”方面只有一个问题，又{each[0]}"
    listed = "；".join(f"第{n}个{text}" for n, text in enumerate(each[:_LISTED], 1))
    return (
        f"“{name}”方面的 {len(each)} 个问题，没有一个人、事、思想俱全：{listed}{'；…' if len(each) > _LISTED else ''}"
    )
