"""What a pack needs besides an aspect's wording: a short title, words that only this aspect has, words of its causes and measures."""

import re
from collections.abc import Sequence

from checker.outline.campaign import fit
from checker.packs import DimensionRule, load_packs
from checker.segment import words

_HEAD = re.compile(r"^(?:带头|对照|检视|聚焦|进一步)(?!典型)")
_WEAK = frozenset(
    re.findall(
        r"\S+",
        "带头 对照 检视 聚焦 强化 扛起 方面 问题 情况 深入 切实 坚持 加强 推进 落实 进一步 提高 增强 严格 深刻 坚决 自觉 持续 不断 "
        "全面 认真 做到 是否 我们 以及 其他 相关 有关 工作 进行 开展 抓好 做好",
    )
)
_BEGIN, _END = frozenset("的和与及在以对了把被从等"), frozenset("的和与及在以对了把被从为不更")
_SHORT = 24
_FIT = 0.85
_LEAST, _GOOD, _HANDY, _MOST = 2, 4, 6, 10


def short_titles(titles: Sequence[str]) -> list[str]:
    """A name for each aspect that no other has: its first clause, or all of it; empty where it is the title itself."""
    first = [_HEAD.sub("", re.split(r"[，；]", t)[0]) for t in titles]
    found = []
    for name, title in zip(first, titles, strict=True):
        good = first.count(name) == 1 and len(name) >= _LEAST and name != title
        found.append(name if good and len(name) < len(title) else "")
    return found


def anchors(titles: Sequence[str], number: int) -> list[str]:
    """Words of the title ``number`` that are in no other: whole clauses before pieces of them, at most four."""
    plain = [_plain(t) for t in titles]
    others = [p for n, p in enumerate(plain) if n != number]

    def own(piece: str) -> bool:
        return len(piece) >= _LEAST and piece in plain[number] and not any(piece in other for other in others)

    clauses = [_HEAD.sub("", _plain(c)) for c in re.split(r"[，、；：]|(?<=[”》])和(?=[“《])", titles[number])]
    quoted = [_plain(q) for q in re.findall(r"[“《]([^“”《》]+)[”》]", titles[number])]
    found = [p for p in (*quoted, *clauses) if len(p) <= _HANDY and own(p)]
    if len(found) < 2:
        for piece in _pieces(titles[number]):
            if len(found) < 3 and own(piece) and not any(piece in kept or kept in piece for kept in found):
                found.append(piece)
    if not found:
        whole = _HEAD.sub("", plain[number])
        found = [whole] if own(whole) else [p for p in (plain[number],) if own(p)]
    return list(dict.fromkeys(found))[:4]


def topics(title: str) -> list[str]:
    """Words of the causes and measures that answer the aspect: those of a built-in pack's where it is the same, and its own."""
    best = max(_known(), key=lambda rule: fit(_quotes(title), rule))
    known = best.topics if fit(_quotes(title), best) >= _FIT else ()
    own = [w.text for w in words(title) if len(w.text) > 1 and w.text not in _WEAK and w.text.isalnum()]
    return list(dict.fromkeys((*own, *known)))[:16]


def _known() -> list[DimensionRule]:
    return [rule for pack in load_packs().values() for rule in pack.all_dimensions]


def _pieces(title: str) -> list[str]:
    """Runs of words, of four characters at least, those first that make good anchors: one word, then two, then longer ones."""
    cut = [w.text for w in words(title)]
    found: dict[str, int] = {}
    for start in range(len(cut)):
        piece = ""
        for count, word in enumerate(cut[start:], 1):
            if not word.isalnum():
                break
            piece += word
            if len(piece) > _MOST:
                break
            if (
                len(piece) >= _GOOD
                and piece[0] not in _BEGIN
                and piece[-1] not in _END
                and piece not in _WEAK
                and not _HEAD.match(piece)
            ):
                found.setdefault(piece, count)
    return sorted(found, key=lambda p: (not 4 <= len(p) <= _HANDY, found[p], -len(p)))


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _quotes(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')
