"""Another unit than the author's own, left from the text that was copied (W514); only where it can't be right."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from checker.checks.whole import Whole
from checker.data import load_toml, rules_folder
from checker.finding import Finding
from checker.submission import Submission

_HAN = r"[\u4e00-\u9fff]"
_LEVELS = r"(?:县|区|镇|乡|街道)"
_OWN_PLACE = re.compile(rf"({_HAN}{{2,3}}?)({_LEVELS})")
_GIVER = re.compile(
    rf"(?:按照|根据|遵照)(?:中共)?({_HAN}{{2,3}})({_LEVELS})(?:纪委|党?委|党工委)(?:机关|组织部|办公室|巡察办)?"
    r"[^。；\n]{0,40}(?:通知|部署|安排|要求)"
)
_ENDS = "按照根据遵照中共和与的在省市州盟"
_SHOWN = 20
_EARLIER = re.compile(r"(?:时任|曾任|原任|任职时|工作时|挂职|借调|邻|外地|兄弟)")


class _UnitKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    own: tuple[str, ...]
    said: tuple[str, ...]


class _Units(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: tuple[_UnitKind, ...]


@cache
def _kinds() -> tuple[_UnitKind, ...]:
    return load_toml(rules_folder() / "lexicon" / "units.toml", _Units).kind


def check(submission: Submission, whole: Whole) -> Iterator[Finding]:
    """``whole`` is the submission's normalised text."""
    head = submission.normal(f"{submission.outline.title}\n{submission.outline.byline}").text
    yield from _of_another_kind(head, submission, whole)
    yield from _of_another_place(head, submission, whole)


def _of_another_kind(head: str, submission: Submission, whole: Whole) -> Iterator[Finding]:
    own = [kind for kind in _kinds() if any(word in head for word in kind.own)]
    if not own:
        return
    lawful = {word for kind in own for word in kind.said}
    for kind in _kinds():
        for word in kind.said:
            if word in lawful:
                continue
            found = [
                m
                for m in re.finditer(rf"(?<![自本对让给]){word}(?![长里务门们])", whole.text)
                if not _earlier(whole, m)
            ]
            if found:
                places = tuple(whole.span(*match.span()) for match in found)
                yield Finding(
                    "W514",
                    f"“{word}”：标题、署名说的是{'、'.join(k.name for k in own)}的材料",
                    "改成自己的单位；引述别人的话，加上引号",
                    places,
                    submission.written(places[0]),
                    len(places),
                )


def _earlier(whole: Whole, match: re.Match[str]) -> bool:
    """Whether the word is quoted, or the sentence tells of an earlier post or of others."""
    start = max(whole.text.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
    before = whole.text[start : match.start()]
    return before.count('"') % 2 == 1 or bool(_EARLIER.search(whole.text[start : match.end() + _SHOWN]))


def _of_another_place(head: str, submission: Submission, whole: Whole) -> Iterator[Finding]:
    own = {level: name for name, level in _OWN_PLACE.findall(head)}
    for match in _GIVER.finditer(whole.text):
        name, level = match[1], match[2]
        if level in own and not head.count(name + level) and name[-1] not in _ENDS and name[0] not in _ENDS:
            if own[level][-2:] == name[-2:] or name.endswith("自治"):
                continue
            place = whole.span(match.start(1), match.end(2))
            found = submission.written(place)
            yield Finding(
                "W514",
                f"“{found}”：标题、署名写的是“{own[level]}{level}”",
                "核对是不是从别处的稿子留下的地名",
                (place,),
                found,
            )
