"""Text files → Document, and the way back: every character of a paragraph leads to its place in the file."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Document
from checker.readers import read
from checker.readers.errors import Unreadable
from checker.readers.text import document_of_text, read_text

_LINE_END = {False: r"\r\n|[\n\r\f\v\x85\u2028\u2029]", True: r"\r\n|[\n\r]"}


def characters_there(document: Document, source: str, markdown: bool) -> list[tuple[str, str]]:
    """(character of a paragraph, character of the file that its position names) for all, wraps' own spaces left out."""
    lines = re.split(_LINE_END[markdown], source)
    found = []
    for paragraph in document.paragraphs:
        for offset, character in enumerate(paragraph.text):
            position = paragraph.position(offset)
            assert position is not None
            line, column = position
            there = lines[line - 1][column - 1 : column]
            joint = character == " " and any(run.start == offset + 1 for run in paragraph.source)
            found.append((character, character if joint else there))
    return found


@pytest.mark.parametrize(
    ("name", "markdown"),
    [
        ("材料.md", True),
        ("材料.MD", True),
        ("材料.markdown", True),
        ("材料.txt", False),
        ("材料", False),
        ("md", False),
    ],
)
def test_markdown_goes_by_the_name(name: str, markdown: bool) -> None:
    document = read_text("# 标题\n**一、**正文".encode(), name)
    assert (document.format, document.paragraphs[0].text) == (("md", "标题") if markdown else ("txt", "# 标题"))


def test_positions_count_lines_and_columns_from_one() -> None:
    source = "# 标题\n\n　　**一、**存在的*问题*\n"
    title, heading = document_of_text(source, markdown=True).paragraphs
    assert title.position(0) == (1, 3)
    assert [heading.position(heading.text.index(c)) for c in "一存问"] == [(3, 5), (3, 9), (3, 13)]


def test_a_position_in_a_wrapped_paragraph_is_in_its_own_line() -> None:
    lines = [f"　　第{n}行的字数要够多才看得出来这是硬换行的文字，到这里还没有" for n in "一二三四五六七八九"]
    source = "\n".join(f"{a}\n说完就换到了下一行，这一行也写得足够长，说到这里才算真正结束了。" for a in lines)
    document = document_of_text(source)
    assert len(document.paragraphs) == 9
    assert document.paragraphs[1].position(document.paragraphs[1].text.index("说完")) == (4, 1)


@pytest.mark.parametrize("data", [b"", b"\n \r\n\t\n", "\ufeff".encode(), "　　\n".encode()], ids=repr)
def test_an_empty_file_has_no_paragraphs(data: bytes) -> None:
    assert read(data, "空.txt").paragraphs == ()
    assert read(data, "空.md").paragraphs == ()


def test_what_is_no_text_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        read_text(bytes(range(256)) * 10, "材料.txt")


_TEXT = st.text(st.sampled_from("甲乙丙，。一是（）“”*_#>-+`\\|~=:<! 　\t\n\rabP12"), max_size=300)


@settings(max_examples=300)
@given(_TEXT, st.booleans())
def test_every_character_leads_back_to_the_file(source: str, markdown: bool) -> None:
    document = document_of_text(source, markdown=markdown)
    assert [a for a, _ in characters_there(document, source, markdown)] == [
        b for _, b in characters_there(document, source, markdown)
    ]


@settings(max_examples=50)
@given(
    st.lists(st.text(st.sampled_from("甲乙丙丁戊。，；ab一是"), min_size=5, max_size=150), min_size=6, max_size=12),
    st.integers(18, 45),
    st.booleans(),
)
def test_every_character_of_wrapped_text_leads_back(paragraphs: list[str], width: int, markdown: bool) -> None:
    lines = [("　　" + p)[i : i + width] for p in paragraphs for i in range(0, len(p) + 2, width)]
    source = "\n".join(lines)
    pairs = characters_there(document_of_text(source, markdown=markdown), source, markdown)
    assert [a for a, _ in pairs] == [b for _, b in pairs]


@given(_TEXT)
def test_paragraphs_are_never_blank_and_stand_in_order(source: str) -> None:
    document = document_of_text(source, markdown=True)
    assert all(p.text.strip() for p in document.paragraphs)
    lines = [run.line for p in document.paragraphs for run in p.source]
    assert lines == sorted(lines)
