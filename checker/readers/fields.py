"""Word's fields: which text is their result, which only their code."""

from typing import Literal

from checker.readers.package import Element, W

_State = Literal["code", "result", "contents"]


def is_contents(instruction: str | None) -> bool:
    """Whether a field's code asks for a table of contents, which only repeats the headings."""
    return (instruction or "").split()[:1] == ["TOC"]


class Fields:
    """The fields open at some point of the text, the outermost first. Not ``counting``: no field hides anything."""

    def __init__(self, counting: bool = True) -> None:
        self._counting = counting
        self._open: list[_State] = []
        self._hiding = 0

    @property
    def shown(self) -> bool:
        """Whether text at this point is seen: in no field's code."""
        return not self._hiding

    @property
    def balanced(self) -> bool:
        """Whether none is open; one that never closes hides the rest of the text."""
        return not self._open

    def mark(self, element: Element) -> None:
        """Take in a ``w:fldChar``."""
        kind = element.get(W + "fldCharType") if self._counting else None
        if kind == "begin":
            self._open.append("code")
            self._hiding += 1
        elif kind == "separate" and self._open and self._open[-1] == "code":
            self._open[-1] = "result"
            self._hiding -= 1
        elif kind == "end" and self._open:
            self._hiding -= self._open.pop() != "result"

    def instruction(self, element: Element) -> bool:
        """Take in a ``w:instrText``; True where it begins a table of contents."""
        if self._open and self._open[-1] == "code" and is_contents(element.text):
            self._open[-1] = "contents"
            return True
        return False
