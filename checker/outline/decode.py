"""One decision for the whole text: which section each block belongs to, and which headings open the sections.

Viterbi over the blocks, once for each layout and each kind of number that may head the sections; the best total wins, and its lead over
the best reading of another kind is the confidence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.outline.blocks import Block
from checker.outline.layouts import JOINT, LAYOUTS, SECTIONS, WITH_ITEMS, Layout, step
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
_INSIDE_JOINT = 0.5
_FLOOR = -4.0
_UNHEARD = {True: -9.0, False: -2.0}
_FLOOR_UNNAMED = -2.0
_FLOOR_OTHER = -1.0
_NO_OPENING = 2.0
_LEAST_BY_TEXT: Mapping[SectionId, float] = {"other": -1.5, "last-year": -3.0, "cases": -3.0, "explanations": -3.0}
"""Their text may be about anything."""
_UNSAID = -9.0
_HOPELESS = 40.0
_TELLING = -0.2
_NAMED = -0.7
_LEVELS = ("part", "han", "paren-han", "arabic", "ordinal", "plain", "label")
NONE = "none"
UNRIVALLED = 99.0

State = tuple[SectionId, tuple[SectionId, ...] | None]


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
    found = []
    for layout in LAYOUTS:
        for level in _levels(blocks, clues):
            places, total = _Lattice(blocks, clues, layout, level).best()
            found.append((total - layout.prior, layout, level, places))
    found.sort(key=lambda f: -f[0])
    total, layout, level, places = found[0]
    other = next((f for f in found[1:] if f[3] != places), None)
    margin = total - other[0] if other else UNRIVALLED
    return Reading(places, total, layout, level, margin, (other[1].name, other[2]) if other else None)


def _levels(blocks: Sequence[Block], clues: Sequence[Clues]) -> list[str]:
    """The kinds of heading of which at least one may well open a section; at least one kind."""
    telling = {
        level_of(b) for b, c in zip(blocks, clues, strict=True) if c.heading and b.opens and c.heading[NONE] < _TELLING
    }
    return [k for k in _LEVELS if k in telling] or ["plain"]


@dataclass(frozen=True, slots=True)
class _Cell:
    """The best way into a state at a block: its score, the state before, what its heading opens, whether a section starts."""

    score: float
    before: State
    opens: tuple[SectionId, ...] = ()
    starts: bool = False


class _Lattice:
    """The ways through a text under one layout, whose sections are headed by headings of one level."""

    def __init__(self, blocks: Sequence[Block], clues: Sequence[Clues], layout: Layout, level: str) -> None:
        self.blocks, self.clues, self.layout, self.level = blocks, clues, layout, level
        self.named = {s for s in SECTIONS if any(c.heading and c.heading.get(s, _UNSAID) > _NAMED for c in clues)}
        self.steps = {after: {before: step(before, after, layout) for before in SECTIONS} for after in SECTIONS}

    def best(self) -> tuple[tuple[Placed, ...], float]:
        """A place for each block, and the total."""
        scores: dict[State, float] = {("opening", None): 0.0}
        columns: list[dict[State, _Cell]] = []
        for n, (block, clue) in enumerate(zip(self.blocks, self.clues, strict=True)):
            column = self._column(n, block, clue, scores)
            columns.append(column)
            scores = {state: cell.score for state, cell in column.items()}
            if not block.noise:
                weight = TEXT * (1.0 if clue.sure else min(1.0, (block.end - block.start) / FULL))
                scores = {state: score + weight * _by_text(clue, state[0]) for state, score in scores.items()}
            least = max(scores.values()) - _HOPELESS
            scores = {state: score for state, score in scores.items() if score >= least}
        state = max(scores, key=scores.__getitem__)
        total = scores[state]
        places: list[Placed] = []
        for column in reversed(columns):
            cell = column[state]
            places.append(Placed(state[0], cell.opens, cell.starts))
            state = cell.before
        return tuple(reversed(places)), total

    def _column(self, n: int, block: Block, clue: Clues, scores: Mapping[State, float]) -> dict[State, _Cell]:
        """The best way into each state at block number ``n``."""
        heads = clue.heading is not None and block.opens
        of_level = heads and level_of(block) == self.level
        silent = HEADING * max(clue.heading[NONE], _UNHEARD[of_level]) if clue.heading else 0.0
        silent -= self.layout.stray if of_level else 0.0
        column = {state: _Cell(score + silent, state) for state, score in scores.items()}

        def offer(state: State, cell: _Cell) -> None:
            if state not in column or cell.score > column[state].score:
                column[state] = cell

        entries = self._entries(block, clue)
        for (section, joint), score in scores.items():
            if joint:
                switch = _INSIDE_JOINT if block.opens or block.kind == "label" else 2.0
                for other in joint:
                    if other != section:
                        offer((other, joint), _Cell(score + silent - switch, (section, joint), starts=True))
                for named in joint if block.kind == "label" else ():
                    gain = HEADING * (clue.heading or {}).get(named, _UNSAID) - _INSIDE_JOINT
                    offer((named, joint), _Cell(score + gain, (section, joint), starts=named != section))
        if block.noise or block.goes_on:
            return column
        reached = {after: self._reach(after, scores) for after in SECTIONS}
        for state, gain, ids in entries:
            score, before = reached[state[0]]
            if not (before[1] and block.kind == "label" and state[0] in before[1]):
                offer(state, _Cell(score + gain, before, ids, starts=True))
        for after in SECTIONS if n else SECTIONS[1:]:
            score, before = reached[after]
            if before[0] != after:
                cost = self._unheaded(
                    after,
                    first=not n,
                    block=block,
                    leading=heads and (of_level or self.layout.mixed) and block.kind != "label",
                )
                offer((after, None), _Cell(score + silent - cost, before, starts=True))
        return column

    def _reach(self, after: SectionId, scores: Mapping[State, float]) -> tuple[float, State]:
        """The best state from which ``after`` starts, and its score less the step."""
        steps = self.steps[after]
        return max(((score - steps[state[0]], state) for state, score in scores.items()), key=lambda way: way[0])

    def _unheaded(self, section: SectionId, *, first: bool, block: Block, leading: bool) -> float:
        """What it costs that ``section`` starts at ``block`` without a heading of its own."""
        if leading and section == "problems":
            return self.layout.bare
        cost = _NO_OPENING if first else _RESTARTED if block.restarts else _UNHEADED[block.opens]
        if section == "other":
            cost += _UNTOLD
        if section in self.named:
            cost += self.layout.unnamed  # a part that a heading names hardly starts without one
        return cost / 3 if section == "closing" else cost

    def _floor(self, section: SectionId, block: Block, clue: Clues, off: float) -> float:
        """The least that a heading's words count against ``section``: they may be anything, above all where no heading names it."""
        if section == "other":
            return _FLOOR if off or clue.named else _FLOOR_OTHER
        return _FLOOR_UNNAMED if block.alone and section in WITH_ITEMS and section not in self.named else _FLOOR

    def _entries(self, block: Block, clue: Clues) -> list[tuple[State, float, tuple[SectionId, ...]]]:
        """The sections that the block's heading may open, and what speaks for each."""
        if clue.heading is None:
            return []
        off = 0.0 if level_of(block) == self.level and block.opens else _OFF_LEVEL
        if block.kind == "label" and not block.opens:
            off = self.layout.inside
        elif level_of(block) in ("plain", "label") and off:
            off = _UNNUMBERED if block.alone else _OFF_LEVEL
        if not block.runs_in and block.end - block.head > _TEXT_BEHIND:
            off += _WITH_TEXT  # 1.关于台账的问题。上半年… is rather an item
        found: list[tuple[State, float, tuple[SectionId, ...]]] = []
        for section in SECTIONS:
            if section in clue.heading:
                found.append(
                    (
                        (section, None),
                        HEADING * max(clue.heading[section], self._floor(section, block, clue, off)) - off,
                        (section,),
                    )
                )
        for joint in JOINT:
            name = "+".join(joint)
            if name in clue.heading:
                found.append(((joint[0], joint), HEADING * clue.heading[name] - off, joint))
        return found


def _by_text(clue: Clues, section: SectionId) -> float:
    return max(clue.text.get(section, _UNSAID), _LEAST_BY_TEXT.get(section, _UNSAID))
