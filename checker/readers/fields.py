"""Word's fields: which text is their result, which only their code."""

import re
from typing import Literal

from checker.readers.package import Element, W

_State = Literal["code", "result", "contents"]
_ENCLOSED = re.compile(r"\s*eq\s+\\o(?:\s*\\a[clr])?\s*\(\s*[○◯〇□△◇]\s*[,，;]\s*(\w{1,2})\s*\)\s*", re.IGNORECASE)
_LONGEST = 500


def is_contents(instruction: str | None) -> bool:
    """Whether a field's code asks for a table of contents, which only repeats the headings."""
    return (instruction or "").split()[:1] == ["TOC"]


def enclosed(code: str) -> str:
    """What Word's 带圈字符 shows, ``eq \\o\\ac(○,1)``: ①, or the character itself where there is none with a ring."""
    found = _ENCLOSED.fullmatch(code)
    if found is None:
        return ""
    return chr(0x245F + int(found[1])) if re.fullmatch("[1-9]|1[0-9]|20", found[1]) else found[1]


class Fields:
    """The fields open at some point of the text, the outermost first. Not ``counting``: no field hides anything."""

    def __init__(self, counting: bool = True) -> None:
        self._counting = counting
        self._open: list[_State] = []
        self._codes: list[str] = []
        self._hiding = 0

    @property
    def shown(self) -> bool:
        """Whether text at this point is seen: in no field's code."""
        return not self._hiding

    @property
    def balanced(self) -> bool:
        """Whether none is open; one that never closes hides the rest of the text."""
        return not self._open

    def mark(self, element: Element) -> str:
        """Take in a ``w:fldChar``. Returns what a field shows that ends without a result (带圈字符), else nothing."""
        kind = element.get(W + "fldCharType") if self._counting else None
        if kind == "begin":
            self._open.append("code")
            self._codes.append("")
            self._hiding += 1
        elif kind == "separate" and self._open and self._open[-1] == "code":
            self._open[-1] = "result"
            self._hiding -= 1
        elif kind == "end" and self._open:
            state, code = self._open.pop(), self._codes.pop()
            self._hiding -= state != "result"
            return enclosed(code) if state == "code" else ""
        return ""

    def instruction(self, element: Element) -> bool:
        """Take in a ``w:instrText``; True where it begins a table of contents."""
        if not self._open or self._open[-1] != "code":
            return False
        if is_contents(element.text):
            self._open[-1] = "contents"
            return True
        self._codes[-1] = (self._codes[-1] + (element.text or ""))[:_LONGEST]
        return False
