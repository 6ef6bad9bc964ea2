"""The same three texts, whatever way they are stored, give the same paragraphs."""

import pytest

from checker.readers.docx import read_docx
from tests.readers.texts import TEXTS
from tests.readers.ways import WAYS


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_word_file_gives_the_same_paragraphs(name: str, way: str) -> None:
    text = TEXTS[name]
    document = read_docx(WAYS[way](text))
    assert [(p.text, p.level) for p in document.paragraphs] == [(line.text, line.level) for line in text]
