"""The text that patterns are matched on, with the way back to the text as written.

Normalising folds full-width letters and digits and traditional characters, unifies quotes, brackets and half-width marks after Chinese characters, drops
spaces inside Chinese text and restores what web copies write in letters (dangshi → 党史). Patterns then need one spelling
only: ``"`` for any double quote, ``(`` and ``)`` for any bracket, ``，；：？！`` for these marks. Every finding still points
at the original characters.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from checker.characters import INVISIBLE, fold
from checker.traditional import simplified

HAN = r"\u3400-\u9fff"

_ONE_TO_ONE = str.maketrans(
    dict.fromkeys("“”„‟〝〞＂「」『』", '"')
    | dict.fromkeys("‘’‚‛＇", "'")
    | {
        "（": "(",
        "）": ")",
        "．": ".",
        "％": "%",
        "－": "-",
        "＋": "+",
        "／": "/",
        "\u3000": " ",
        "\xa0": " ",
        "\t": " ",
        "\n": " ",
    }
    | {chr(0xFF10 + i): chr(0x30 + i) for i in range(10)}
    | {chr(0xFF21 + i): chr(0x41 + i) for i in range(26)}
    | {chr(0xFF41 + i): chr(0x61 + i) for i in range(26)}
)
_HALF = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_NEAR = rf"[{HAN}，。；：、！？（）()\"'《》]"
_TOKEN = re.compile(
    rf"(?P<invisible>[{INVISIBLE}]+)"
    rf"|(?P<space>(?:(?<={_NEAR}) +| +(?={_NEAR})|^ +| +$))"
    rf"|(?P<half>(?<=[{HAN}\"')])[,;:?!])"
    rf"|(?P<letters>(?<![A-Za-z])[A-Za-z]{{2,}}(?![A-Za-z]))"
)


@dataclass(frozen=True, slots=True)
class Normal:
    """``text`` normalised; ``starts`` and ``ends`` give, for each of its characters, the original offsets that it stands for."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets (0-based, end exclusive) of ``text[start:end]``; an empty stretch stays empty."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


def normalise(text: str, letters: Mapping[str, str] | None = None) -> Normal:
    """``text`` as patterns see it. ``letters`` maps lower-case Latin words to the Chinese ones that they stand for."""
    folded = simplified(fold(text)).translate(_ONE_TO_ONE)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0

    def copy(until: int) -> None:
        out.append(folded[at:until])
        starts.extend(range(at, until))
        ends.extend(range(at + 1, until + 1))

    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        if match["half"]:
            new = _HALF[match[0]]
        elif match["letters"]:
            restored = letters.get(match[0].lower()) if letters else None
            if restored is None:
                continue
            new = restored
        else:
            new = ""
        copy(start)
        out.append(new)
        starts.extend([start] * len(new))
        ends.extend([end] * len(new))
        at = end
    copy(len(folded))
    return Normal("".join(out), tuple(starts), tuple(ends))
