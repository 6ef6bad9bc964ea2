"""从甲、乙、丙等三个方面: short things joined in a sentence, where only the words about them tell that they are a list."""

import re
from collections.abc import Iterator

from checker.notice.counts import declared
from checker.notice.model import Candidate, Passage

_ENDS = re.compile(
    r"(?:等)?(?:这)?(?P<n>(?:[一二两三四五六七八九十]|\d{1,2})个?)?(?:方面|(?<=[个等])维度)(?:的)?|(?<=[义风])(?:等)?(?:方面)?(?:的)?(?:突出)?问题|的(?:主旨要义|规定)|[。；;]|$"
)
_INTRO = re.compile(
    r"(?<!、)(?:从|围绕|聚焦|紧扣|针对|对照(?:检查)?|查摆|检视|查找|检查|包括|分别(?:是|为)|即|[：:]|[—－-]{2}|就|在)(?:自身|自己|本人|班子)?(?:的)?"
)
_SEPARATORS = ("；;", "，,", "、")
_LAST = re.compile(r"(?:以及|和|及|与)")
_SHARED = re.compile(r"(?:严格)?(?:遵守|严守|执行)(?:党的)?|党的")
_LONGEST = 40


def short_lists(passage: Passage, before: str) -> Iterator[Candidate]:
    """Lists that an opening word (从, 围绕, ：) and 等……方面 or the end of the sentence hold together."""
    text = passage.text
    for stop in _ENDS.finditer(text):
        begin = (
            max(text.rfind("。", 0, stop.start()), text.rfind("；", 0, stop.start()) if "方面" in stop[0] else -1) + 1
        )
        clause = text[begin : stop.start()]
        tail = text[stop.start() : stop.start() + 40].split("。")[0]
        wanted = declared("", tail) if stop["n"] else declared(clause)
        closed = bool(re.search("方面|维度|问题|主旨|规定", stop[0]))
        if clause.endswith("”") and closed and (parts := split(clause[clause.rfind("“") :], wanted)[0]):
            at = begin + clause.rfind("“")
            yield Candidate(
                parts, "short", text[begin:at], tail, passage.paragraph, at, stop.start(), passage.headings, wanted
            )  # fmt: skip
            continue
        for intro in reversed([*_INTRO.finditer(clause)]):
            if (not closed and intro[0][-1] not in "：:即是为括—－-") or (
                stop[0].endswith(("主旨要义", "规定")) and "对照" not in intro[0]
            ):
                continue
            parts, unsure = split(clause[intro.end() :], wanted)
            if len(parts) >= 3 and (not wanted or len(parts) == wanted):
                if intro[0].startswith("在") and all(p.startswith("在") for p in parts[1:]):
                    parts = ("在" + parts[0], *parts[1:])
                parts = _even(parts)
                lead = clause[: intro.end()]
                yield Candidate(
                    parts, "short", lead if len(lead) > 3 else before + lead, tail, passage.paragraph, begin + intro.end(),
                    stop.start(), passage.headings, wanted, unsure,
                )  # fmt: skip
                break


def split(text: str, wanted: int) -> tuple[tuple[str, ...], str]:
    """``text`` in its parts, as many as ``wanted`` where that is known; and what is unsure about it."""
    text = text.strip()
    if text[:1] == "“" and text.find("”") == len(text) - 1:
        text = text[1:-1]
    ways = [way for marks in _SEPARATORS for way in _ways(text, marks)]
    ways = [way for way in ways if len(way) > 2 and all(1 < len(p) <= _LONGEST for p in way)]
    if not ways:
        return (), ""
    if wanted:
        right = [way for way in ways if len(way) == wanted]
        return (right[0], "") if right else ((), "")
    mixed = "，" in text and "、" in text
    best = next((way for way in ways if not mixed or len(way) > 2), ways[0])
    unsure = "逗号和顿号混用，没有说一共几个，按逗号分开" if mixed and "，".join(best) == text else ""
    joined = _LAST.search(best[-1])
    if joined and not mixed:
        lengths = sorted(len(p) for p in best[:-1])
        halves = (best[-1][: joined.start()], best[-1][joined.end() :])
        if all(abs(len(h) - lengths[len(lengths) // 2]) <= 1 for h in halves):
            return (*best[:-1], *halves), f"最后的“{best[-1]}”按两个方面分开"
    return best, unsure


def _even(parts: tuple[str, ...]) -> tuple[str, ...]:
    """``parts`` without what the first one alone has before it and all share: 遵守政治纪律、组织纪律."""
    shared = _SHARED.match(parts[0])
    if not shared or any(_SHARED.match(p) for p in parts[1:]):
        return parts
    rest = parts[0][shared.end() :]
    return (rest, *parts[1:]) if len(rest) > 1 and all(p[-2:] == rest[-2:] for p in parts) else parts


def _ways(text: str, marks: str) -> Iterator[tuple[str, ...]]:
    """``text`` split at ``marks``; then the same with its last part split at 和."""
    parts = tuple(p.strip(" \u3000“”") if p.count("“") != p.count("”") else p.strip() for p in _outside(text, marks))
    yield parts
    joined = _LAST.search(parts[-1])
    if joined and joined.start():
        yield (*parts[:-1], parts[-1][: joined.start()], parts[-1][joined.end() :])


def _outside(text: str, marks: str) -> list[str]:
    """``text`` split at ``marks`` that stand in no quotes and no book names."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth += (char in "“《（") - (char in "”》）")
        if char in marks and depth <= 0:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]
