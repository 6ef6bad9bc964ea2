"""Comments in Word files: on the very words, in whatever way the file is written, and nothing else touched."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.annotate import annotate
from checker.readers import limits
from checker.readers.docx import read_docx
from checker.readers.errors import Unreadable
from checker.report import FileReport, Place
from tests.annotate.xml import anchored, body, members, texts, without_comments
from tests.gate.build import file, finding
from tests.readers.builder import box, inserted, p, pack, parts, r
from tests.readers.builder import docx as word
from tests.readers.texts import INDIVIDUAL
from tests.readers.ways import WAYS
from tests.readers.ways.registry import NOISE

WHOLE = {"text_boxes", "vml_boxes", "odd_characters"}
"""Ways in which some words can't be parted from their neighbours."""
INCOMPLETE = {"bare", "named_by_type_only"}


def at(paragraph: int, start: int, end: int) -> FileReport:
    return file("a.docx", finding(places=(Place(paragraph, start, end),)))


def comment_on(data: bytes, paragraph: int, start: int, end: int) -> str:
    """The words that a comment on these characters is anchored on."""
    (words,) = anchored(annotate(data, read_docx(data), at(paragraph, start, end))).values()
    return words


@pytest.mark.parametrize("way", [w for w in WAYS if w not in INCOMPLETE])
def test_whatever_way_a_file_is_written(way: str) -> None:
    data = WAYS[way](INDIVIDUAL)
    document = read_docx(data)
    spans = [
        Place(n, start, end)
        for n, paragraph in enumerate(document.paragraphs, 1)
        for start, end in [(0, len(paragraph.text)), (len(paragraph.label) + 2, len(paragraph.label) + 5)]
    ]
    report = file("a.docx", *(finding(paragraph=s.paragraph, start=s.start, end=s.end) for s in spans))
    after = annotate(data, document, report)

    assert read_docx(after) == document
    words = list(anchored(after).items())
    wanted = [document.paragraphs[s.paragraph - 1].text[s.start : s.end] for s in spans]
    labels = [document.paragraphs[s.paragraph - 1].label if s.start == 0 else "" for s in spans]
    ours = words[-len(spans) :]
    for (_, found), expected, label in zip(sorted(ours, key=lambda w: int(w[0])), wanted, labels, strict=True):
        expected = expected.removeprefix(label).strip().replace("\t", "")
        found = found.replace(NOISE, "")  # hidden text and the codes of fields lie inside the range
        assert expected[-2:] in found if way in WHOLE else expected == found
    assert without_comments(after, {n for n, _ in ours}) == without_comments(data, set())


@pytest.mark.parametrize("way", [w for w in WAYS if w not in INCOMPLETE])
def test_other_parts_stay_byte_for_byte(way: str) -> None:
    data = WAYS[way](INDIVIDUAL)
    before, after = members(data), members(annotate(data, read_docx(data), at(1, 0, 2)))
    changed = {name.replace("\\", "/") for name in after if before.get(name) != after[name]}
    new = {name for name in changed if name.endswith("comments.xml")}
    assert len(new) == 1
    assert len(changed - new) == 3
    assert set(before) <= set(after)


@pytest.mark.parametrize("way", sorted(INCOMPLETE))
def test_incomplete_containers_are_refused(way: str) -> None:
    data = WAYS[way](INDIVIDUAL)
    with pytest.raises(Unreadable) as caught:
        annotate(data, read_docx(data), at(1, 0, 2))
    assert "缺少部件" in caught.value.reason


def test_main_part_is_changed_by_the_comments_only() -> None:
    """Not only the same to an XML parser: the same bytes, but for what stands around the words."""
    data = word(f"<w:p>{r('一是学习不够深入。')}</w:p>")
    before = members(data)["word/document.xml"].decode()
    after = members(annotate(data, read_docx(data), at(1, 2, 4)))["word/document.xml"].decode()
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    marked = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    expected = run.format("一是") + marked.format(run.format("学习")) + run.format("不够深入。")
    assert after.split("\n", 1)[1] == before.split("\n", 1)[1].replace(run.format("一是学习不够深入。"), expected)


def test_python_docx_reads_them_back() -> None:
    made = docx.Document()
    made.add_paragraph("一是学习不够深入。")
    old = made.add_comment(made.paragraphs[0].runs, "原有的批注", author="王五", initials="W")
    stream = io.BytesIO()
    made.save(stream)
    data = stream.getvalue()
    report = file("a.docx", finding(places=(Place(1, 2, 4),), message="太笼统", suggestion="举一例"))
    opened = docx.Document(io.BytesIO(annotate(data, read_docx(data), report)))
    first, second = opened.comments
    assert (first.comment_id, first.author, first.text) == (old.comment_id, "王五", "原有的批注")
    assert (second.author, second.initials) == ("duizhao", "DZ")
    assert second.text == "P405 警告\n太笼统\n建议：举一例"
    assert second.timestamp is not None


def test_existing_comments_and_their_files_stay() -> None:
    data = WAYS["notes_and_headers"](INDIVIDUAL)  # has ranges of a comment 0 whose text is missing
    after = annotate(data, read_docx(data), at(1, 0, 2))
    assert list(texts(after)) == ["1"]
    assert anchored(after).keys() == {"0", "1"}


