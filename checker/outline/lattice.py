"""The best way through a text's blocks under one layout: dynamic programming over the sections that each may belong to (Viterbi).

Scores are log-probabilities, weighed; what is added and taken off is on the same scale.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.outline.blocks import Block
from checker.outline.layouts import JOINT, SECTIONS, WITH_ITEMS, Layout, step
from checker.outline.model import SectionId

TEXT = 1.5
HEADING = 1.5
FULL = 60
_OFF_LEVEL = 4.0
_WITH_TEXT = 3.0
_TEXT_BEHIND = 20
_UNNUMBERED = 1.0
_UNHEADED = {True: 3.0, False: 6.0}
_RESTARTED = 2.0
_UNTOLD = 3.0
_INSIDE_JOINT = {True: 0.5, False: 2.0}
_FLOOR = -4.0
_UNHEARD = {True: -9.0, False: -2.0}
_FLOOR_UNNAMED = -2.0
_FLOOR_OTHER = -1.0
_NO_OPENING = 2.0
_LEAST_BY_TEXT: Mapping[SectionId, float] = {"other": -1.5, "last-year": -3.0, "cases": -3.0, "explanations": -3.0}
"""Their text may be about anything."""
_UNSAID = -9.0
_HOPELESS = 40.0
_BEAM = 20.0
_NAMED = -0.7
NONE = "none"

Joint = tuple[SectionId, ...] | None
State = tuple[SectionId, Joint]
"""A section, and the sections that share its heading."""
Step = tuple[float, State, tuple[SectionId, ...], bool]
"""The best way into a state at a block: its score, the state before, what the block's heading opens, whether a section starts."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What speaks for a block's place: log-probabilities of the sections by its text, of the parts named by its heading (None: no heading).
    ``named`` says that a pack has the heading's words for a part, ``sure`` that the text counts in full however short it is."""

    text: Mapping[str, float]
    heading: Mapping[str, float] | None
    named: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A block's section; ``opens`` the ids that its heading opens: none, one, two or three. ``starts`` says that a section starts here."""

    section: SectionId
    opens: tuple[SectionId, ...]
    starts: bool


def level_of(block: Block) -> str:
    """The kind of a block's number; headings without one are all alike."""
    return "plain" if block.kind in ("styled", "bare", "run-in") else block.kind


class Told:
    """What a text's clues say under whatever layout: made once, read for every one of them."""

    def __init__(self, blocks: Sequence[Block], clues: Sequence[Clues]) -> None:
        self.blocks, self.clues = blocks, clues
        self.levels = [level_of(block) for block in blocks]
        self._entries: dict[tuple[int, bool, float], list[tuple[State, float]]] = {}
        self.heads = [clue.heading is not None and block.opens for block, clue in zip(blocks, clues, strict=True)]

    @cached_property
    def named(self) -> frozenset[str]:
        """The sections that some heading names."""
        return frozenset(s for s in SECTIONS if any((c.heading or {}).get(s, _UNSAID) > _NAMED for c in self.clues))

    @cached_property
    def texts(self) -> list[dict[SectionId, float] | None]:
        """What each block's text adds to a way through each section; None for what is no part of the submission."""
        found: list[dict[SectionId, float] | None] = []
        for block, clue in zip(self.blocks, self.clues, strict=True):
            weight = TEXT * (1.0 if clue.sure else min(1.0, (block.end - block.start) / FULL))
            said = clue.text.get
            found.append(
                None
                if block.noise
                else {s: weight * max(said(s, _UNSAID), _LEAST_BY_TEXT.get(s, _UNSAID)) for s in SECTIONS}
            )
        return found

    def entries(self, n: int, level: str, inside: float) -> list[tuple[State, float]]:
        """The sections that block number ``n`` may open by its heading, and what speaks for each."""
        key = (n, self.levels[n] == level, inside)
        if key not in self._entries:
            self._entries[key] = self._opened(n, level, inside)
        return self._entries[key]

    def _opened(self, n: int, level: str, inside: float) -> list[tuple[State, float]]:
        block, clue = self.blocks[n], self.clues[n]
        if clue.heading is None:
            return []
        off = 0.0 if self.levels[n] == level and block.opens else _OFF_LEVEL
        if block.kind == "label" and not block.opens:
            off = inside
        elif self.levels[n] in ("plain", "label") and off:
            off = _UNNUMBERED if block.alone else _OFF_LEVEL
        if not block.runs_in and block.end - block.head > _TEXT_BEHIND:
            off += _WITH_TEXT  # 1.关于台账的问题。上半年… is rather an item
        found: list[tuple[State, float]] = [
            ((s, None), HEADING * max(clue.heading[s], self._floor(s, n, off)) - off)
            for s in SECTIONS
            if s in clue.heading
        ]
        for joint in JOINT:
            score = clue.heading.get("+".join(joint))
            if score is not None:
                found.append(((joint[0], joint), HEADING * score - off))
        return found

    def _floor(self, section: SectionId, n: int, off: float) -> float:
        """The least that a heading's words count against ``section``: they may be anything, above all where no heading names it."""
        if section == "other":
            return _FLOOR if off or self.clues[n].named else _FLOOR_OTHER
        unnamed = self.blocks[n].alone and section in WITH_ITEMS and section not in self.named
        return _FLOOR_UNNAMED if unnamed else _FLOOR


