"""Whose a submission is, by what is written in it and by where it lies: X805, X806, X807."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.across.seen import Seen
from checker.across.units import contradict
from checker.finding import Finding
from checker.report import RosterEntry
from checker.reports.mask import in_line, named

_BODY = re.compile(r"党委|党组|党工委|政府|人大|政协|纪委|(?:第?[一二三四五六七八九十\d]+)?(?:党支部|党总支|支部)|工会")


def mismatches(seen: Sequence[Seen], roster: Sequence[RosterEntry]) -> Iterator[tuple[int, Finding]]:
    """X805 and X807, one a submission at most of each."""
    for one in seen:
        if one.kind != "group" and (finding := _signature(one, roster)):
            yield one.number, finding
        if finding := _unit(one):
            yield one.number, finding


def _signature(one: Seen, roster: Sequence[RosterEntry]) -> Finding | None:
    names = {
        "文件名": one.filed.name,
        "文件夹": one.owner,
        "题下署名": one.signed.name,
        "文末署名": one.closed.name,
    }
    written = [(where, name) for where, name in names.items() if name]
    different = list(dict.fromkeys(name for _, name in written))
    if len(different) > 1:
        told = "，".join(f"{where}是“{in_line(name)}”" for where, name in written)
        return Finding(
            "X805", told, "核对是谁的材料：改正署名或者文件名；是不是照着别人的稿子改的", excerpt=different[-1]
        )
    if different and (entry := _successor(one, different[0], roster)):
        who = f"{entry.unit}{entry.post}是“{entry.name}”"
        told = f"花名册第 {entry.row} 行的{in_line(who)}，这一份署名是“{in_line(different[0])}”，花名册上没有这个人"
        return Finding("X805", told, "核对署名有没有写错，或者花名册是不是旧的", excerpt=different[0])
    return None


def _successor(one: Seen, name: str, roster: Sequence[RosterEntry]) -> RosterEntry | None:
    """The only one on the roster with the unit and the post of ``one``, where nobody there has its ``name``."""
    if any(entry.name == name for entry in roster):
        return None
    posts = set(re.split(r"[、，,]", one.person.post)) - {""}
    same = [
        e
        for e in roster
        if e.name and e.unit and e.unit == one.person.unit and posts & set(re.split(r"[、，,\s]", e.post))
    ]
    return same[0] if len(same) == 1 else None


def _unit(one: Seen) -> Finding | None:
    units = {
        "题目": one.titled.unit,
        "署名": one.signed.unit or one.closed.unit,
        "文件名": one.filed.unit,
        "文件夹": one.folder,
    }
    written = [(where, unit) for where, unit in units.items() if unit]
    apart = [(a, b) for a, b in combinations(written, 2) if contradict(a[1], b[1])]
    if not apart:
        return None
    told = "，".join(
        f"{where}是“{in_line(unit)}”" for where, unit in written if any((where, unit) in pair for pair in apart)
    )
    return Finding(
        "X807",
        f"单位不一致：{told}",
        "核对是哪个单位的材料；单位写错了就改，放错了文件夹就移过去",
        excerpt=apart[0][0][1],
    )


def twice(seen: Sequence[Seen], roster: Sequence[RosterEntry]) -> Iterator[tuple[int, Finding]]:
    """X806, at each but the first of those that are of one person or body for one campaign. What the roster tells (X803) it tells."""
    told = {
        path
        for entry in roster
        if len(entry.submissions) > 1 and (entry.name or entry.post)
        for path in entry.submissions
    }
    groups: defaultdict[tuple[object, ...], list[Seen]] = defaultdict(list)
    for one in seen:
        if (key := _key(one)) and one.path not in told:
            groups[one.campaign, one.answers, one.kind, *key].append(one)
    for same in groups.values():
        first, *others = same
        who = f"{first.person.unit}{first.person.name or '领导班子'}"
        for other in others:
            listed = "、".join(named(s.path) for s in same if s is not other)
            yield (
                other.number,
                Finding(
                    "X806", f"{in_line(who)}交了 {len(same)} 份：另有 {listed}", "与本人核对，只留定稿", excerpt=who
                ),
            )


def _key(one: Seen) -> tuple[str, ...] | None:
    """What must be the same for two submissions to be of one person or body; None where that can't be told."""
    unit = one.person.unit
    if one.kind == "group":
        bodies = "、".join(sorted(set(_BODY.findall(one.title))))
        return (unit, bodies, one.titled.unit) if unit else None
    return (unit, one.person.name) if one.person.name and unit else None
