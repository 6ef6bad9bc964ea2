"""Small linear models over sets of features, run without any numerical library.

The weights are data (``rules/model.json``), made by ``training/train.py`` from the labelled corpus; docs/model.md is their card.
"""

import base64
import math
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import msgspec

from checker.data import DataError, rules_folder

GRAMS = (1, 2, 3)
_OFFSET = 128
_LANE = array("I").itemsize


class _Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    features: str
    weights: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Linear:
    """``weights[label][index of the feature]``, whole numbers from -128 to 127, times ``scale``."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    index: Mapping[str, int]
    weights: tuple[Sequence[int], ...]

    @cached_property
    def _lanes(self) -> dict[str, int]:
        """Each feature's weights for all labels in one number, 32 bits a label, so that one addition adds them all."""
        rows = zip(*([w + _OFFSET for w in weights] for weights in self.weights), strict=True)
        return {
            f: int.from_bytes(array("I", row).tobytes(), sys.byteorder) for f, row in zip(self.index, rows, strict=True)
        }

    def logits(self, features: Iterable[str]) -> list[float]:
        """One number a label: the bias and the mean weight (by the root of their count) of the known ``features``."""
        known = [lane for lane in map(self._lanes.get, features) if lane is not None]
        if not known:
            return list(self.bias)
        sums = array("I", sum(known).to_bytes(_LANE * len(self.labels), sys.byteorder))
        unit, offset = self.scale / math.sqrt(len(known)), _OFFSET * len(known)
        return [b + unit * (s - offset) for b, s in zip(self.bias, sums, strict=True)]

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
