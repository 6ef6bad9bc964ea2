"""The linear models: what they weigh, how they are stored, that the shipped ones load and know their labels."""

import math

import msgspec
import pytest

from checker.linear import Linear, _Stored, grams, models, pack, unpack

SMALL = Linear(("a", "b"), (0.5, -0.5), 0.1, {"甲": 0, "乙": 1}, ((10, -20), (-10, 20)))


def test_what_is_known_speaks_for_a_label_and_what_is_not_for_none() -> None:
    assert SMALL.logits({"甲"}) == pytest.approx([1.5, -1.5])
    assert SMALL.logits({"丙"}) == pytest.approx([0.5, -0.5])
    assert SMALL.logits({"甲", "乙"}) == pytest.approx([0.5 - 1 / math.sqrt(2), -0.5 + 1 / math.sqrt(2)])


def test_log_odds_are_probabilities() -> None:
    assert sum(math.exp(x) for x in SMALL.log_odds({"乙"})) == pytest.approx(1)


def test_a_model_survives_being_stored() -> None:
    stored = msgspec.json.decode(msgspec.json.encode(pack(SMALL)), type=_Stored)
    again = unpack(stored)
    assert (again.labels, again.bias, dict(again.index)) == (SMALL.labels, SMALL.bias, SMALL.index)
    assert [list(w) for w in again.weights] == [list(w) for w in SMALL.weights]


def test_grams_are_runs_of_one_to_three() -> None:
    assert grams("一二三四") == {"一", "二", "三", "四", "一二", "二三", "三四", "一二三", "二三四"}


def test_the_shipped_models_know_their_labels() -> None:
    assert {"problems", "causes", "measures", "closing"} <= set(models()["text"].labels)
    assert {"none", "problems", "causes+measures"} <= set(models()["heading"].labels)
    assert models()["role"].labels == ("dimension", "item", "text")
    assert models()["event"].labels == ("event", "none")
