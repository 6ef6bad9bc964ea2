"""Numbers that start a heading or an item: 一、 （一） 1. （1） ① 第一， 一是 首先， 第一部分 问题一：."""

import re
from dataclasses import dataclass

DIGITS = "一二三四五六七八九十"
SENTENCE_END = "。！？；…"

_KINDS = {
    "part": rf"第[ \u3000]*(?P<part>[{DIGITS}]{{1,3}}|\d{{1,2}})[ \u3000]*部分[ \u3000]*[、，,：:．.]?[ \u3000]*",
    "named": rf"(?:问题|不足|差距|原因|措施)[ \u3000]*(?P<named>[{DIGITS}]{{1,2}}|\d{{1,2}})[ \u3000]*[、：:．.][ \u3000]*",
    "han": rf"(?P<han>[{DIGITS}]{{1,3}})[ \u3000]*[、，,．.：:](?![{DIGITS}])",
    "paren-han": rf"[（(〔][ \u3000]*(?P<paren_han>[{DIGITS}]{{1,3}})[ \u3000]*[)）〕][、，,．. \u3000]*",
    "arabic": r"(?P<arabic>\d{1,2})[ \u3000]*(?:[、．.](?!\d(?!\d?月))|[)）](?=\S))[ \u3000]*",
    "paren-arabic": r"[（(][ \u3000]*(?P<paren_arabic>\d{1,2})[ \u3000]*[)）][、，,．. \u3000]*",
    "circled": r"(?P<circled>[①-⑳])[ \u3000]*",
    "ordinal": rf"第(?P<ordinal>[{DIGITS}]{{1,3}})(?:[，,、：:]|个(?:问题|方面|原因)[是，,、：:])",
    "shi": rf"(?P<shi>[{DIGITS}]{{1,2}})(?:是|要(?![求是么]))[，,：:]?",
    "qi": rf"其(?P<qi>[{DIGITS}]{{1,2}})(?:是)?[，,、：:]?",
    "sequence": r"(?P<sequence>首先|其次|再次|再者|最后)[，,、：:]",
}
_MARK = re.compile("|".join(_KINDS.values()))
_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 4}
_INLINE = ("han", "paren-han", "arabic", "paren-arabic", "circled", "ordinal", "shi", "qi", "sequence")
_NUMBER = re.compile(rf"([{DIGITS[1:9]}]?)十([{DIGITS[:9]}]?)")
_BREAK = re.compile(
    rf"(?<=[{SENTENCE_END}：:!?;])[”’\"』」）)]?[ \u3000]*|(?<=[，,])(?=一[是要](?![{DIGITS}]))|(?<=[。；，]但)(?=一是)|(?<=但是)(?=一是)"
)

# 一、存在的问题（一）学习方面…: a heading's words that run into the first number below it
_GLUED = re.compile(
    rf"(?:[{DIGITS}]{{1,3}}[、，,．.]|[（(][{DIGITS}]{{1,3}}[)）])[ \u3000]*[^。，；：:！？\s（()）]{{2,24}}?(?=[（(]一[)）]|一是|首先[，,：:]|1[.．、](?!\d)|①|第一[，,])"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number as written: its ``kind``, its value, where it starts and where the words after it start (0-based)."""

    kind: str
    number: int
    start: int
    end: int


def chinese_number(text: str) -> int | None:
    """一 → 1, 十 → 10, 二十三 → 23; None for what is no number (二一十)."""
    if len(text) == 1:
        return DIGITS.index(text) + 1
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    tens, ones = DIGITS.find(match[1]) + 1 if match[1] else 1, DIGITS.find(match[2]) + 1 if match[2] else 0
    return tens * 10 + ones


def leading_mark(text: str, at: int = 0) -> Mark | None:
    """The number that ``text`` begins with at ``at``, if it begins with one."""
    match = _MARK.match(text, at)
    if not match or match.lastgroup is None:
        return None
    written = match[match.lastgroup]
    if match.lastgroup == "sequence":
        number: int | None = _SEQUENCE[written]
    elif match.lastgroup == "circled":
        number = ord(written) - ord("①") + 1
    else:
        number = int(written) if written.isdecimal() else chinese_number(written)
    return Mark(match.lastgroup.replace("_", "-"), number, at, match.end()) if number is not None else None


def inline_marks(text: str, start: int, end: int) -> list[Mark]:
    """The numbers inside ``text[start:end]`` that follow the end of a sentence or a clause that announces them."""
    found = []
    ends = sorted({m.end() for pattern in (_BREAK, _GLUED) for m in pattern.finditer(text, start, end)})
    for at in ends:
        mark = leading_mark(text, at) if at < end else None
        if mark and mark.kind in _INLINE:
            found.append(mark)
    following = {(m.kind, m.number) for m in found}
    # 有两处，一是项目，二是资金: behind a comma only a list whose 二是 begins a sentence counts
    return [m for m in found if text[m.start - 1] not in "，,但是" or (m.kind, m.number + 1) in following]


def sentence_end(text: str, start: int, end: int | None = None) -> int:
    """The offset of the first sentence-ending mark of ``text`` from ``start`` on, or ``end`` where there is none."""
    end = len(text) if end is None else end
    return next((i for i in range(start, end) if text[i] in "。！？!?"), end)
