"""Look-alikes and what can't be seen, in every format: read as what they stand for, every offset kept."""

from io import BytesIO

import docx as python_docx
import pytest

from checker.annotate import annotate
from checker.characters import fold, visible
from checker.document import Document
from checker.engine import Engine
from checker.normal import normalise
from checker.packs import load_packs
from checker.readers import read
from tests.annotate.xml import anchored
from tests.readers.builder import docx, p, r

ODD = {
    "康熙部首": ("⼀、存在的⽅⾯", "一、存在的方面"),
    "部首补充": ("⻓期⻅⺠⻢⻋", "长期见民马车"),
    "兼容汉字": ("\uf9e4\uf95f\U0002f804", "理寧你"),
    "GBK 的空格": ("一、\ue5e5存在", "一、\u3000存在"),
    "Wingdings 的序号": ("\uf081学习\uf08d调研", "①学习②调研"),
    "Wingdings 的图形": ("\uf0d8学习\uf06c", "学习"),
    "零宽": ("（\u200b二）带\u2060头\ufeff", "（二）带头"),
    "方向": ("\u202a（\u200e一）带头\u202c", "（一）带头"),
    "软连字符和变体": ("带\u00ad头\ufe0f", "带头"),
}


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize(("odd", "plain"), ODD.values(), ids=ODD)
@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.md", "a.html"])
def test_read_as_what_they_stand_for(name: str, odd: str, plain: str) -> None:
    lines = ["甲" + odd + "乙", odd + "。"]
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines)
    data = {
        "a.docx": docx("".join(p(r(line)) for line in lines)),
        "a.html": page.encode(),
    }.get(name, "\n\n".join(lines).encode())
    assert texts(read(data, name)) == [f"甲{plain}乙", plain + "。"]


@pytest.mark.parametrize(("odd", "plain"), ODD.values(), ids=ODD)
def test_folding_keeps_the_length(odd: str, plain: str) -> None:
    assert len(fold(odd)) == len(odd)
    assert visible(odd) == plain


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_places_in_a_text_file_are_those_of_its_own_characters(name: str) -> None:
    line = "\u202a\u200b  带\u200b头x\u2060y\u202c"
    (paragraph,) = read(line.encode(), name).paragraphs
    assert paragraph.text == "带头xy"
    places = [paragraph.position(n) for n in range(4)]
    assert [line[column - 1] for _, column in filter(None, places)] == list("带头xy")


def test_comments_are_on_the_words_whatever_stands_between_them() -> None:
    data = docx(p(r("对照检查材料")) + p("<w:r><w:t> 一是\u200bx\u2060x\u200b月\u200e开会，××村没有去。 </w:t></w:r>"))
    document = read(data, "a.docx")
    assert document.paragraphs[1].text == "一是xx月开会，××村没有去。"
    report = Engine(load_packs()).check_document(document, "a.docx")
    copy = annotate(data, document, report)
    assert {"x\u2060x", "××"} <= set(anchored(copy).values())
    whole = "".join(run.text for run in python_docx.Document(BytesIO(copy)).paragraphs[1].runs)
    assert whole.strip() == "一是\u200bx\u2060x\u200b月\u200e开会，××村没有去。"


def test_lines_that_end_in_a_private_character_are_paragraphs() -> None:
    lines = [
        f"{n}是学习不够深入，读文件走马观花，没有往心里去，满足于一般了解。\ue01d" for n in "一二三四五六七八九十" * 2
    ]
    assert len(read("\n".join(lines).encode(), "a.txt").paragraphs) == 20


def test_normalised_text_has_neither() -> None:
    normal = normalise("⼀\u202a、\u200e⽅\ufe0f面")
    assert normal.text == "一、方面"
    assert normal.original(2, 4) == (4, 7)


@pytest.mark.parametrize(
    "blank", ["　", " ", "\xa0", "\u2003", "\u2800", "\u200b", "\u202a\u202c", "\ufeff", "\ue5e5", "\uf06c"]
)
@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.md", "a.html"])
def test_a_body_of_blanks_only_is_empty(name: str, blank: str) -> None:
    lines = [blank * 3, blank]
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines)
    data = {"a.docx": docx("".join(p(r(line)) for line in lines)), "a.html": page.encode()}
    report = Engine(load_packs()).check(data.get(name, "\n\n".join(lines).encode()), name, name)
    assert [f.code for f in report.findings] == ["E002"]