def best_way(told: Told, layout: Layout, level: str) -> tuple[tuple[Placed, ...], float]:
    """A place for each block where headings of ``level`` head the sections of ``layout``, and the total."""
    steps = {after: {before: step(before, after, layout) for before in SECTIONS} for after in SECTIONS}
    scores: dict[State, float] = {("opening", None): 0.0}
    columns: list[dict[State, Step]] = []
    for n, texts in enumerate(told.texts):
        column = _column(told, n, layout, level, steps, scores)
        columns.append(column)
        scores = {s: way[0] + texts[s[0]] if texts else way[0] for s, way in column.items()}
        least = max(scores.values()) - _BEAM
        scores = {s: score for s, score in scores.items() if score >= least}
    state = max(scores, key=scores.__getitem__)
    total = scores[state]
    places: list[Placed] = []
    for column in reversed(columns):
        _, before, opens, starts = column[state]
        places.append(Placed(state[0], opens, starts))
        state = before
    return tuple(reversed(places)), total


def _column(
    told: Told,
    n: int,
    layout: Layout,
    level: str,
    steps: Mapping[SectionId, Mapping[SectionId, float]],
    scores: Mapping[State, float],
) -> dict[State, Step]:
    """The best way into each state at block number ``n``."""
    block, clue = told.blocks[n], told.clues[n]
    of_level = told.heads[n] and told.levels[n] == level
    silent = HEADING * max(clue.heading[NONE], _UNHEARD[of_level]) if clue.heading else 0.0
    silent -= layout.stray if of_level else 0.0
    column: dict[State, Step] = {state: (score + silent, state, (), False) for state, score in scores.items()}

    def offer(state: State, score: float, before: State, opens: tuple[SectionId, ...], starts: bool) -> None:
        known = column.get(state)
        if known is None or score > known[0]:
            column[state] = (score, before, opens, starts)

    for before, score in scores.items():
        section, joint = before
        if joint:
            switch = silent - _INSIDE_JOINT[block.opens or block.kind == "label"]
            for other in joint:
                if other != section:
                    offer((other, joint), score + switch, before, (), True)
                if block.kind == "label":  # 原因：… under 原因及措施 is no section of its own
                    gain = HEADING * (clue.heading or {}).get(other, _UNSAID) - _INSIDE_JOINT[True]
                    offer((other, joint), score + gain, before, (), other != section)
    if block.noise or block.goes_on:
        return column
    tops: dict[SectionId, tuple[float, State]] = {}
    for state, score in scores.items():
        if state[0] not in tops or score > tops[state[0]][0]:
            tops[state[0]] = (score, state)

    top = max(score for score, _ in tops.values())

    def start(after: State, gain: float, opens: tuple[SectionId, ...]) -> None:
        """Offer the best way to begin a section here, unless even the best state before would not do."""
        known = column.get(after)
        if known is not None and top + gain <= known[0]:
            return
        costs = steps[after[0]]
        best, source = -math.inf, after
        for section, (score, state) in tops.items():
            if score - costs[section] > best:
                best, source = score - costs[section], state
        if opens:
            within = block.kind == "label" and source[1] is not None and after[0] in source[1]
        else:
            within = source[0] == after[0]
        if not within:
            offer(after, best + gain, source, opens, True)

    for state, gain in told.entries(n, level, layout.inside):
        start(state, gain, state[1] or (state[0],))
    leading = told.heads[n] and (of_level or layout.mixed) and block.kind != "label"
    for after in SECTIONS if n else SECTIONS[1:]:
        cost = _unheaded(told, after, n, layout, leading=leading)
        if cost < _HOPELESS:
            start((after, None), silent - cost, ())
    return column


def _unheaded(told: Told, section: SectionId, n: int, layout: Layout, *, leading: bool) -> float:
    """What it costs that ``section`` starts at block number ``n`` without a heading of its own."""
    if leading and section == "problems":
        return layout.bare
    block = told.blocks[n]
    cost = _NO_OPENING if not n else _RESTARTED if block.restarts else _UNHEADED[block.opens]
    if section == "other":
        cost += _UNTOLD
    if section in told.named:
        cost += layout.unnamed  # a part that a heading names hardly starts without one
    return cost / 3 if section == "closing" else cost
