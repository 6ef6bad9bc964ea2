"""Files as offices, servers and the web make them, each told by what it shows."""

import base64
from dataclasses import replace

import pytest

from checker.annotate import annotate
from checker.document import Document
from checker.engine import Engine
from checker.packs import load_packs
from checker.readers import read
from checker.readers.errors import Unreadable
from checker.readers.fields import enclosed
from checker.readers.legible import is_writing
from checker.readers.pdf_columns import one_column
from checker.readers.pdf_extract import Character, is_vertical, turned
from checker.readers.pdf_line import Line
from checker.readers.pdf_lines import paragraphs_of
from tests.annotate.xml import anchored
from tests.readers.builder import docx, p, pack, parts, r

TEXT = ["对照检查材料", "一、存在的问题", "一是学习不深。", "二是××村没有去。"]
BODY = "".join(p(r(line)) for line in TEXT)
PAGE = "".join(f"<p>{line}</p>" for line in TEXT)


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def instruction(*codes: str) -> str:
    inside = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{inside}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize("codes", [[r" eq \o\ac(○,1)"], [r"EQ \o\ac(○,", "1", ") "], [r"eq \o(○，1)"]])
def test_a_character_in_a_ring(codes: list[str]) -> None:
    assert texts(read(docx(p(instruction(*codes) + r("学习"))), "a.docx")) == ["①学习"]


@pytest.mark.parametrize(
    ("code", "shown"), [(r"eq \o\ac(○,20)", "⑳"), (r"eq \o\ac(□,甲)", "甲"), (r"eq \f(1,2)", ""), ("PAGE", "")]
)
def test_what_fields_without_result_show(code: str, shown: str) -> None:
    assert enclosed(code) == shown


def test_fancy_letters_are_a_title() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="对照检查材料"/></v:shape></w:pict></w:r>'
    assert texts(read(docx(p(art) + p(r("一、存在的问题"))), "a.docx")) == ["对照检查材料", "一、存在的问题"]


def with_chunk(name: str, content: str | bytes, before: str = "") -> bytes:
    made: dict[str, str | bytes] = dict(parts(before + '<w:altChunk r:id="rId9"/>'))
    relation = f'<Relationship Id="rId9" Type="http://x/aFChunk" Target="{name}"/></Relationships>'
    made["word/_rels/document.xml.rels"] = str(made["word/_rels/document.xml.rels"]).replace(
        "</Relationships>", relation
    )
    return pack({**made, f"word/{name}": content})


MHT = (
    b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    b'--b\nContent-Type: text/html; charset="utf-8"\n\n<html><body><p>- 1 -</p></body></html>\n'
    b'--b\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n'
    + base64.encodebytes(f"<html><body>{PAGE}</body></html>".encode())
    + b"\n--b--\n"
)
CHUNKS = {
    "a.html": f"<html><body>{PAGE}</body></html>",
    "a.mht": MHT,
    "a.txt": "\n".join(TEXT),
    "a.docx": docx(BODY),
}


@pytest.mark.parametrize("name", CHUNKS)
def test_text_in_a_file_inside(name: str) -> None:
    data = with_chunk(name, CHUNKS[name], p(r("前面")))
    document = read(data, "a.docx")
    assert texts(document) == ["前面", *TEXT]
    report = Engine(load_packs()).check_document(document, "a.docx")
    assert any(f.code == "W501" for f in report.findings)
    copy = annotate(data, document, report)
    assert len(anchored(copy)) >= len(report.findings)
    assert texts(read(copy, "a.docx")) == ["前面", *TEXT]


@pytest.mark.parametrize(("name", "content"), [("a.rtf", b"{\\rtf1 x}"), ("a.docx", b"PK\x03\x04 broken")])
def test_a_file_inside_that_cannot_be_read_is_named(name: str, content: bytes) -> None:
    assert any("altChunk" in remark for remark in read(with_chunk(name, content, p(r("前面"))), "a.docx").remarks)
    with pytest.raises(Unreadable, match="altChunk"):
        read(with_chunk(name, content), "a.docx")


