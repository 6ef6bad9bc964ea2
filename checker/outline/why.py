"""Why a text was read as it was: for each part, aspect and item its heaviest clues and the runner-up, in Chinese lines."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping

from checker.document import Document
from checker.linear import Linear
from checker.normal import normalise
from checker.outline import read_document
from checker.outline.clues import text_features
from checker.outline.decode import UNRIVALLED
from checker.outline.knowledge import Knowledge
from checker.outline.lattice import NONE
from checker.outline.nest import role_features
from checker.outline.reading import Read, regions
from checker.traditional import in_simplified

PARTS = {
    "opening": "开头",
    "last-year": "上年度整改",
    "problems": "问题",
    "cases": "案例",
    "causes": "原因",
    "measures": "措施",
    "explanations": "需说明",
    "closing": "落款",
    "other": "其他",
    NONE: "不是部分的标题",
}
ROLES = {"dimension": "方面", "item": "条目", "text": "正文"}
_FORMS = {
    "§part": "规则包里有这个叫法",
    "§fit": "像规定的方面",
    "§fault": "说的是缺点",
    "§lead-in": "是引出下文的话",
    "§summary": "是小结的话",
    "§closing": "是结束语",
    "§date": "是日期",
    "§alone": "独占一段",
    "§runs-in": "后面接着正文",
}
_LEVELS = {
    "han": "一、",
    "paren-han": "（一）",
    "arabic": "1.",
    "part": "第一部分",
    "ordinal": "第一，",
    "label": "原因：",
    "plain": "没有序号",
}
_MOST, _EXCERPT = 3, 24


def why(document: Document, knowledge: Knowledge, letters: Mapping[str, str]) -> Iterator[str]:
    """One line on the layout, then one for each heading, aspect and item; nothing where there is no text."""
    plain = in_simplified(document)
    _, found, _ = read_document(plain, [normalise(p.text, letters) for p in plain.paragraphs], knowledge)
    if found is None:
        return
    yield _layout(found)
    roles = dict(_roles(found, knowledge))
    for n, (block, place) in enumerate(zip(found.blocks, found.reading.places, strict=True)):
        if place.opens or place.starts:
            yield from _part(found, n, knowledge)
        if n in roles:
            text = document.paragraphs[block.paragraph - 1].text[block.start : block.end].strip()
            yield f"  第{block.paragraph}段 {ROLES[found.roles[n]]}“{_short(text)}”：{roles[n]}"


def _layout(found: Read) -> str:
    reading = found.reading
    head = f"布局：{reading.layout.name}，部分的标题用“{_LEVELS.get(reading.level, reading.level)}”"
    if reading.margin >= UNRIVALLED or reading.second is None:
        return f"{head}；别的布局读出来也一样"
    name, level = reading.second
    return f"{head}；其次是“{name}”“{_LEVELS.get(level, level)}”，相差 {reading.margin:.1f}"


def _part(found: Read, n: int, knowledge: Knowledge) -> Iterator[str]:
    block, what, clue, place = found.blocks[n], found.said[n], found.clues[n], found.reading.places[n]
    chosen = "+".join(place.opens) or place.section
    line = f"第{block.paragraph}段 {_named(chosen)}“{_short(what.text)}”："
    if clue.heading and place.opens:
        features = what.heading
        line += f"标题 {_weighed(knowledge.models['heading'], features, clue.heading, chosen, _named)}；"
    features = text_features(what, len(found.blocks) - n - 1)
    yield line + f"文字 {_weighed(knowledge.models['text'], features, clue.text, place.section, _named)}"


def _roles(found: Read, knowledge: Knowledge) -> Iterator[tuple[int, str]]:
    model = knowledge.models["role"]
    places = found.reading.places
    for section, inside in regions([p.section for p in places], [bool(p.opens) for p in places]):
        own, said = [found.blocks[n] for n in inside], [found.said[n] for n in inside]
        for n, features in zip(inside, role_features(section, own, said), strict=True):
            if found.roles[n] != "text":
                odds = dict(zip(model.labels, model.log_odds(features), strict=True))
                yield n, _weighed(model, features, odds, found.roles[n], ROLES.__getitem__)


def _weighed(
    model: Linear, features: Iterable[str], odds: Mapping[str, float], chosen: str, name: Callable[[str], str]
) -> str:
    """``chosen`` with its probability and its heaviest clues, and the runner-up."""
    rivals = sorted((label for label in odds if label != chosen), key=lambda label: -odds[label])
    shown = f"{name(chosen)} {_percent(odds.get(chosen, -99.0))}"
    clues = _heaviest(model, features, chosen, rivals[0]) if chosen in model.labels else []
    shown += f"（{'、'.join(clues)}）" if clues else ""
    return shown + (f"，其次 {name(rivals[0])} {_percent(odds[rivals[0]])}" if rivals else "")


def _heaviest(model: Linear, features: Iterable[str], chosen: str, rival: str) -> list[str]:
    weighed = sorted(((model.weight(f, chosen) - model.weight(f, rival), f) for f in features), reverse=True)
    shown: list[str] = []
    for weight, feature in weighed:
        words = _words(feature)
        if weight <= 0 or len(shown) == _MOST:
            break
        if words and not any(words.strip("“”") in s or s.strip("“”") in words for s in shown):
            shown.append(words)
    return shown


def _words(feature: str) -> str:
    """A feature as people read it; nothing for one that says nothing to them."""
    bare = feature.lstrip("#%")
    if "§" in bare:
        form, _, value = bare.partition("=")
        return "" if form == "§fit" and value in "012" else _FORMS.get(form, "")
    return f"“{bare.strip('^$')}”" if len(bare.strip("^$")) > 1 else ""


def _percent(log_probability: float) -> str:
    return f"{math.exp(min(log_probability, 0.0)):.0%}"


def _named(ids: str) -> str:
    return "和".join(PARTS[i] for i in ids.split("+"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"
