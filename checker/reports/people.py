"""Whose submission it is: unit, name and post, from folder, file name, byline and title; empty rather than wrong."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checker.reports import vocabulary as v

_POST = rf"(?:{v.BODIES})?(?:{v.RANKS})?(?:{v.LEADERS}|{v.STAFF})"
_POSTS = rf"{_POST}(?:[、，,兼]{{1,2}}[\u4e00-\u9fff]{{0,10}}?(?:{v.LEADERS}|{v.STAFF}))*"
_NAME = (
    rf"(?:(?:{v.COMPOUND_SURNAMES}|[{v.SURNAMES}])[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,5}}·[\u4e00-\u9fff]{{2,6}})"
)
_IS_NAME = re.compile(_NAME)
_NO_NAME = re.compile(
    rf"^(?:{v.NO_NAMES})$|(?:{v.UNITS}|{v.LEADERS}|{v.STAFF}|[长员稿版年月日方面类案表册])(?:·|$)|{v.NO_NAME_PARTS}"
)
_IS_UNIT = re.compile(rf"[\u4e00-\u9fff\d“”、]{{1,30}}(?:{v.UNITS})")
_NO_UNIT = re.compile(
    rf"\d{{4}}.*|第?[一二三四五六七八九十\d]+(?:批|组|次|轮|季度|月)?|.*(?:{v.NO_UNITS})$|[A-Za-z\d _.\-]*"
    r"|.*(?:稿|版|材料|汇总|个人|班子|未审|已审|审核|提交|上报|报送|附件|其他|备份|新建文件夹).*"
)
_AFTER_UNIT = (
    re.compile(rf"(?P<post>{_POSTS})"),
    re.compile(rf"(?P<post>{_POSTS})(?P<name>{_NAME})"),
    re.compile(rf"(?P<name>{_NAME})(?P<post>{_POSTS})?"),
)
_WITHOUT_UNIT = (
    re.compile(rf"(?P<post>{_POSTS})"),
    re.compile(rf"(?P<name>{_NAME})(?P<post>{_POSTS})"),
    re.compile(rf"(?P<post>(?!.*领导)[\u4e00-\u9fff]{{2,6}}(?:{v.STAFF}))"),
)
_GROUP = re.compile(r"(?:党委|党组|党工委)?(?:领导)?班子(?:成员)?$|(?<=[司团院校局镇乡])(?:党委|党组)$")
_CAMPAIGN = re.compile(
    r"(?:个人|班子|领导班子|党员|本人)?(?:20\d\d)?年?度?(?:专题)?(?:民主生活会|组织生活会|专题|主题教育|党史学习教育"
    r"|学习贯彻|对照检查|检视剖析|党性分析|自我剖析|剖析检查|发言|汇报|“|个人|材料|终稿|定稿|初稿|修改|送审|报送|上报|最新"
    r"|第[一二三四五六七八九十\d]+稿|同志|\d{4}|[vV]\d).*"
)
_LIST_NUMBER = re.compile(
    r"^\s*[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．_\-－— ]+|^\d{1,3}(?=[\u4e00-\u9fff])"
)
_SPACED_NAME = re.compile(rf"(?<![\u4e00-\u9fff])([{v.SURNAMES}])\s+(?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))")
_FILE_CUT = re.compile(r"[\s\-_—–－＿•+,，.。()（）\[\]【】《》〈〉:：|~]+")
_LONGEST = 120
_TEXT_CUT = re.compile(r"[\s（）()：:]+")


@dataclass(frozen=True, slots=True)
class Person:
    """Who a submission is from; what couldn't be told for certain is empty. A leading body has no name and no post."""

    unit: str = ""
    name: str = ""
    post: str = ""


