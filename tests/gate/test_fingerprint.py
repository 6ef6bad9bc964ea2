"""Fingerprints stay while the words stay, and change when they do."""

from hypothesis import given
from hypothesis import strategies as st

from checker.document import Document, Paragraph, Span
from checker.finding import Finding
from checker.fingerprint import fingerprint, fingerprints

TEXT = (
    "对照检查材料",
    "（一）政治信仰方面",
    "一是学习不够深入。有的同志满足于开会传达，没有往心里去。",
    "二是调研不够扎实。有的同志到村里只看点，不进户。",
)


def document(*texts: str) -> Document:
    return Document("txt", tuple(Paragraph(t) for t in texts))


def finding_of(words: str, texts: tuple[str, ...], code: str = "P405", after: int = 0) -> Finding:
    """A finding at the first ``words`` from paragraph ``after`` on."""
    number = next(i for i, t in enumerate(texts, 1) if i > after and words in t)
    start = texts[number - 1].index(words)
    return Finding(code, f"“{words}”", "", (Span(number, start, start + len(words)),), words)


def mark(words: str, *texts: str, after: int = 0) -> str:
    return fingerprints([finding_of(words, texts, after=after)], document(*texts))[0]


BEFORE = mark("有的同志", *TEXT)


def test_stays_when_other_places_are_edited() -> None:
    assert mark("有的同志", "新加的标题", *TEXT) == BEFORE
    assert mark("有的同志", *TEXT[:2], TEXT[2].replace("学习不够深入", "理论学习浮于表面"), TEXT[3]) == BEFORE


def test_stays_when_width_punctuation_and_numbers_change() -> None:
    assert mark("有的同志", "1. 有的同志满足于开会传达, 没有往心里去") == BEFORE
    assert mark("有的同志", "（三）有的同志满足于开会传达——没有往心里去！") == BEFORE


def test_changes_with_the_sentence_and_the_rule() -> None:
    assert mark("有的同志", *TEXT, after=3) != BEFORE
    assert fingerprint("P405", "有的同志") != fingerprint("P407", "有的同志")
    assert fingerprint("N601", "（三）") != fingerprint("N601", "（四）")
    assert fingerprint("W508", "。。。") != fingerprint("W508", "------")


def test_equal_ones_are_told_apart_in_order() -> None:
    twice = "有的同志说，有的同志看"
    findings = [Finding("P405", "", "", (Span(1, at, at + 4),), "有的同志") for at in (0, 6)]
    first, second = fingerprints(findings, document(twice))
    assert first != second
    assert fingerprints(findings[:1], document(twice)) == (first,)


def test_several_places_go_by_the_words_alone() -> None:
    places = (Span(3, 9, 13), Span(4, 9, 13))
    several = Finding("W501", "", "", places, "xx", 2)
    assert fingerprints([several], document(*TEXT)) == (fingerprint("W501", "xx"),)


def test_whole_document_goes_by_the_excerpt_or_by_the_message_without_its_figures() -> None:
    share = [Finding("S113", f"问题部分只占 {n}%", "") for n in (20, 21)]
    a, b = (fingerprints([f], document(*TEXT)) for f in share)
    assert a == b
    missing = [Finding("D201", "缺少方面", "", (), d) for d in ("d1", "d2")]
    assert len(set(fingerprints(missing, document(*TEXT)))) == 2


def test_a_personal_number_does_not_enter() -> None:
    assert fingerprint("W510", "110105194912310021") == fingerprint("W510", "330105200012310021")
    assert fingerprint("W510", "138 1234 5678") == fingerprint("W510", "139-8765-4321")


@given(st.text(min_size=1), st.data())
def test_any_text_and_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    made = fingerprints([Finding("W501", "", "", (Span(1, start, end),), text[start:end])], document(text))
    assert all(len(f) == 16 for f in made)
