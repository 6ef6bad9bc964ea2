"""An item's text as the cues are looked for in it."""

from bisect import bisect_left

from checker.normal import Normal
from checker.outline.model import Item

_BLANK = "\u3000"


def without_number(item: Item, normal: Normal) -> tuple[str, list[int]]:
    """The normalised text of ``item`` with its number made blank, every offset kept, and the offsets at which its lines end."""
    width = bisect_left(normal.starts, len(item.marker))
    breaks = []
    at = item.text.find("\n")
    while at >= 0:
        breaks.append(bisect_left(normal.starts, at))
        at = item.text.find("\n", at + 1)
    return _BLANK * width + normal.text[width:], breaks
