"""How far a clause tells something that happened, by the linear model ``event`` over its characters (docs/model.md)."""

import re

from checker.linear import Linear, grams

_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
TOLD, GENERAL = "event", "none"


def clause_features(clause: str) -> set[str]:
    """The runs of characters of a clause, its beginning (^) and end ($) among them; every number in digits is 0."""
    return grams("^" + _DIGITS.sub("0", clause) + "$")


def log_odds(model: Linear, clause: str) -> float:
    """The logarithm of how much likelier it is that the clause tells an event than that it doesn't."""
    told, general = model.logits(clause_features(clause))  # the labels in their order: event, none
    return told - general
