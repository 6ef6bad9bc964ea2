"""One fault is told once: a weaker finding is left out where a stronger one says the same of the same place (``rules/overlaps.toml``)."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Literal

import msgspec

from checker.data import load_toml, rules_folder
from checker.document import Span
from checker.finding import Finding
from checker.outline.model import Outline


class Overlap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Findings of ``weaker`` codes are left out where one of ``stronger`` codes stands; ``where`` says what the same place is."""

    weaker: tuple[str, ...]
    stronger: tuple[str, ...]
    where: Literal["words", "dimension", "inside"]
    why: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    overlap: tuple[Overlap, ...]


@cache
def overlaps() -> tuple[Overlap, ...]:
    """The table. Raises DataError where it is malformed."""
    return load_toml(rules_folder() / "overlaps.toml", _File).overlap


def without_weaker(findings: Sequence[Finding], outline: Outline, kept: Collection[str] = ()) -> list[Finding]:
    """``findings`` without those that a stronger one among them makes idle; those of ``kept`` codes stay in any case."""
    inside = _items(outline)
    codes = {f.code for f in findings}
    table = [o for o in overlaps() if codes & {*o.weaker} and codes & {*o.stronger}]

    def idle(finding: Finding) -> bool:
        return finding.code not in kept and any(
            finding.code in overlap.weaker and other.code in overlap.stronger and _same(overlap, finding, other, inside)
            for overlap in table
            for other in findings
        )

    return [f for f in findings if not idle(f)]


def _items(outline: Outline) -> dict[tuple[int, int], tuple[int, int]]:
    """For the beginning of each item in a dimension, the beginning of the dimension's heading."""
    return {
        (item.span.paragraph, item.span.start): (d.heading.span.paragraph, d.heading.span.start)
        for section in outline.sections
        for d in section.dimensions
        for item in d.items
    }


def _same(overlap: Overlap, weak: Finding, strong: Finding, inside: dict[tuple[int, int], tuple[int, int]]) -> bool:
    if overlap.where == "words":
        return any(_meet(mine, theirs) for mine in weak.places for theirs in strong.places)
    headings = {(place.paragraph, place.start) for place in strong.places}
    begins = {(place.paragraph, place.start) for place in weak.places}
    if overlap.where == "inside":
        begins = {inside[begin] for begin in begins if begin in inside}
    return bool(begins & headings)


def _meet(a: Span, b: Span) -> bool:
    return a.paragraph == b.paragraph and a.start < b.end and b.start < a.end
