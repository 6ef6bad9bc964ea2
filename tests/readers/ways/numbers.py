"""Ways of letting Word number paragraphs."""

from collections.abc import Callable

from tests.readers.builder import STYLES, docx, level, number, numbering, p, r
from tests.readers.texts import Line
from tests.readers.ways.registry import Text, way


def _numbered(text: Text, properties: Callable[[Line], str], styles: str, numbers: str) -> bytes:
    body = "".join(
        p(
            r(t.text.removeprefix(t.label) if properties(t) else t.text),
            0 if "pStyle" in properties(t) else t.level,
            properties(t),
        )
        for t in text
    )
    return docx(body, styles=styles, numbers=numbers)


_FORMS = {
    "一、": ("chineseCountingThousand", "%{}、"),
    "（一）": ("chineseCounting", "（%{}）"),
    "1.": ("decimal", "%{}."),
    "第一部分 ": ("japaneseCounting", "第%{}部分 "),
    "①": ("decimalEnclosedCircle", "%{}"),
}
_DEPTHS = (("第一部分 ",), ("一、",), ("（一）", "1."), ("①",))


def _depth(line: Line) -> int | None:
    """The list level of a line by the form of its number; None where it isn't numbered."""
    patterns = {"第": 0, "、": 1, "）": 2, ".": 2, "①": 3, "②": 3}
    return next((at for mark, at in patterns.items() if mark in line.label), None)


def _definition(text: Text, more: Callable[[int], str] = lambda _at: "") -> str:
    labels = "".join(t.label for t in text)
    third = "1." if "1." in labels else "（一）"
    return "".join(
        level(at, form, pattern.format(at + 1), more(at))
        for at, label in enumerate(("第一部分 ", "一、", third, "①"))
        for form, pattern in [_FORMS[label]]
    )


@way
def automatic_numbers(text: Text) -> bytes:
    """Numbers that Word computes, one multi-level list."""

    def properties(line: Line) -> str:
        at = _depth(line)
        return "" if at is None else number(1, at)

    return _numbered(text, properties, STYLES, numbering({"0": _definition(text)}, {"1": ("0", "")}))


@way
def style_numbers(text: Text) -> bytes:
    """Headings whose number is tied to styles based on the heading styles."""
    names = {(t.level, at): f"n{t.level}{at}" for t in text if t.level and (at := _depth(t)) is not None}
    styles = STYLES + "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="编号{name}"/><w:basedOn w:val="{lvl}"/>'
        f"<w:pPr>{number(1, at)}</w:pPr></w:style>"
        for (lvl, at), name in names.items()
    )

    def linked(at: int) -> str:
        return next((f'<w:pStyle w:val="{name}"/>' for (_, other), name in names.items() if other == at), "")

    def properties(line: Line) -> str:
        at = _depth(line)
        if at is None or not line.level:
            return "" if at is None else number(1, at)
        return f'<w:pStyle w:val="{names[line.level, at]}"/>'

    return _numbered(text, properties, styles, numbering({"0": _definition(text, linked)}, {"1": ("0", "")}))


@way
def linked_numbers(text: Text) -> bytes:
    """Numbers through a numbering style, by an instance that overrides the start of its last level."""
    linked = f'<w:name w:val="列表1"/><w:pPr>{number(2, None)}</w:pPr>'
    styles = f'{STYLES}<w:style w:type="numbering" w:styleId="ns">{linked}</w:style>'
    override = '<w:lvlOverride w:ilvl="3"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers = numbering(
        {"0": '<w:styleLink w:val="ns"/>' + _definition(text), "1": '<w:numStyleLink w:val="ns"/>'},
        {"2": ("0", ""), "5": ("1", override)},
    )

    def properties(line: Line) -> str:
        at = _depth(line)
        return "" if at is None else number(5, at)

    return _numbered(text, properties, styles, numbers)
