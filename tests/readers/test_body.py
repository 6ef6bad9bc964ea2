"""What a reader of a Word file sees: details that the ways of writing don't show."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Document, Paragraph
from checker.readers.docx import read_docx
from tests.readers.builder import DATE, STYLES, box, deleted, docx, field, inserted, p, pack, parts, r, table
from tests.readers.texts import TEXTS
from tests.readers.ways import WAYS

MARK_DELETED = f'<w:del w:id="1" {DATE}/>'


def body(content: str, **parts_of_it: str) -> tuple[Paragraph, ...]:
    return read_docx(docx(content, **parts_of_it)).paragraphs


def texts(content: str, **parts_of_it: str) -> list[str]:
    return [q.text for q in body(content, **parts_of_it)]


# Levels


@pytest.mark.parametrize(
    ("style", "properties", "level"),
    [
        ('<w:name w:val="heading 3"/>', "", 3),
        ('<w:name w:val="Heading 2"/>', "", 2),
        ('<w:name w:val="标题 4"/>', "", 4),
        ('<w:name w:val="标题4"/>', "", 4),
        ('<w:name w:val="一级标题"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>', "", 1),
        ('<w:name w:val="二级标题"/><w:basedOn w:val="2"/>', "", 2),
        ('<w:name w:val="正文标题"/><w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "", 0),
        ('<w:name w:val="heading 3"/>', '<w:outlineLvl w:val="9"/>', 0),
        ('<w:name w:val="heading 3"/>', '<w:outlineLvl w:val="0"/>', 1),
        ('<w:name w:val="heading 3"/>', '<w:outlineLvl w:val="nonsense"/>', 3),
        ('<w:name w:val="heading 10"/>', "", 0),
        ('<w:name w:val="Title"/>', "", 0),
    ],
)
def test_the_level_of_a_heading(style: str, properties: str, level: int) -> None:
    styles = f'{STYLES}<w:style w:type="paragraph" w:styleId="x">{style}</w:style>'
    assert body(p(r("标题"), 0, f'<w:pStyle w:val="x"/>{properties}'), styles=styles)[0].level == level


def test_without_a_style_part_the_name_of_the_style_tells() -> None:
    members = parts(p(r("标题"), 0, '<w:pStyle w:val="Heading2"/>'))
    del members["word/styles.xml"]
    assert read_docx(pack(members)).paragraphs[0].level == 2


# Bold


@pytest.mark.parametrize(
    ("runs", "bold"),
    [
        (r("甲", "<w:b/>") + r("乙", "<w:b/>"), True),
        (r("甲", "<w:b/>") + r("乙"), False),
        (r("甲", "<w:b/>") + r("　 "), True),
        (r("甲", "<w:b/>") + r("乙", "<w:vanish/>"), True),
        (r("甲", "<w:b/>") + deleted("乙"), True),
        (r("甲", '<w:b w:val="0"/>'), False),
        (r("甲", '<w:b w:val="off"/>'), False),
        (r("甲", '<w:rStyle w:val="boldc"/>'), True),
        (r("甲", '<w:rStyle w:val="boldc"/><w:b w:val="0"/>'), False),
        (r("甲"), False),
    ],
)
def test_bold_is_what_is_bold_throughout(runs: str, bold: bool) -> None:
    assert body(p(runs))[0].bold is bold


@pytest.mark.parametrize(("runs", "bold"), [(r("甲"), True), (r("甲", '<w:rStyle w:val="boldc"/>'), False)])
def test_bold_by_the_paragraphs_style_is_a_toggle(runs: str, bold: bool) -> None:
    styles = f'{STYLES}<w:style w:type="paragraph" w:styleId="x"><w:rPr><w:b/></w:rPr></w:style>'
    assert body(p(runs, 0, '<w:pStyle w:val="x"/>'), styles=styles)[0].bold is bold


def test_bold_by_default() -> None:
    default = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert body(p(r("甲")), styles=default + STYLES)[0].bold


def test_the_lines_of_a_paragraph_are_bold_each_by_itself() -> None:
    found = body(p(r("甲", "<w:b/>") + "<w:r><w:br/></w:r>" + r("乙")))
    assert [q.bold for q in found] == [True, False]


# Paragraphs that run on


def test_a_deleted_mark_joins_with_the_next_paragraph() -> None:
    assert texts(p(r("一、存在"), mark=MARK_DELETED) + p(r("的问题")) + p(r("正文"))) == ["一、存在的问题", "正文"]


def test_joined_paragraphs_have_the_last_ones_properties() -> None:
    joined = p(r("一、"), 2, mark=MARK_DELETED) + p("", 2, mark=MARK_DELETED) + p(r("问题"), 1)
    assert [(q.text, q.level) for q in body(joined)] == [("一、问题", 1)]
    kept = p(r("一、问题"), 2, mark=MARK_DELETED) + p(deleted("旧"))
    assert [(q.text, q.level) for q in body(kept)] == [("一、问题", 2)], "an empty one brings nothing along"


def test_a_deleted_mark_at_the_end_joins_with_nothing() -> None:
    cells = [[p(r("甲"), mark=MARK_DELETED), p(r("乙"))]]
    assert texts(table(cells) + p(r("丙"), mark=MARK_DELETED)) == ["甲", "乙", "丙"]
    assert texts(p(r("丙"), mark=MARK_DELETED) + table(cells)) == ["丙", "甲", "乙"]


def test_a_hidden_mark_joins_too() -> None:
    assert texts(p(r("一、问题"), mark="<w:vanish/><w:specVanish/>") + p(r("正文"))) == ["一、问题正文"]
    assert texts(p(r("一、问题"), mark='<w:vanish w:val="0"/>') + p(r("正文"))) == ["一、问题", "正文"]


# White space


def test_tabs_and_spaces() -> None:
    tab = "<w:r><w:tab/></w:r>"
    assert texts(p(tab + r(" 甲") + tab + tab + r("乙 ") + tab + r("丙") + tab)) == ["甲\t乙 丙"]


def test_breaks_without_text_make_no_paragraphs() -> None:
    brk = "<w:r><w:br/></w:r>"
    assert texts(p(brk + brk + r("甲") + brk + r(" ") + brk)) == ["甲"]


def test_hyphens_and_symbols() -> None:
    runs = r("A") + "<w:r><w:noBreakHyphen/></w:r>" + r("B") + '<w:r><w:sym w:char="4E00"/><w:sym w:char="F0A7"/></w:r>'
    assert texts(p(runs)) == ["A-B一"]


# Boxes, tables, notes


def test_a_box_stands_before_or_after_its_paragraph() -> None:
    inside = p(r("框"))
    assert texts(p(box(inside) + r("文"))) == ["框", "文"]
    assert texts(p(r("文") + box(inside, 900_000))) == ["文", "框"]
    assert texts(p(r("文") + box(inside, -5))) == ["框", "文"]
    assert texts(p(box(p(box(inside) + r("外框"))) + r("文"))) == ["框", "外框", "文"]


def test_a_hidden_or_deleted_box_is_gone() -> None:
    hidden = box(p(r("框"))).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    assert texts(p(hidden + r("文"))) == ["文"]
    assert texts(p(f'<w:del w:id="1" {DATE}>{box(p(r("框")))}</w:del>' + r("文"))) == ["文"]


def test_cells_are_in_the_table() -> None:
    found = body(p(r("前")) + table([[p(r("甲")) + p(r("乙")), table([[p(r("丙"))]]) + p("")]]) + p(r("后")))
    assert [(q.text, q.in_table) for q in found] == [
        ("前", False), ("甲", True), ("乙", True), ("丙", True), ("后", False)
    ]  # fmt: skip


def test_notes_headers_and_remarks_stand_apart() -> None:
    document = read_docx(WAYS["notes_and_headers"](TEXTS["group"]))
    assert [q.text for q in document.footnotes] == ["脚注的话", "尾注的话"]
    assert [q.text for q in document.headers] == ["县水利局", "1"]
    assert read_docx(WAYS["contents"](TEXTS["group"])).remarks == ("略去了自动生成的目录",)


def test_a_note_whose_reference_is_deleted_is_gone() -> None:
    note = {"footnotes": f'<w:footnote w:id="2">{p(r("脚注"))}</w:footnote>'}
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert read_docx(docx(p(r("文") + reference), more=note)).footnotes
    gone = f'<w:del w:id="1" {DATE}>{reference}</w:del>'
    assert not read_docx(docx(p(r("文") + gone), more=note)).footnotes


def test_an_empty_file_is_an_empty_document() -> None:
    assert read_docx(docx(p(""))) == Document("docx", ())


# Any mixture of what shows and what doesn't

_words = st.text(alphabet="甲乙丙丁，。1a", min_size=1, max_size=4)
_leaves = st.one_of(
    _words.map(lambda w: (r(w), w)),
    _words.map(lambda w: (deleted(w), "")),
    _words.map(lambda w: (r(w, "<w:vanish/>"), "")),
    _words.map(lambda w: (r(w, '<w:rStyle w:val="hidc"/>'), "")),
    _words.map(lambda w: (f"<w:r><w:instrText>{w}</w:instrText></w:r>", "")),
)


def _wrapped(children: st.SearchStrategy[list[tuple[str, str]]]) -> st.SearchStrategy[tuple[str, str]]:
    def wrap(kind: str, inside: list[tuple[str, str]]) -> tuple[str, str]:
        xml, seen = "".join(x for x, _ in inside), "".join(s for _, s in inside)
        return {
            "ins": (inserted(xml), seen),
            "moveTo": (f'<w:moveTo w:id="1" {DATE}>{xml}</w:moveTo>', seen),
            "moveFrom": (f'<w:moveFrom w:id="1" {DATE}>{xml}</w:moveFrom>', ""),
            "del": (f'<w:del w:id="1" {DATE}>{xml}</w:del>', ""),
            "sdt": (f"<w:sdt><w:sdtPr/><w:sdtContent>{xml}</w:sdtContent></w:sdt>", seen),
            "hyperlink": (f"<w:hyperlink>{xml}</w:hyperlink>", seen),
            "field": (field("REF a", xml), seen),
            "simple": (f'<w:fldSimple w:instr=" REF ">{xml}</w:fldSimple>', seen),
            "unknown": (f"<w:whatever>{xml}</w:whatever>", seen),
        }[kind]

    kinds = ["ins", "moveTo", "moveFrom", "del", "sdt", "hyperlink", "field", "simple", "unknown"]
    return st.builds(wrap, st.sampled_from(kinds), children)


_inline = st.recursive(_leaves, lambda inner: _wrapped(st.lists(inner, max_size=4)), max_leaves=12)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_inline, max_size=5), max_size=4))
def test_what_is_seen_is_read_however_it_is_nested(paragraphs: list[list[tuple[str, str]]]) -> None:
    content = "".join(p("".join(xml for xml, _ in inline)) for inline in paragraphs)
    expected = ["".join(seen for _, seen in inline) for inline in paragraphs]
    assert texts(content) == [text for text in expected if text]
