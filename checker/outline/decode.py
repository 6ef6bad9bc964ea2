"""One decision for the whole text: which section each block belongs to, and which headings open the sections.

The best way through the blocks is found once for each layout and each kind of number that may head the sections; the best total wins, and
its lead over the best reading of another kind is the confidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.outline.blocks import Block
from checker.outline.lattice import NONE, Clues, Placed, Told, best_way, level_of
from checker.outline.layouts import LAYOUTS, Layout

_TELLING = -0.2
_LEVELS = ("part", "han", "paren-han", "arabic", "ordinal", "plain", "label")
UNRIVALLED = 99.0


@dataclass(frozen=True, slots=True)
class Reading:
    """The decision: a place for each block, its total, the layout and the level of the section headings, the lead over the runner-up."""

    places: tuple[Placed, ...]
    total: float
    layout: Layout
    level: str
    margin: float
    second: tuple[str, str] | None


def decode(blocks: Sequence[Block], clues: Sequence[Clues]) -> Reading:
    """The best reading of ``blocks``; there must be at least one."""
    told = Told(blocks, clues)
    found = []
    for layout in LAYOUTS:
        for level in _levels(blocks, clues):
            places, total = best_way(told, layout, level)
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
