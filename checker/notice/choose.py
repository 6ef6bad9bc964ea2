"""All that a notice lists → the aspects that it wants answered, by whom, and what is unsure about them."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from checker.notice.context import ENOUGH, worth
from checker.notice.element import title_of
from checker.notice.inline import headed_lists, ordinal_lists, quoted_lists
from checker.notice.model import AspectList, Candidate, Meeting, Passage, Subject
from checker.notice.rows import labelled_rows, numbered_rows, plain_rows, table_columns
from checker.notice.short import short_lists

_GROUP = re.compile(
    r"领导班子(?!成员)|(?<!领导)班子(?!成员)|支部委员会|支委会(?!委员|成员)|党支部(?!书记|委员|党员|组织生活)|(?<!基层)党组(?!书记|成员|织)|党委(?!书记|委员|班子成员)|党总支(?!书记)"
)
_PERSON = re.compile(
    r"班子成员|党员领导干部|党员干部|全体党员|每名党员|党组成员|(?<=班子)(?:及|和)其?成员|党委(?:委员|成员)|党员(?!领导|干部|教育|管理|日常|先锋|意识|大会|队伍)|个人|领导干部|支部委员(?!会)|支委委员"
)
_MEETING = re.compile(r"[^，。；：]{0,24}(?:民主|组织)?生活会|民主评议党员")
_TOO = re.compile(r"(?:支委会|支部委员会|党支部|班子|个人|党员|成员)也(?:要|应|须)?(?:按|照|对照|从|围绕)")
Scored = tuple[int, Candidate, tuple[str, ...]]


def aspect_lists(found: Sequence[Passage], meeting: Meeting) -> tuple[tuple[AspectList, ...], tuple[str, ...]]:
    """The lists to use, at most one for a subject, and what a person has to look at."""
    accepted = _distinct(_accepted(found))
    if not accepted:
        return (), ()
    best: dict[Subject, Scored] = {}
    unsure = []
    for one in sorted(accepted, key=lambda s: -s[0]):
        subject = subject_of(one[1], meeting)
        if subject not in best:
            best[subject] = one
        elif one[0] >= best[subject][0] - 1:
            unsure.append(_also(one))
    whole: Subject = "both" if "both" in best else ""
    if whole in best and ("group" in best or "individual" in best):
        rivals = [best[s] for s in ("group", "individual") if s in best]
        if len(rivals) == 2 or max(r[0] for r in rivals) > best[whole][0]:
            unsure.append(_also(best.pop(whole)))
        else:
            unsure += [_also(best.pop(s)) for s in ("group", "individual") if s in best]
    for extra in [s for s in best if s in ("", "both") and s != whole]:
        unsure.append(_also(best.pop(extra)))
    if meeting == "minzhu" and set(best) <= {"individual", "group"} and len(best) == 1:
        (only,) = best
        unsure.append(
            f"这几个方面通知是对{'班子' if only == 'group' else '个人'}说的，没有另给{'个人' if only == 'group' else '班子'}的，按都要对照写"
        )
        best = {"both": best[only]}
    if len(best) == 1 and set(best) <= {"individual", "group"} and any(_TOO.search(p.text) for p in found):
        best = {"both": next(iter(best.values()))}
    order = sorted(best, key=lambda s: ("individual", "group", "both", "").index(s))
    return tuple(_made(best[s], s) for s in order), tuple(unsure)


def subject_of(found: Candidate, meeting: Meeting) -> Subject:
    """Whom the words before a list name last: a body, single persons, both or nobody."""
    for text in (found.lead, *reversed(found.headings)):
        plain = _MEETING.sub("", text)
        group, person = bool(_GROUP.search(plain)), bool(_PERSON.search(plain))
        if group and person:
            return "both"
        if group or (person and meeting != "minzhu") or (person and re.search("个人|班子成员", plain)):
            return "group" if group else "individual"
    return ""


def _accepted(found: Sequence[Passage]) -> list[Scored]:
    """Every list that counts; the surer form first, so that nothing is read twice."""
    taken: list[Candidate] = []
    accepted = []
    for candidate in _all(found):
        titles = tuple(title_of(e) for e in candidate.elements)
        score = worth(candidate, titles)
        if score >= ENOUGH and not any(_overlap(candidate, t) for t in taken):
            taken.append(candidate)
            accepted.append((score, candidate, titles))
    return accepted


def _all(found: Sequence[Passage]) -> list[Candidate]:
    inside = [
        (p, found[n - 1].text.split("。")[-1] if n and found[n - 1].text.endswith(("：", ":")) else "")
        for n, p in enumerate(found)
    ]
    return [
        *table_columns(found),
        *numbered_rows(found),
        *labelled_rows(found),
        *plain_rows(found),
        *(c for p, before in inside for c in ordinal_lists(p, before)),
        *(c for p, _ in inside for c in quoted_lists(p)),
        *(c for p, before in inside for c in headed_lists(p, before)),
        *(c for p, before in inside for c in short_lists(p, before)),
    ]


def _overlap(one: Candidate, other: Candidate) -> bool:
    if one.covers or other.covers:
        return one.paragraph in other.covers or other.paragraph in one.covers
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _distinct(accepted: list[Scored]) -> list[Scored]:
    """``accepted`` with those that say the same joined: the fuller wording stays, the higher score counts."""
    kept: list[Scored] = []
    for one in accepted:
        same = next((n for n, k in enumerate(kept) if _same(one[2], k[2])), None)
        if same is None:
            kept.append(one)
            continue
        old = kept[same]
        fuller = one if _letters(one[2]) > _letters(old[2]) else old
        kept[same] = (max(one[0], old[0]) + 1, fuller[1], fuller[2])
    return kept


def _letters(titles: tuple[str, ...]) -> int:
    return sum(len(t) for t in titles)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other):
        return False
    alike = [
        a in b or b in a or SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.6
        for a, b in zip(one, other, strict=True)
    ]
    return sum(alike) >= 0.7 * len(one)


def _made(one: Scored, subject: Subject) -> AspectList:
    _, found, titles = one
    unsure = [found.unsure] if found.unsure else []
    if found.declared and found.declared != len(titles):
        unsure.append(f"通知说 {found.declared} 个，读出 {len(titles)} 个")
    return AspectList(titles, subject, found.paragraph, tuple(unsure))


def _also(one: Scored) -> str:
    titles = "；".join(t if len(t) <= 24 else t[:24] + "…" for t in one[2])
    return f"第 {one[1].paragraph} 段还列了另一组，没有采用：{titles}"
