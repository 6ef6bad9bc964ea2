"""Small linear models over sets of features, run without any numerical library.

The weights are data (``rules/model.json``), made by ``training/train.py`` from the labelled corpus; docs/model.md is their card.
"""

import base64
import math
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from checker.data import DataError, rules_folder

GRAMS = (1, 2, 3)


class _Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    features: str
    weights: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """``weights[label][index of the feature]``, whole numbers times ``scale``."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    index: Mapping[str, int]
    weights: tuple[Sequence[int], ...]

    def logits(self, features: Iterable[str]) -> list[float]:
        """One number a label: the bias and the mean weight (by the root of their count) of the known ``features``."""
        known = [i for i in map(self.index.get, features) if i is not None]
        unit = self.scale / math.sqrt(len(known)) if known else 0.0
        return [b + unit * sum(map(w.__getitem__, known)) for b, w in zip(self.bias, self.weights, strict=True)]

    def log_odds(self, features: Iterable[str]) -> list[float]:
        """The logarithm of each label's probability (they sum to one)."""
        raw = self.logits(features)
        top = max(raw)
        total = top + math.log(sum(math.exp(r - top) for r in raw))
        return [r - total for r in raw]

    def weight(self, feature: str, label: str) -> float:
        """What ``feature`` alone speaks for ``label``; 0 for an unknown one."""
        at = self.index.get(feature)
        return 0.0 if at is None else self.weights[self.labels.index(label)][at] * self.scale


def grams(text: str) -> set[str]:
    """The runs of one to three characters of ``text``."""
    return {text[i : i + n] for n in GRAMS for i in range(len(text) - n + 1)}


def pack(model: Linear) -> dict[str, object]:
    """``model`` as it is stored."""
    features = sorted(model.index, key=model.index.__getitem__)
    return {
        "labels": model.labels,
        "bias": model.bias,
        "scale": model.scale,
        "features": "\n".join(features),
        "weights": [base64.b64encode(array("b", w).tobytes()).decode() for w in model.weights],
    }


def unpack(stored: _Stored) -> Linear:
    """The model that ``stored`` holds."""
    features = stored.features.split("\n")
    weights = tuple(array("b", base64.b64decode(w)) for w in stored.weights)
    return Linear(
        stored.labels, stored.bias, stored.scale, dict(zip(features, range(len(features)), strict=True)), weights
    )


@cache
def models() -> Mapping[str, Linear]:
    """The shipped models by name. Raises DataError where the file is malformed."""
    source = rules_folder() / "model.json"
    try:
        stored = msgspec.json.decode(source.read_bytes(), type=dict[str, _Stored])
    except (OSError, msgspec.DecodeError):
        raise DataError(f"{source}：读不了模型，请重新安装 duizhao") from None
    return {name: unpack(model) for name, model in stored.items()}
