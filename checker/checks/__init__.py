"""The judgement: one module a family, each a pure generator of findings on one submission."""

from collections.abc import Callable, Iterator

from checker.finding import Finding
from checker.submission import Submission

Check = Callable[[Submission], Iterator[Finding]]


def all_checks() -> tuple[Check, ...]:
    """Every check, in the order in which findings of one place are listed."""
    from checker.checks import correspondence, dimensions, numbering, recognition, specificity, structure, wording

    return (
        recognition.check,
        structure.check,
        dimensions.check,
        correspondence.check,
        specificity.check,
        wording.check,
        numbering.check,
    )
