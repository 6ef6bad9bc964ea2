"""The lines of a Markdown file as a reader of the page sees them: marks of headings, emphasis, quotes and lists taken off.

Links stay as written, since a link left over from a web page is a finding.
"""

import re
from itertools import chain

from checker.characters import fold, seen
from checker.readers.lines import Line

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t\u3000]+|(?=[^#\s]))")
_QUOTE = re.compile(r"(?:[ \t]*>[ \t]?)+")
_BULLET = re.compile(r"[ \t]*[-+*•·][ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})[ \t]*")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_TABLE_RULE = re.compile(r"[ \t:|-]+")
_ATTRIBUTES = re.compile(r"\{[ \t]*(?:[#.:][^{}]{0,200}|-[ \t]*)\}[ \t]*")
# ** before 镇, 局, 年 and the like is a blank that was never filled in, no emphasis, unless it begins the words.
_UNIT = r"[省市县区镇乡村局厅委处科院校年月日名次人个项]"
_BOLD = (
    rf"(?P<bold>(?<![\u3400-\u9fff])\*\*\*?(?!{_UNIT}[^*]*\*\*{_UNIT})|(?<=[\u3400-\u9fff])\*\*(?!{_UNIT})|(?<!\w)__)"
    r"(?=\S)(?P<b>.{1,3000}?)(?<=\S)(?P=bold)(?!(?<=__)\w)|"
)
_REST = (
    r"(?<![*\w])(?P<em>[*_])(?=[^\s*_])(?P<i>[^*_]+?)(?<=\S)(?P=em)(?![*\w])"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!>~|、])"
)
_MARK, _NOT_BOLD = re.compile(_BOLD + _REST), re.compile(_REST)
_CLOSING = re.compile(r"(?<=\S)(?:\*\*\*?|__)")
"""What can end something bold; behind the last one nothing need be looked for."""
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?:(?!---)[^\n]*\n){0,60}---[ \t]*(?:\r?\n|\Z)")


def markdown_lines(text: str) -> list[Line]:
    """The lines of a Markdown file, blank ones included; rules, fences and front matter count as blank."""
    front = _FRONT_MATTER.match(text)
    skipped = front[0].count("\n") if front and re.search(r"^\w[\w-]*:", front[0], re.M) else 0
    found: list[Line] = []
    for number, raw in enumerate(re.split(r"\r\n|[\n\r]", fold(text)), 1):
        if number <= skipped or _FENCE.match(raw) or _is_table_rule(raw):
            found.append(Line("", number))
        elif _RULE.fullmatch(raw):
            if found and found[-1].text and not found[-1].level and re.fullmatch(r"[ \t]*(?:={3,}|-{3,})[ \t]*", raw):
                found[-1] = _with_level(found[-1], 1 if "=" in raw else 2)
            found.append(Line("", number))
        else:
            found.append(_line(raw, number))
    return found


def _is_table_rule(raw: str) -> bool:
    """Two hyphens and, after them, an upright: ``| --- | --- |``."""
    at = raw.find("--")
    return at >= 0 and raw.find("|", at) > 0 and bool(_TABLE_RULE.fullmatch(raw))


def _with_level(line: Line, level: int) -> Line:
    text = _without_attributes(line.text, 0).rstrip()
    runs = tuple(run for run in line.runs if run[0] <= len(text))
    return Line(text, line.number, runs, level, line.bold, line.indented)


def _without_end(raw: str, at: int) -> str:
    """A heading without the attributes (``{#id}``) and the ``##`` that may close it, in either order."""
    return _unclosed(_without_attributes(_unclosed(raw, at), at), at)


def _without_attributes(raw: str, at: int) -> str:
    brace = raw.rfind("{", at)
    return raw[:brace] if brace > at and _ATTRIBUTES.fullmatch(raw, brace) else raw


def _unclosed(raw: str, at: int) -> str:
    bare = raw.rstrip(" \t")
    open_ = bare.rstrip("#")
    return open_.rstrip(" \t") if len(open_) < len(bare) and open_[at:] and open_[-1] in " \t" else bare


def _line(raw: str, number: int) -> Line:
    at = next((start for start, _ in seen(raw)), len(raw))
    level = 0
    if quote := _QUOTE.match(raw, at):
        at = quote.end()
    if heading := _HEADING.match(raw, at):
        at, level = heading.end(), len(heading[1])
        raw = _without_end(raw, at)
    elif bullet := _BULLET.match(raw, at):
        at = bullet.end()
    lead = re.compile(r"[ \t\u3000\xa0\ufeff]*").match(raw, at)
    indented = bool(lead and "\u3000" in lead[0])
    at = lead.end() if lead else at
    body = raw.rstrip(" \t\u3000\xa0\\")
    kept = _kept(body, at)
    text = "".join(body[i] for i in kept)
    runs = tuple((n, i + 1) for n, i in enumerate(kept) if n == 0 or kept[n - 1] != i - 1)
    bold = bool(re.fullmatch(r"(\*{2,3}|__)(?:(?!\1).)+\1", body[at:]))
    return Line(text, number, runs or ((0, 1),), level, bold, indented)


def _kept(body: str, at: int) -> list[int]:
    """The offsets of ``body`` from ``at`` on that are no mark-up."""
    dropped: set[int] = set()

    def mark(start: int, end: int) -> None:
        closed = max((found.end() for found in _CLOSING.finditer(body, start, end)), default=start)
        for match in chain(_MARK.finditer(body, start, closed), _NOT_BOLD.finditer(body, closed, end)):
            if match["escaped"]:
                dropped.add(match.start())
                continue
            name, inner = ("em", "i") if match["em"] else ("bold", "b")
            width = len(match[name])
            dropped.update(range(match.start(), match.start() + width), range(match.end() - width, match.end()))
            mark(match.start(inner), match.end(inner))

    mark(at, len(body))
    return [i for start, part in seen(body) for i in range(max(at, start), start + len(part)) if i not in dropped]
