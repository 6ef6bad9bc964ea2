"""One decision for the whole text: which section each block belongs to, and which headings open the sections.

Viterbi over the blocks, once for each layout and each kind of number that may head the sections; the best total wins, and its lead over
the best reading of another kind is the confidence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.outline.blocks import Block
from checker.outline.layouts import LAYOUTS, PAIRS, SECTIONS, Layout, step
from checker.outline.model import SectionId

TEXT = 1.5
HEADING = 1.5
FULL = 60
_OFF_LEVEL = 4.0
_UNNUMBERED = 1.0
_UNHEADED = {True: 3.0, False: 6.0}
_INSIDE_PAIR = 0.5
_FLOOR = -4.0
_FLOOR_OTHER = -1.0
_NO_OPENING = 2.0
_OTHER_TEXT = -1.5
_NAMED = -0.7
_NAMED_ELSEWHERE = 4.0
_LEVELS = ("part", "han", "paren-han", "arabic", "ordinal", "plain", "label")
NONE = "none"
UNRIVALLED = 99.0

State = tuple[SectionId, tuple[SectionId, SectionId] | None]
STATES: tuple[State, ...] = (*((s, None) for s in SECTIONS), *((s, pair) for pair in PAIRS for s in pair))


@dataclass(frozen=True, slots=True)
class Clues:
    """What speaks for a block's place: log-probabilities of the sections by its text, of the parts named by its heading (None: no heading).
    ``sure`` says that the text counts in full however short it is."""

    text: Mapping[str, float]
    heading: Mapping[str, float] | None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A block's section; ``opens`` the ids that its heading opens: none, one or two. ``starts`` says that a section starts here."""

    section: SectionId
    opens: tuple[SectionId, ...]
    starts: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The decision: a place for each block, its total, the layout and the level of the section headings, the lead over the runner-up."""

    places: tuple[Placed, ...]
    total: float
    layout: Layout
    level: str
    margin: float
    second: tuple[str, str] | None


def level_of(block: Block) -> str:
    return "plain" if block.kind in ("styled", "bare", "run-in") else block.kind


def decode(blocks: Sequence[Block], clues: Sequence[Clues]) -> Reading:
    """The best reading of ``blocks``; there must be at least one."""
    kinds = [k for k in _LEVELS if any(level_of(b) == k and b.opens for b in blocks)] or ["plain"]
    found = []
    for layout in LAYOUTS:
        for level in kinds:
            places, total = _best(blocks, clues, layout, level)
            found.append((total - layout.prior, layout, level, places))
    found.sort(key=lambda f: -f[0])
    total, layout, level, places = found[0]
    other = next((f for f in found[1:] if f[3] != places), None)
    margin = total - other[0] if other else UNRIVALLED
    return Reading(places, total, layout, level, margin, (other[1].name, other[2]) if other else None)


def _best(
    blocks: Sequence[Block], clues: Sequence[Clues], layout: Layout, level: str
) -> tuple[tuple[Placed, ...], float]:
    named = {s for s in SECTIONS if any(c.heading and c.heading.get(s, -9.0) > _NAMED for c in clues)}
    steps = {(a, b): step(a, b, layout) for a in SECTIONS for b in SECTIONS}
    totals: dict[State, float] = {("opening", None): 0.0}
    trail: list[dict[State, tuple[State, Placed]]] = []
    for n, (block, clue) in enumerate(zip(blocks, clues, strict=True)):
        weight = TEXT * (1.0 if clue.sure else min(1.0, (block.end - block.start) / FULL))
        silent = HEADING * clue.heading[NONE] if clue.heading else 0.0
        leading = clue.heading is not None and block.opens and (level_of(block) == level or layout.mixed)
        if leading and level_of(block) == level:
            silent -= layout.stray
        following: dict[State, float] = {}
        came: dict[State, tuple[State, Placed]] = {}

        def offer(state: State, score: float, before: State, place: Placed) -> None:
            if state not in following or score > following[state]:
                following[state] = score
                came[state] = (before, place)

        entry = _entries(block, clue, level)
        for before, score in totals.items():
            section, pair = before
            # goes on, within a pair also to the other one
            offer(before, score + silent, before, Placed(section, (), False))
            if pair:
                other = pair[1] if section == pair[0] else pair[0]
                switch = _INSIDE_PAIR if block.opens or block.kind == "label" else 2.0
                offer((other, pair), score + silent - switch, before, Placed(other, (), True))
            # a section starts here, under this heading or without one
            if block.noise or block.goes_on:
                continue
            for state, gain, ids in entry:
                if (
                    pair and block.kind == "label" and state[0] in pair
                ):  # 原因：… under 原因及措施 is no section of its own
                    offer((state[0], pair), score + gain, before, Placed(state[0], (), True))
                    continue
                offer(state, score + gain - steps[section, state[0]], before, Placed(state[0], ids, True))
            for target in SECTIONS:
                if target != section and (n or target != "opening"):
                    bare = _UNHEADED[block.opens] if n else _NO_OPENING
                    bare += (
                        _NAMED_ELSEWHERE if target in named else 0.0
                    )  # a part that a heading names hardly starts without one
                    if target == "closing":
                        bare /= 3
                    elif leading and target == "problems":
                        bare = layout.bare
                    cost = bare + steps[section, target]
                    offer((target, None), score + silent - cost, before, Placed(target, (), True))
        if not block.noise:
            for state in following:
                following[state] += weight * max(
                    clue.text.get(state[0], -6.0), _OTHER_TEXT if state[0] == "other" else -12.0
                )
        totals = following
        trail.append(came)
    state = max(totals, key=totals.__getitem__)
    total = totals[state]
    places: list[Placed] = []
    for came in reversed(trail):
        state, place = came[state]
        places.append(place)
    return tuple(reversed(places)), total


def _entries(block: Block, clue: Clues, level: str) -> list[tuple[State, float, tuple[SectionId, ...]]]:
    """The sections that the block's heading may open, and what speaks for each."""
    if clue.heading is None:
        return []
    off = 0.0 if level_of(block) == level and block.opens else _OFF_LEVEL
    if level_of(block) in ("plain", "label") and off:
        off = _UNNUMBERED if block.alone else _OFF_LEVEL
    found: list[tuple[State, float, tuple[SectionId, ...]]] = []
    for section in SECTIONS:
        if section in clue.heading:
            found.append(
                (
                    (section, None),
                    HEADING * max(clue.heading[section], _FLOOR_OTHER if section == "other" and not off else _FLOOR)
                    - off,
                    (section,),
                )
            )
    for pair in PAIRS:
        name = "+".join(pair)
        if name in clue.heading:
            found.append(((pair[0], pair), HEADING * clue.heading[name] - off, pair))
    return found
