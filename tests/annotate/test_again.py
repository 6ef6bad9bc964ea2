"""An annotated copy annotated again: our earlier comments are replaced, what people wrote stays."""

import io

import docx
import pytest
from lxml import etree

from checker.annotate import annotate
from checker.annotate.container import is_signed
from checker.readers.docx import read_docx
from checker.readers.package import W
from checker.report import FileReport, Place
from tests.annotate.test_word import INCOMPLETE
from tests.annotate.xml import anchored, members, texts, without_comments
from tests.gate.build import file, finding
from tests.readers.builder import docx as word
from tests.readers.builder import p, pack, parts, r
from tests.readers.texts import INDIVIDUAL
from tests.readers.ways import WAYS

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def report(*spans: tuple[int, int, int]) -> FileReport:
    return file("a.docx", *(finding(places=(Place(*span),)) for span in spans))


@pytest.mark.parametrize("way", [w for w in WAYS if w not in INCOMPLETE])
def test_again_is_as_once(way: str) -> None:
    data = WAYS[way](INDIVIDUAL)
    found = report((1, 0, 2), (2, 0, 3), (2, 0, 3))
    once = annotate(data, read_docx(data), found)
    again = annotate(once, read_docx(once), found)
    assert read_docx(again) == read_docx(data)
    assert anchored(again) == anchored(once)
    assert texts(again).keys() == texts(once).keys()
    ours = set(texts(once)) - (set(texts(data)) if "word/comments.xml" in members(data) else set())
    assert without_comments(again, ours) == without_comments(once, ours)


def test_where_nothing_is_found_any_more_our_comments_go() -> None:
    data = word(p(r("有的同志不担当")))
    once = annotate(data, read_docx(data), report((1, 0, 4)))
    again = annotate(once, read_docx(once), report())
    assert anchored(again) == {}
    assert texts(again) == {}
    assert without_comments(again, set()) == without_comments(data, set())


def test_a_persons_comments_and_replies_stay() -> None:
    made = docx.Document()
    made.add_paragraph("一是学习不够深入。")
    made.add_comment(made.paragraphs[0].runs, "请补充事例", author="王五", initials="W")
    stream = io.BytesIO()
    made.save(stream)
    data = stream.getvalue()
    for start in (2, 4):
        data = annotate(data, read_docx(data), report((1, start, start + 2)))
    opened = docx.Document(io.BytesIO(data))
    assert [c.author for c in opened.comments] == ["王五", "duizhao"]
    assert sorted(anchored(data).values()) == ["一是学习不够深入。", "不够"]


def test_what_word_keeps_on_our_comments_goes_with_them() -> None:
    """A copy saved by Word has paragraph ids, and in another part which comment answers which."""
    made = dict(parts(p('<w:commentRangeStart w:id="0"/>' + r("有的同志") + _end(0) + r("不担当") + _end(1))))
    types = "".join(f'<Relationship Id="rId{n}" Type="http://x/{t}" Target="{t}.xml"/>' for n, t in enumerate(PARTS, 7))
    name = "word/_rels/document.xml.rels"
    made[name] = made[name].replace("</Relationships>", types + "</Relationships>")
    comment = '<w:comment w:id="{}" w:author="{}"><w:p w14:paraId="{}"><w:r><w:t>甲</w:t></w:r></w:p></w:comment>'
    space = f'xmlns:w="{W[1:-1]}" xmlns:w14="{W14}"'
    both = comment.format(0, "duizhao", "0A") + comment.format(1, "王五", "0B")
    made["word/comments.xml"] = f"<w:comments {space}>{both}</w:comments>"
    entries = '<w15:commentEx w15:paraId="0A" w15:done="0"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
    made["word/commentsExtended.xml"] = f'<w15:commentsEx xmlns:w15="{W15}">{entries}</w15:commentsEx>'
    data = pack(made)
    after = annotate(data, read_docx(data), report((1, 4, 7)))
    root = etree.fromstring(members(after)["word/commentsExtended.xml"])
    assert [dict(entry.attrib) for entry in root] == [{f"{{{W15}}}paraId": "0B"}]
    assert ["甲"] in texts(after).values()
    assert len(texts(after)) == 2


PARTS = ("comments", "commentsExtended")


def _end(number: int) -> str:
    start = f'<w:commentRangeStart w:id="{number}"/>' if number else ""
    return f'{start}<w:commentRangeEnd w:id="{number}"/><w:r><w:rPr/><w:commentReference w:id="{number}"/></w:r>'


def test_a_comment_before_embedded_text_leaves_no_empty_paragraphs_behind() -> None:
    data = WAYS["alt_chunks"](INDIVIDUAL) if "alt_chunks" in WAYS else _embedded()
    once = twice = annotate(data, read_docx(data), report((2, 0, 1)))
    for _ in range(2):
        twice = annotate(twice, read_docx(twice), report((2, 0, 1)))
    assert members(twice)["word/document.xml"].count(b"<w:p") == members(once)["word/document.xml"].count(b"<w:p")


def _embedded() -> bytes:
    made = dict(parts(p(r("一、存在的问题")) + '<w:altChunk r:id="rId9"/>'))
    name = "word/_rels/document.xml.rels"
    relation = '<Relationship Id="rId9" Type="http://x/aFChunk" Target="chunk.html"/></Relationships>'
    made[name] = made[name].replace("</Relationships>", relation)
    return pack({**made, "word/chunk.html": "<html><body><p>一是学习不深。</p></body></html>"})


def test_a_signed_file_is_known() -> None:
    made = parts(p(r("对照检查材料")))
    assert not is_signed(pack(made))
    assert is_signed(pack({**made, "_xmlsignatures/origin.sigs": ""}))