def test_a_word_file_as_one_xml() -> None:
    made = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{content.partition("?>")[2]}</pkg:xmlData></pkg:part>'
        for name, content in parts(BODY).items()
    )
    space = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
    flat = f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package {space}>{made}</pkg:package>'
    assert texts(read(flat.encode(), "a.docx")) == TEXT


@pytest.mark.parametrize("size", [10, 100_000])
def test_a_page_sent_behind_the_file(size: int) -> None:
    assert texts(read(docx(BODY) + b"\r\n<!DOCTYPE html>" + b" " * size, "a.docx")) == TEXT


def test_a_page_hidden_until_its_script_runs() -> None:
    page = f'<html><body><div id="js_content" style="visibility: hidden; opacity: 0">{PAGE}</div></body></html>'
    assert texts(read(page.encode(), "a.html")) == TEXT
    shown = f'<html><body><p style="visibility:hidden">草稿</p>{PAGE}</body></html>'
    assert texts(read(shown.encode(), "a.html")) == TEXT


def test_the_longest_page_of_a_web_archive_is_the_text() -> None:
    assert texts(read(MHT, "a.doc")) == TEXT


# Pages of .pdf files: 595 × 842 points, characters 12 wide

LONG = "一是学习走过场在四月的读书班上照着提纲念了一遍总以为念过就算学过了下去就忘"


def lines(text: str, left: float, top: float, room: int) -> list[Line]:
    cut = [text[i : i + room] for i in range(0, len(text), room)]
    return [Line(part, left, left + 12 * len(part), top - 20 * n, 12) for n, part in enumerate(cut)]


def column(left: float) -> list[Line]:
    return [line for n in range(4) for line in lines(LONG, left, 760 - 70 * n, 18)]


def test_two_columns_are_read_one_after_the_other() -> None:
    title = Line("对照检查材料", 200, 400, 800, 12)
    mixed = sorted([title, *column(40), *column(320)], key=lambda n: (-n.foot, n.left))
    width, found = one_column(mixed, 595)
    assert [n.text for n in found] == [title.text, *[n.text for n in column(40)] * 2]
    assert width < 300
    assert [q.text for q in paragraphs_of([(595, mixed)])[0]] == [title.text, *[LONG] * 8]


def test_one_column_stays_as_it_is() -> None:
    single = [line for n in range(8) for line in lines(LONG, 80, 760 - 40 * n, 36)]
    assert one_column(single, 595) == (595, single)
    short = [replace(line, text="（一）", right=line.left + 36) for line in single]
    assert one_column(short, 595) == (595, short)


def vertical(text: str, left: float) -> list[Character]:
    return [Character(c, left, left + 12, 788 - 12 * n, 800 - 12 * n) for n, c in enumerate(text)]


def test_vertical_lines_are_seen_from_the_side() -> None:
    page = [vertical("二是下站点少", 400), vertical("一是学习不深", 500)]
    assert is_vertical(page)
    assert not is_vertical([turned(line, 270, 595, 842) for line in page])
    side = sorted((turned(line, 270, 595, 842) for line in page), key=lambda line: -line[0].bottom)
    assert ["".join(c.text for c in sorted(line, key=lambda c: c.left)) for line in side] == [
        "一是学习不深",
        "二是下站点少",
    ]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_turning_a_page_round_gives_the_page_again(degrees: int) -> None:
    line = vertical("一是", 100)
    sides = (842, 595) if degrees in (90, 270) else (595, 842)
    assert turned(turned(line, degrees, 595, 842), (360 - degrees) % 360, *sides) == line


def test_codes_of_a_font_without_names_are_no_writing() -> None:
    assert not is_writing("!\"#$%&&'()(*+,-./0123456789:;<=>.?@AB:CDEFGHIJKLHIMNOPQR>STU:VW:XYZ[\\]^_=*`>abcd5efghi")
    assert is_writing("对照检查材料" * 3 + "!!!!!")
    assert is_writing("Comrades, this is a report in English about the work of the station in 2024.")
