"""Every character of a paragraph leads back to the element that holds it."""

import pytest

from checker.readers.docx import read_docx, written
from checker.readers.package import Package, W
from tests.readers.texts import TEXTS
from tests.readers.ways import WAYS

BLANKS = str.maketrans("\t\n\r", "   ")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", TEXTS)
def test_pieces_make_up_the_text_and_stand_in_their_elements(name: str, way: str) -> None:
    data = WAYS[way](TEXTS[name])
    package = Package(data)
    root = package.xml(package.main)
    assert root is not None
    walk = written(package, root)
    assert tuple(w.paragraph for w in walk.written) == read_docx(data).paragraphs
    for found in walk.written:
        assert "".join(piece.text for piece in found.pieces) == found.paragraph.text
        for piece in found.pieces:
            if piece.element is not None and piece.element.tag == W + "t":
                source = (piece.element.text or "").translate(BLANKS)
                assert source[piece.offset : piece.offset + len(piece.text)] == piece.text
            elif piece.element is None:
                assert piece is found.pieces[0]
                assert piece.text.rstrip() == found.paragraph.label


def test_another_parsers_tree_gives_its_own_elements() -> None:
    import io

    from docx import Document

    data = WAYS["automatic_numbers"](TEXTS["numbered"])
    root = Document(io.BytesIO(data)).element
    found = written(Package(data), root).written[1]
    assert found.paragraph.text == "第一部分 会前准备"
    assert found.element is root.body.p_lst[1]
    assert found.pieces[1].element is root.body.p_lst[1].r_lst[0].t_lst[0]
