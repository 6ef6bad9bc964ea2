"""The layouts in which people write submissions, as data: what may follow what, and what a step off the usual road costs.

All costs are natural logarithms, on the scale of the model's log-probabilities.
"""

from dataclasses import dataclass

from checker.outline.model import SectionId

SECTIONS: tuple[SectionId, ...] = (
    "opening",
    "last-year",
    "problems",
    "cases",
    "causes",
    "measures",
    "explanations",
    "closing",
    "other",
)
PAIRS: tuple[tuple[SectionId, SectionId], ...] = (
    ("problems", "causes"),
    ("causes", "measures"),
    ("problems", "measures"),
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to lay out a submission.

    ``prior`` is what the layout itself costs; ``back`` what going from measures or causes back to problems costs;
    ``again`` what opening a section a second time under a heading of its own costs; ``name`` is what ``outline --why`` calls it.
    """

    id: str
    name: str
    prior: float
    back: float


LAYOUTS = (
    Layout("parts", "先分部分，部分下面分方面、分条", 0.0, 9.0),
    Layout("aspects", "先分方面，每个方面写问题、原因、措施", 4.0, 1.0),
)

_AT = {section: n for n, section in enumerate(SECTIONS)}
_FREE = {"last-year", "cases", "explanations", "other"}  # they stand anywhere


def step(before: SectionId, after: SectionId, layout: Layout) -> float:
    """What it costs that ``after`` follows ``before``."""
    if before == after:
        return 1.0
    if after == "opening":
        return 12.0
    if before == "closing":
        return 10.0
    if after == "closing":
        return 1.0
    if before in _FREE or after in _FREE:
        return 1.0
    forward = _AT[after] > _AT[before]
    if forward:
        return 0.0 if (before, after) != ("opening", "measures") else 1.0
    if after == "problems":
        return layout.back
    return layout.back / 2
