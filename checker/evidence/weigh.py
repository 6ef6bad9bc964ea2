"""How far a clause tells something that happened, by the linear model ``event`` over its characters (docs/model.md)."""

import re
from collections.abc import Mapping
from functools import lru_cache
from math import sqrt

from checker.linear import Linear, grams

_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
TOLD, GENERAL = "event", "none"


def clause_features(clause: str) -> set[str]:
    """The runs of characters of a clause, its beginning (^) and end ($) among them; every number in digits is 0."""
    return grams("^" + _DIGITS.sub("0", clause) + "$")


def log_odds(model: Linear, clause: str) -> float:
    """The logarithm of how much likelier it is that the clause tells an event than that it doesn't."""
    bias, weights = _differences(model)
    known = [weights[f] for f in clause_features(clause) if f in weights]
    return bias + sum(known) / sqrt(len(known) or 1)


@lru_cache(maxsize=4)
def _differences(model: Linear) -> tuple[float, Mapping[str, float]]:
    """What speaks for an event less what speaks against it: the bias, and the weight of each feature."""
    told, general = (model.labels.index(label) for label in (TOLD, GENERAL))
    pairs = zip(model.index, model.weights[told], model.weights[general], strict=True)
    return model.bias[told] - model.bias[general], {f: (a - b) * model.scale for f, a, b in pairs}
