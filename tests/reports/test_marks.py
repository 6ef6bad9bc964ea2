from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checker.report import EvidenceEntry, FileReport, ItemEntry, Place
from checker.reports.marks import stretches
from checker.reports.mask import shown
from tests.reports.builder import finding, submission


def places(paragraphs: int) -> st.SearchStrategy[Place]:
    offsets = st.integers(-3, 40)
    return st.builds(Place, st.integers(1, paragraphs + 1), offsets, offsets)


@given(
    st.lists(st.text(max_size=30), min_size=1, max_size=3),
    st.lists(st.lists(places(3), max_size=3), max_size=5),
    st.lists(places(3), max_size=3),
)
def test_stretches_joined_are_the_text(texts: list[str], found: list[list[Place]], evidence: list[Place]) -> None:
    file = FileReport("a.docx", "failed", (), paragraphs=tuple(texts))
    findings = [finding("P405", "x", places=tuple(p)) for p in found]
    entries = tuple(EvidenceEntry("", p.paragraph, p.start, p.end) for p in evidence)
    items = [ItemEntry("", p.paragraph, p.start, p.end, p.paragraph, evidence={"event": entries}) for p in evidence]
    cut = stretches(file, findings, items)
    assert ["".join(s.text for s in paragraph) for paragraph in cut] == [shown(t) for t in texts]


def test_overlapping_findings_share_a_stretch() -> None:
    file = FileReport("a.docx", "failed", (), paragraphs=("甲乙丙丁戊",))
    long = finding("P405", "长", places=(Place(1, 0, 4),))
    short = finding("W501", "短", places=(Place(1, 2, 5),))
    (paragraph,) = stretches(file, [long, short], [])
    assert [(s.text, s.findings, s.severity, s.numbers) for s in paragraph] == [
        ("甲乙", (1,), "warning", ()),
        ("丙丁", (1, 2), "error", (1,)),
        ("戊", (2,), "error", (2,)),
    ]


def test_number_stands_once_however_many_places() -> None:
    file = FileReport("a.docx", "failed", (), paragraphs=("xx和xx",))
    (paragraph,) = stretches(file, [finding("W501", "占位", places=(Place(1, 0, 2), Place(1, 3, 5)))], [])
    assert [s.numbers for s in paragraph] == [(1,), (), ()]
    assert [s.findings for s in paragraph] == [(1,), (), (1,)]


def test_long_place_is_marked_by_its_first_clause() -> None:
    text = "一是学习不深入，" + "对照要求还有差距" * 10
    file = FileReport("a.docx", "failed", (), paragraphs=(text,))
    (paragraph,) = stretches(file, [finding("P402", "x", places=(Place(1, 0, len(text)),))], [])
    first, rest = paragraph
    assert (first.text, first.numbers) == ("一是学习不深入", (1,))
    assert not rest.findings


def test_place_without_width_shows_its_number() -> None:
    file = FileReport("a.docx", "failed", (), paragraphs=("甲乙",))
    (paragraph,) = stretches(file, [finding("P405", "x", places=(Place(1, 1, 1),))], [])
    assert [(s.text, s.numbers) for s in paragraph] == [("甲", ()), ("", (1,)), ("乙", ())]


def test_items_begin_where_they_stand() -> None:
    file = submission()
    assert file.outline
    items = [i for s in file.outline.sections for d in s.dimensions for i in d.items]
    cut = stretches(replace(file, findings=()), [], items)
    assert [s.text[:4] for paragraph in cut for s in paragraph if s.item] == [
        "一是理论",
        "二是学用",
        "一是到基",
        "二是解决",
        "遇到xx",
    ]
