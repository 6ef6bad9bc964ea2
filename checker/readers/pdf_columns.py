"""Pages in two columns: the lines of the left one, then those of the right one as if they stood below it."""

from collections.abc import Sequence
from dataclasses import replace

from checker.readers.pdf_line import Line

_FEWEST = 5


def one_column(lines: Sequence[Line], width: float) -> tuple[float, list[Line]]:
    """The ``lines`` of a page of this ``width`` in the order of reading, and the width that they are on.

    As they are where it has one column; else the page is as wide as the left one with its margins.
    """
    seen = [line for line in lines if line.text.strip()]
    middle = width / 2
    left, right = (
        [n for n in seen if n.right <= middle + n.size / 2],
        [n for n in seen if n.left >= middle - n.size / 2],
    )
    across = len(seen) - len(left) - len(right)
    if min(len(left), len(right)) < _FEWEST or across > len(seen) / 5:
        return width, list(lines)
    if not _are_full(left, middle) or not _side_by_side(left, right):
        return width, list(lines)
    shift = min(line.left for line in right) - min(line.left for line in left)
    depth = max(line.foot for line in right) - min(line.foot for line in left) + 1.2 * left[0].size
    moved = [replace(n, left=n.left - shift, right=n.right - shift, foot=n.foot - depth) for n in right]
    crossing = [n for n in seen if n not in left and n not in right]
    top = max(line.foot for line in (*left, *right))
    above = [n for n in crossing if n.foot > top - n.size]
    below = [replace(n, foot=n.foot - depth) for n in crossing if n.foot <= top - n.size]

    def downwards(some: Sequence[Line]) -> list[Line]:
        return sorted(some, key=lambda n: -n.foot)

    narrow = max(n.right for n in left) + min(n.left for n in left)
    return narrow, [*downwards(above), *downwards(left), *downwards(moved), *downwards(below)]


def _are_full(left: Sequence[Line], middle: float) -> bool:
    """Whether most lines of the left column end where the next one begins, not just anywhere."""
    edge = max(line.right for line in left)
    return edge > 0.7 * middle and sum(edge - line.right < 3 * line.size for line in left) > len(left) / 3


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the columns share much of the page's height."""
    top = min(max(n.foot for n in left), max(n.foot for n in right))
    bottom = max(min(n.foot for n in left), min(n.foot for n in right))
    return sum(bottom - 1 <= n.foot <= top + 1 for n in right) > len(right) / 2