def steps(path: str) -> list[str]:
    """The folders of ``path`` and its file name without suffix, outermost first; list numbers before a name dropped."""
    parts = [p for p in re.split(r"[/\\]", path) if p not in ("", ".", "..")]
    parts = [re.sub(r"\.(?:zip|[A-Za-z]{2,5})$", "", p) if p in parts[-1:] or p.endswith(".zip") else p for p in parts]
    return [_LIST_NUMBER.sub("", p).strip() or p for p in parts]


def shared_folders(paths: Iterable[str]) -> int:
    """How many folders all ``paths`` begin with alike: what lies below them sorts the submissions by unit."""
    folders = [steps(p)[:-1] for p in paths]
    level = 0
    while folders and all(len(f) > level for f in folders) and len({f[level] for f in folders}) == 1:
        level += 1
    return level


def identify(path: str, title: str | None, byline: str | None, shared: int = 0) -> Person:
    """Who the submission at ``path`` is from. ``shared``: how many of its folders the whole batch has in common."""
    *folders, _ = steps(path)
    below = folders[shared:]
    folder = next((f for f in below if not _NO_UNIT.fullmatch(f) and not _is_name(f)), "")
    file, owner, _ = parts_of(path, shared)
    signed, titled = office(byline or ""), office(title or "")
    shared_unit = next((f for f in reversed(folders) if _is_unit(f)), "")
    return Person(
        unit=folder or file.unit or signed.unit or titled.unit or shared_unit,
        name=file.name or owner or signed.name,
        post=signed.post or titled.post or file.post,
    )


def parts_of(path: str, shared: int = 0) -> tuple[Person, str, str]:
    """What the file name says, whose name a folder bears, and which unit's folder it is: certain ones only."""
    *folders, stem = steps(path)
    below = folders[shared:]
    owner = next((f for f in reversed(below) if _is_name(f)), "")
    unit = next((f for f in reversed(folders) if _is_unit(f)), "")
    return _merge(_FILE_CUT.split(stem)), owner, unit


def office(text: str) -> Person:
    """Unit, name and post in a byline or title such as 「县水利局党组书记、局长 张三」."""
    return _merge(_TEXT_CUT.split(_SPACED_NAME.sub(r"\1", text[:_LONGEST])))


def _merge(words: Iterable[str]) -> Person:
    """What the words say together: a second unit belongs to the post; two names are none."""
    unit, names, posts = "", set(), []
    for piece in map(_piece, words):
        if unit and piece.unit and piece.post:
            posts.append(piece.unit + piece.post)
        else:
            unit = unit or piece.unit
            posts.append(piece.post)
        names.add(piece.name)
    names.discard("")
    return Person(unit, names.pop() if len(names) == 1 else "", "、".join(dict.fromkeys(filter(None, posts))))


def _piece(written: str) -> Person:
    """One word without spaces: name, unit, post, or these run together; cut where the campaign's name begins."""
    word = _CAMPAIGN.sub("", written)
    if "·" in word and not _is_name(word):
        return _merge(word.split("·"))
    if _is_name(word):
        return Person(name=word)
    body = _GROUP.sub("", word)
    if body != word or _is_unit(word):
        return Person(body) if _is_unit(body) else Person()
    ends = [end for end in range(2, len(word)) if _is_unit(word[:end])]
    for pattern in _AFTER_UNIT:
        for end in ends:
            if found := _match(pattern, word[end:]):
                return Person(word[:end], found.name, found.post)
    return next(filter(None, (_match(pattern, word) for pattern in _WITHOUT_UNIT)), Person())


def _match(pattern: re.Pattern[str], word: str) -> Person | None:
    found = pattern.fullmatch(word)
    if not found:
        return None
    said = found.groupdict(default="")
    name = said.get("name", "")
    return Person("", name, said.get("post", "")) if not name or _is_name(name) else None


def _is_name(word: str) -> bool:
    return bool(_IS_NAME.fullmatch(word)) and not _NO_NAME.search(word)


def _is_unit(word: str) -> bool:
    return bool(_IS_UNIT.fullmatch(word)) and not _NO_UNIT.fullmatch(word)
