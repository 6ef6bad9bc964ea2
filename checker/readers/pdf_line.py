"""One visual line of a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line, in points: left and right edge, height of its foot above the page's, width of a Chinese character."""

    text: str
    left: float
    right: float
    foot: float
    size: float
