"""rjieba and jieba give the same words and tags, and the field's terms stay whole."""

from pathlib import Path

import pytest

from checker import segment
from checker.lexicon import terms

TEXT = (Path(__file__).parents[2] / "fixtures" / "frame.md").read_text("utf-8")


@pytest.fixture(scope="module")
def reference() -> segment.Segmenter:
    return segment.with_jieba()


def test_both_cut_and_tag_alike(reference: segment.Segmenter) -> None:
    pytest.importorskip("rjieba")
    fast = segment.with_rjieba()
    tokens = fast.cut(TEXT)
    assert tokens == reference.cut(TEXT)
    assert [fast.tag(token) for token in tokens] == [reference.tag(token) for token in tokens]


def test_terms_stay_whole(reference: segment.Segmenter) -> None:
    for term in terms():
        assert reference.cut(f"对{term.word}的") == ["对", term.word, "的"]
        assert reference.tag(term.word) == term.tag


def test_words_cover_the_text() -> None:
    words = segment.words("驻村第一书记2021年落实“一岗双责”。")
    assert [w.text for w in words][:2] == ["驻村第一书记", "2021"]
    assert [(w.start, w.end) for w in words][:2] == [(0, 6), (6, 10)]
    assert {w.text: w.tag for w in words}["2021"] == "m"
    assert words[-1].end == 20
