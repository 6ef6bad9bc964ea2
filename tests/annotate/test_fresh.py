"""Other files become a new Word file with the same paragraphs and the comments on the same words."""

import io

import docx
import pytest

from checker.annotate import annotate
from checker.document import Document, Paragraph
from checker.readers import read
from checker.readers.docx import read_docx
from checker.report import Place
from tests.annotate.xml import anchored
from tests.gate.build import file, finding

MARKDOWN = """# 对照检查材料

## 一、存在的问题

一是学习不够深入。有的同志满足于
开会传达，没有往心里去。

**二、原因分析**
"""


@pytest.mark.parametrize("name", ["材料.md", "材料.txt"])
def test_paragraphs_and_words(name: str) -> None:
    data = MARKDOWN.encode()
    document = read(data, name)
    number = next(n for n, p in enumerate(document.paragraphs, 1) if "有的同志" in p.text)
    start = document.paragraphs[number - 1].text.index("有的同志")
    made = annotate(data, document, file(name, finding(places=(Place(number, start, start + 4),))))
    assert [p.text for p in read_docx(made).paragraphs] == [p.text for p in document.paragraphs]
    assert list(anchored(made).values()) == ["有的同志"]
    opened = docx.Document(io.BytesIO(made))
    assert [c.author for c in opened.comments] == ["duizhao"]
    assert opened.core_properties.author == "duizhao"
    assert opened.core_properties.comments == ""


def test_headings_are_bold() -> None:
    document = read(MARKDOWN.encode(), "a.md")
    opened = docx.Document(io.BytesIO(annotate(b"", document, file("a.md"))))
    assert [bool(p.runs[0].bold) for p in opened.paragraphs] == [bool(p.level or p.bold) for p in document.paragraphs]


@pytest.mark.parametrize("text", ["左\x00\x0b右", "左\t右\n下", " 有的 ", "半\ud800字", "a<b>&c"])
def test_any_text_can_be_written(text: str) -> None:
    document = Document("txt", (Paragraph(text),))
    made = annotate(b"", document, file("a.txt", finding(places=(Place(1, 0, len(text)),))))
    (words,) = anchored(made).values()
    assert len(words) == len(text)


def test_old_formats_that_were_converted_for_reading() -> None:
    """``read`` gives a Document of the format docx for a .doc, but the file itself is none."""
    document = Document("docx", (Paragraph("一、存在的问题", label="一、"), Paragraph("有的同志")))
    made = annotate(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", document, file("a.doc", finding(paragraph=2, start=0, end=2)))
    assert list(anchored(made).values()) == ["有的"]


def test_without_findings_it_has_no_comments() -> None:
    opened = docx.Document(io.BytesIO(annotate(b"", Document("txt", (Paragraph("甲"),)), file("a.txt"))))
    assert len(opened.comments) == 0
