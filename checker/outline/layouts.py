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
WITH_ITEMS: tuple[SectionId, ...] = ("problems", "causes", "measures")
JOINT: tuple[tuple[SectionId, ...], ...] = (
    ("problems", "causes"),
    ("causes", "measures"),
    ("problems", "measures"),
    ("problems", "causes", "measures"),
)
"""The sections that people put under one heading."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to lay out a submission, and what ``outline --why`` calls it.

    ``prior`` is what the layout itself costs, ``back`` going from causes or measures back to problems, ``again`` opening the same
    section a second time, ``stray`` a heading of the sections' own level that opens none, ``unnamed`` a section that starts without a heading where some
    heading of the text names it, ``bare`` problems that start at such a heading,
    or at any heading where the layout is ``mixed``: aspects of one kind over labels of another; ``inside`` a label in mid-paragraph that opens one.
    """

    id: str
    name: str
    prior: float
    back: float
    again: float
    stray: float
    bare: float
    unnamed: float
    inside: float = 4.0
    mixed: bool = False


LAYOUTS = (
    Layout(
        "parts", "先分部分，部分下面分方面、分条", prior=0.0, back=9.0, again=3.0, stray=2.5, bare=3.0, unnamed=40.0
    ),
    Layout("flat", "方面与部分同一层次，接着编号", prior=2.5, back=9.0, again=3.0, stray=0.0, bare=0.5, unnamed=40.0),
    Layout(
        "aspects",
        "先分方面，每个方面写问题、原因、措施",
        prior=4.0,
        back=1.0,
        again=0.0,
        stray=0.0,
        bare=0.5,
        unnamed=40.0,
        inside=1.0,
        mixed=True,
    ),
)

_AT = {section: n for n, section in enumerate(SECTIONS)}
_SKIPPED: dict[str, float] = {"causes": 3.0, "measures": 3.0}
"""What it costs to come to them past the problems."""
_BESIDE = 1.0
_FREE = {"last-year", "cases", "explanations", "other"}  # they stand anywhere


def step(before: SectionId, after: SectionId, layout: Layout) -> float:
    """What it costs that ``after`` follows ``before``."""
    if before == after:
        return min(layout.again, _BESIDE) if after in _FREE else layout.again
    if after == "opening":
        return 12.0
    if before == "closing":
        return 10.0
    if after == "closing":
        return 6.0 if before == "opening" else 1.0
    if before in _FREE or after in _FREE:
        return _BESIDE
    forward = _AT[after] > _AT[before]
    if forward:
        return _SKIPPED.get(after, 0.0) if before == "opening" else 0.0
    if after == "problems":
        return layout.back
    return layout.back / 2
