"""Reading an item takes time in proportion to its length, whatever it is made of."""

from time import process_time

import pytest

from checker.document import Span
from checker.evidence import commits, evidence
from checker.linear import models
from checker.normal import Normal
from checker.outline.model import Item

SIZE = 4_000


def seconds(text: str, *, measure: bool) -> float:
    normal = Normal(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    item = Item(text[:8], text, (Span(1, 0, len(text)),))
    best = 99.0
    for _ in range(3):
        start = process_time()
        if measure:
            commits(text)
        else:
            evidence(item, normal, "individual", models()["event"])
        best = min(best, process_time() - start)
    return best


@pytest.mark.parametrize(
    "unit", ["1", "一二", "1二", "我觉得", "怕，", "但认真，", '"', "《", "有的同志", "存在", "把", "群众。"]
)
@pytest.mark.parametrize("measure", [False, True])
def test_time_grows_with_the_text_alone(unit: str, measure: bool) -> None:
    seconds(unit * 10, measure=measure)
    small, large = (seconds(unit * n, measure=measure) for n in (SIZE, 8 * SIZE))
    assert large < 24 * small + 0.02