def test_several_comments_on_the_same_words_keep_their_order() -> None:
    data = word(p(r("有的同志不担当")))
    found = [finding(message=str(n), places=(Place(1, 0, 4),)) for n in range(3)]
    after = annotate(data, read_docx(data), file("a.docx", *found))
    assert [lines[1] for lines in texts(after).values()] == ["0", "1", "2"]
    root = body(after)
    assert [e.values()[0] for e in root.iter() if e.tag.endswith("commentReference")] == ["0", "1", "2"]
    assert list(anchored(after).values()) == ["有的同志"] * 3


CASES = {
    "run split by formatting": (p(r("有的", "<w:b/>") + r("同志不")), "有的同志"),
    "inside an insertion": (p(inserted(r("有的同志不担当"))), "有的同志"),
    "insertion and after": (p(inserted(r("有的")) + r("同志不担当")), "有的同志"),
    "hyperlink": (p(f'<w:hyperlink r:id="rId9">{r("有的同志不担当")}</w:hyperlink>'), "有的同志"),
    "rich control": (p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('有的同志不担当')}</w:sdtContent></w:sdt>"), "有的同志"),
    "plain control": (
        p(f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{r('有的同志不')}</w:sdtContent></w:sdt>"),
        "有的同志不",
    ),
    "plain control around the paragraph": (
        f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{p(r('有的同志不'))}</w:sdtContent></w:sdt>",
        "有的同志",
    ),
    "text box": (p(box(p(r("有的同志不"))) + r("后面")), "有的同志不有的同志不"),
    "ruby": (
        p(
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>y</w:t></w:r></w:rt>"
            f"<w:rubyBase>{r('有的同志不')}</w:rubyBase></w:ruby></w:r>"
        ),
        "y有的同志不",
    ),
    "tab between": (p(r("有的") + "<w:r><w:tab/></w:r>" + r("同志不担当")), "有的同"),
    "several texts in a run": (p("<w:r><w:t>有的</w:t><w:t>同志不</w:t><w:t>担当</w:t></w:r>"), "有的同志"),
    "blanks that Word drops": (p("<w:r><w:t>  有的同志 不担当  </w:t></w:r>"), "有的同志"),
    "note in the run": (p('<w:r><w:t>有的同志不</w:t><w:footnoteReference w:id="2"/></w:r>'), "有的同志"),
    "comment and processing instruction": (p("<!-- x --><?y z?>" + r("有的同志不")), "有的同志"),
}


@pytest.mark.parametrize("name", CASES)
def test_where_the_words_stand(name: str) -> None:
    content, expected = CASES[name]
    data = word(content)
    after = annotate(data, read_docx(data), at(1, 0, 4))
    assert list(anchored(after).values()) == [expected]
    assert without_comments(after, {"0"}) == without_comments(data, set())


@pytest.mark.parametrize(
    ("start", "end", "words"), [(-3, 2, "有的"), (0, 99, "有的同志"), (2, 2, "同"), (9, 12, "有的同志")]
)
def test_places_that_leave_the_paragraph_are_cut_to_it(start: int, end: int, words: str) -> None:
    assert comment_on(word(p(r("有的同志"))), 1, start, end) == words


def test_place_in_an_automatic_number_is_the_text_behind_it() -> None:
    files = [way(INDIVIDUAL) for way in WAYS.values()]
    numbered = next(data for data in files if any(q.label for q in read_docx(data).paragraphs))
    document = read_docx(numbered)
    number = next(i for i, q in enumerate(document.paragraphs, 1) if q.label)
    words = comment_on(numbered, number, 0, len(document.paragraphs[number - 1].label))
    assert words
    assert document.paragraphs[number - 1].text.endswith(words)


def test_without_anything_to_say_the_file_is_the_same() -> None:
    data = word(p(r("有的同志")))
    assert annotate(data, read_docx(data), file("a.docx")) == data
    suppressed = replace(at(1, 0, 2).findings[0], suppressed="基线")
    assert annotate(data, read_docx(data), file("a.docx", suppressed)) == data


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("甲乙丙丁 ", min_size=1, max_size=6), min_size=1, max_size=5).filter(lambda t: "".join(t).strip()),
    st.data(),
)
def test_any_runs_and_any_places(words: list[str], data: st.DataObject) -> None:
    original = word(p("".join(r(w, f'<w:sz w:val="{20 + i}"/>') for i, w in enumerate(words))))
    document = read_docx(original)
    text = document.paragraphs[0].text
    place = st.integers(0, len(text) - 1).flatmap(lambda s: st.tuples(st.just(s), st.integers(s + 1, len(text))))
    spans = data.draw(st.lists(place, min_size=1, max_size=4))
    report = file("a.docx", *(finding(places=(Place(1, s, e),)) for s, e in spans))
    after = annotate(original, document, report)
    assert sorted(anchored(after).values()) == sorted(text[s:e] for s, e in spans)
    assert read_docx(after) == document
    assert without_comments(after, set(anchored(after))) == without_comments(original, set())


def test_zip_bomb_in_a_picture_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 1 << 20)
    data = pack({**parts(p(r("有的同志"))), "word/media/image1.png": bytes(2 << 20)})
    with pytest.raises(Unreadable) as caught:
        annotate(data, read_docx(data), at(1, 0, 2))
    assert "解压后大于 1 MB" in caught.value.reason


def test_broken_picture_is_told() -> None:
    data = pack({**parts(p(r("有的同志"))), "word/media/image1.png": b"picture" * 9}, zipfile.ZIP_STORED)
    broken = data.replace(b"picturepicture", b"pictureXicture", 1)
    with pytest.raises(Unreadable, match="损坏"):
        annotate(broken, read_docx(broken), at(1, 0, 2))
