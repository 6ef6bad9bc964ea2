"""见人、见事、见思想 in one item: who answers for it, what happened, what the author thought, each with the words that show it.

The definitions are those by which the accuracy corpus is labelled (docs/accuracy.md); the words are in ``rules/lexicon/evidence-*.toml``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from checker.data import load_toml, rules_folder
from checker.normal import Normal
from checker.outline.model import Item, Kind
from checker.praise import praise_end

_CLAUSE = re.compile(r"[。！？；，：\n]")
_SENTENCE = re.compile(r"[。！？；\n]")
_QUOTED = re.compile(r"\"[^\"]{0,60}\"")
_PARTICULAR = ("number", "time", "name", "single")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of an item that show a person, an event or a thought; offsets in ``Item.text`` as written."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    person: tuple[Cue, ...]
    event: tuple[Cue, ...]
    thought: tuple[Cue, ...]

    @property
    def complete(self) -> bool:
        return bool(self.person and self.event and self.thought)


class _Thought(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    think: tuple[str, ...]
    state: tuple[str, ...]
    as_: tuple[str, ...] = msgspec.field(name="as")
    not_: tuple[str, ...] = msgspec.field(name="not")
    others: tuple[str, ...]
    vague: tuple[str, ...]


class _Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    individual: tuple[str, ...]
    group: tuple[str, ...]
    not_: tuple[str, ...] = msgspec.field(name="not")


class _Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    number: tuple[str, ...]
    time: tuple[str, ...]
    name: tuple[str, ...]
    example: tuple[str, ...]
    general: tuple[str, ...]
    single: tuple[str, ...]
    idle: tuple[str, ...]
    idle_times: tuple[str, ...]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    folder = rules_folder() / "lexicon"
    found: dict[str, re.Pattern[str]] = {}
    for name, shape in (("thought", _Thought), ("person", _Person), ("event", _Event)):
        words = load_toml(folder / f"evidence-{name}.toml", shape)
        for field in shape.__struct_fields__:
            found[f"{name}.{field.rstrip('_')}"] = re.compile("|".join(f"(?:{p})" for p in getattr(words, field)))
    return found


def evidence(item: Item, normal: Normal, kind: Kind) -> Evidence:
    """The evidence in ``item`` of an individual's or a group's material; ``normal`` is its text normalised."""
    text = _without_number(normal.text, item, normal)

    def cues(found: Iterator[tuple[int, int]]) -> tuple[Cue, ...]:
        places = (normal.original(start, end) for start, end in found)
        return tuple(Cue(item.text[start:end], start, end) for start, end in places)

    return Evidence(cues(_persons(text, kind)), cues(_events(text)), cues(_thoughts(text, kind)))


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """``text`` with what matches ``pattern`` made blank, every offset kept."""
    return pattern.sub(lambda m: "\u3000" * len(m[0]), text)


def _without_number(text: str, item: Item, normal: Normal) -> str:
    width = (
        next((n for n, start in enumerate(normal.starts) if start >= len(item.marker)), len(text)) if item.marker else 0
    )
    return "\u3000" * width + text[width:]


def _persons(text: str, kind: Kind) -> Iterator[tuple[int, int]]:
    patterns = _patterns()
    turn = praise_end(text)
    praised = turn if text[turn - 1 : turn] in "。！；\n" else 0
    plain = _blank(_QUOTED, _blank(patterns["person.not"], "\u3000" * praised + text[praised:]))
    for match in patterns[f"person.{kind}"].finditer(plain):
        if match[0] != "自己" or not _of_others(text, match.start(), kind):
            yield match.span()


def _thoughts(text: str, kind: Kind) -> Iterator[tuple[int, int]]:
    patterns = _patterns()
    for match in patterns["thought.think"].finditer(text):
        if not _of_others(text, match.start(), kind) and not patterns["thought.not"].search(
            _clause_at(text, match.start())
        ):
            yield match.span()
    for match in patterns["thought.state"].finditer(text):
        if not _of_others(text, match.start(), kind):
            yield match.span()
    for match in patterns["thought.as"].finditer(text):
        following = _clause_at(text, match.end() - 1)
        if not patterns["thought.not"].search(following) and not _of_others(text, match.start(), kind):
            yield match.span()


def _clause_at(text: str, at: int) -> str:
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    stop = _CLAUSE.search(text, at)
    return text[start : stop.start() if stop else len(text)]


def _of_others(text: str, at: int, kind: Kind) -> bool:
    """Whether the subject of the thought at ``at`` is somebody else: named in its clause before it, or heading its sentence."""
    patterns = _patterns()
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    before = text[start:at]
    own = r"我|本人|自己" if kind == "individual" else r"班子|党委|党组|支委|支部|大家|委员|书记|自己"
    others = [m.end() for m in patterns["thought.others"].finditer(before)] + [
        m.end() for m in patterns["thought.vague"].finditer(before)
    ]
    if others and not re.search(own, before[max(others) :]):
        return not re.search(
            r"(?:对|向|与|和|同|为|把|将|给|让|被|替|从|由|在|下)[^，。；]{0,10}$", before[: min(others)]
        ) or (
            not re.search(rf"{own}", before)
            and bool(re.search(r"(?:群众|职工|家长|学生|村民|干部)(?:普遍|都|们)?$", before))
        )
    sentence = max((m.end() for m in _SENTENCE.finditer(text, 0, at)), default=0)
    head = text[sentence:at].lstrip("\u3000 ")
    vague = patterns["thought.vague"].search(head)
    return bool(vague and vague.start() <= 12 and not re.search(own, head))


def _events(text: str) -> Iterator[tuple[int, int]]:
    patterns = _patterns()
    praised = praise_end(text, least=1)
    text = "\u3000" * praised + text[praised:]
    text = _blank(patterns["event.idle"], text)
    found = [m.span() for name in _PARTICULAR for m in patterns[f"event.{name}"].finditer(text)]
    for match in patterns["event.example"].finditer(text):
        stop = _SENTENCE.search(text, match.end())
        end = stop.start() if stop else len(text)
        if not _general(text[match.end() : end]):
            found.append((match.start(), end))
    yield from found or _times(text)


def _times(text: str) -> Iterator[tuple[int, int]]:
    """The words that the dictionary tags as times (当时、傍晚), for an item in which nothing else tells of an event."""
    from checker.segment import words

    idle = _patterns()["event.idle_times"]
    for word in words(text):
        if word.tag == "t" and not idle.fullmatch(word.text):
            yield word.start, word.end


def _general(words: str) -> bool:
    """Whether an example's words are only more generalities (在学习方面不够深入): nothing particular stands in them."""
    patterns = _patterns()
    particular = any(patterns[f"event.{name}"].search(words) for name in _PARTICULAR) or '"' in words[:40]
    return not particular and bool(patterns["event.general"].search(words.strip("\u3000 ")))
