"""A Word file for a submission that isn't one: the same paragraphs, in the type of an official text."""

import re
from collections.abc import Callable, Sequence
from io import BytesIO

from checker.document import Document
from checker.readers.package import Element, Package, W
from checker.readers.written import Piece, Written

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = str.maketrans("\t\n\r", "   ")


def new_file(document: Document) -> bytes:
    """A .docx with the paragraphs of ``document``: A4, 三号仿宋, headings and what was bold bold, one run each."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    made = docx.Document()
    properties = made.core_properties
    properties.author, properties.comments, properties.title = "duizhao", "", ""
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(16)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    made.sections[0].page_width, made.sections[0].page_height = Mm(210), Mm(297)
    for number, paragraph in enumerate(document.paragraphs):
        written = made.add_paragraph()
        run = written.add_run(_UNWRITABLE.sub("\ufffd", paragraph.text.translate(_SPACES)))
        run.bold = True if paragraph.bold or paragraph.level else None
        if number == 0:
            written.alignment = WD_ALIGN_PARAGRAPH.CENTER
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def paragraphs_of(document: Document) -> Callable[[Package, Element], Sequence[Written]]:
    """How the paragraphs of the file that ``new_file`` made of ``document`` are found in its XML."""

    def read(_package: Package, root: Element) -> list[Written]:
        elements = root.iterfind(f"{W}body/{W}p")
        return [
            Written(paragraph, (Piece(paragraph.text, element.find(f"{W}r/{W}t")),), element)
            for paragraph, element in zip(document.paragraphs, elements, strict=True)
        ]

    return read
