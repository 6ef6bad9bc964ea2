"""Two sound submissions of our own, and examples put into them."""

import re
from functools import cache
from pathlib import Path

from checker.rulebook import Example

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_FILES = {"individual": "frame.md", "group": "frame-group.md"}
_SECTIONS = {"上年度": "上年度整改", "问题": "问题", "原因": "原因", "措施": "措施"}


@cache
def parts(kind: str) -> dict[str, str]:
    """The parts of the sound submission of this kind by the names that examples call them by."""
    head, *sections = re.split(r"^(?=## )", (_FIXTURES / _FILES[kind]).read_text("utf-8"), flags=re.MULTILINE)
    title, unit, opening = head.split("\n\n", 2)
    found = {"标题": title, "单位": unit, "引言": opening.strip()}
    for section in sections:
        name = next(name for word, name in _SECTIONS.items() if word in section.split("\n")[0])
        found[name] = section.strip()
    found["措施"], found["落款"] = found["措施"].rsplit("\n\n", 1)
    for number, dimension in zip(
        "一二三四五六", re.split(r"^(?=### )", found["问题"], flags=re.MULTILINE)[1:], strict=False
    ):
        found[f"方面{number}"] = dimension.strip()
        found[f"方面{number}正文"] = dimension.split("\n\n", 1)[1].strip()
    return found


def placed(example: Example) -> str:
    """The file that ``example`` makes."""
    if example.place == "file":
        return example.text
    named = parts(example.kind)
    if example.place == "document":
        filled = re.sub(r"〔(\w+)〕", lambda m: named[m[1]], example.text)
        return _numbered("\n\n".join(line for line in filled.split("\n") if line.strip()))
    if example.place == "title":
        named = {**named, "标题": example.text}
    elif example.place == "opening":
        first, last = named["引言"].rsplit("\n\n", 1)
        named = {**named, "引言": f"{first}\n\n{example.text}\n\n{last}"}
    else:
        after = {"item": "方面一", "cause": "原因", "measure": "措施"}[example.place]
        whole = "问题" if after == "方面一" else after
        named = {**named, whole: named[whole].replace(named[after], f"{named[after]}\n\n{example.text}")}
    return "\n\n".join(named[name] for name in ("标题", "单位", "引言", "上年度整改", "问题", "原因", "措施", "落款"))


def _numbered(text: str) -> str:
    """``text`` with its parts and dimensions numbered anew, whichever were left out or moved."""
    for head in (r"^(## )[一二三四五六七](?=[、，])", r"^(### （)[一二三四五六七](?=）)"):
        numbers = iter("一二三四五六七")
        text = re.sub(head, lambda m, n=numbers: m[1] + next(n), text, flags=re.MULTILINE)  # type: ignore[misc]
    return text
