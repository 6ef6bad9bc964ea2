"""Characters that look like others, or like nothing, as what they stand for: done once, when a text is read.

What is folded stays one character for one, and what is left out is told by its place, so that every offset in a source
can still be named. Radicals (⼀ ⽅ ⼈, what copies of many .pdf files hold) and compatibility ideographs become the ordinary
characters; Wingdings' ①② and the blank of GBK become what they show; marks of width and direction go.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# CJK Radicals Supplement, from U+2E80 on; 〓 for what equals no character of its own (Unicode: EquivalentUnifiedIdeograph).
_RADICALS = (
    "〓厂〓乚乙亻冂几刀刂卜卩小小兀尣尢〓巳幺彑彐忄心扌攵〓旡日月歺母民氵氺灬爪爫丬牛犭王疋目示礻竹纟纟罓罒罓罓网羊羊羊耂肀聿月臼"
    "艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長长长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
"""For a character class."""
_SYMBOLS = "\uf000-\uf0ff"
"""Where symbol fonts have their characters; without the font nobody knows what they are."""
_BLANKS = "\u1680\u2000\u2002\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_WIDE_BLANKS = "\u2001\u2003\u2800\u3164\uffa0\ue5e5"
_ODD = re.compile(rf"[{INVISIBLE}{_SYMBOLS}{_BLANKS}{_WIDE_BLANKS}\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
_LEFT_OUT = re.compile(f"[{INVISIBLE}{_SYMBOLS}]+")


@cache
def _table() -> dict[int, str]:
    table = {0x2E80 + i: c for i, c in enumerate(_RADICALS) if c != "〓"}
    for block in (range(0x2F00, 0x2FD6), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20)):
        table |= {n: c for n in block if len(c := unicodedata.normalize("NFKC", chr(n))) == 1 and c != chr(n)}
    for i, circled in enumerate(_CIRCLED):
        table[0xF081 + i] = table[0xF08C + i] = circled  # white and black in Wingdings
    blanks = dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_WIDE_BLANKS, "\u3000")
    return table | {ord(c): blank for c, blank in blanks.items()}


def fold(text: str) -> str:
    """``text`` with every look-alike replaced, of the same length."""
    return text.translate(_table()) if _ODD.search(text) else text


def seen(text: str) -> Iterator[tuple[int, str]]:
    """The stretches of a folded ``text`` that can be seen, each with its offset."""
    at = 0
    for match in _LEFT_OUT.finditer(text):
        if match.start() > at:
            yield at, text[at : match.start()]
        at = match.end()
    if at < len(text):
        yield at, text[at:] if at else text


def visible(text: str) -> str:
    """``text`` folded, what can't be seen left out: for sources whose offsets nobody needs."""
    return _LEFT_OUT.sub("", fold(text))
