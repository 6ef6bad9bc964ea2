"""The runs of a Word text: what is seen of them, and what they add to the paragraph that is open."""

import re

from checker.characters import fold, seen, visible
from checker.readers import limits
from checker.readers.fields import Fields, is_contents
from checker.readers.package import Element, W
from checker.readers.styles import Style, Styles, is_on, value
from checker.readers.written import SPACES, Line, OpenParagraph, Piece

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"
_ONE_LINE = str.maketrans("\t\n\r", "   ")
CONTENTS = "略去了自动生成的目录"


class Runs:
    """What is known while text is read; ``remarks`` are Chinese sentences on what was left out."""

    def __init__(self, styles: Styles, fields: Fields) -> None:
        self.remarks: list[str] = []
        self._styles, self._fields = styles, fields
        self._open: OpenParagraph | None = None
        self._hidden, self._bold = False, False

    def _inside(self, element: Element) -> None:
        raise NotImplementedError

    def _run(self, element: Element) -> None:
        outer = self._hidden, self._bold
        style = self._open.style if self._open else Style()
        hidden, bold = self._styles.hidden or bool(style.hidden), self._styles.bold or bool(style.bold)
        for properties in element.iterchildren(W + "rPr"):
            for child in properties.iterchildren(W + "rStyle"):
                # what both styles set is off: it is a toggle (ECMA-376, 17.7.3)
                character = self._styles.get(value(child), "character")
                hidden, bold = hidden is not bool(character.hidden), bold is not bool(character.bold)
            for child in properties.iterchildren(W + "b", W + "vanish", W + "del", W + "moveFrom"):
                on = is_on(child.get(W + "val", "1"))
                if child.tag == W + "b":
                    bold = on
                else:
                    hidden = on
        self._hidden, self._bold = hidden, bold
        self._inside(element)
        self._hidden, self._bold = outer

    def _shown(self) -> bool:
        return not self._hidden and self._fields.shown

    def _add(self, text: str, element: Element, offset: int = 0) -> None:
        if self._shown():
            if self._open is None:
                self._open = OpenParagraph()
            self._open.add(Piece(text, element, offset), self._bold)

    def _text(self, element: Element) -> None:
        text = element.text
        if not text:
            return
        offset = 0
        if (text[0] in _BLANKS or text[-1] in _BLANKS) and element.get(_XML_SPACE) != "preserve":
            offset = len(text) - len(text.lstrip(_BLANKS))
            text = text.strip(_BLANKS)
        if text:
            for at, part in seen(fold(text.translate(_ONE_LINE))):
                self._add(part, element, offset + at)

    def _tab(self, element: Element) -> None:
        pieces = self._open.lines[-1].pieces if self._open else []
        if pieces and pieces[-1].text[-1] not in SPACES:
            self._add("\t", element)

    def _hyphen(self, element: Element) -> None:
        self._add("-", element)

    def _symbol(self, element: Element) -> None:
        written = element.get(W + "char", "")
        code = int(written, 16) if re.fullmatch("[0-9A-Fa-f]{2,4}", written) else 0
        if code < 0x100 and element.get(W + "font", "").startswith("Wingdings"):
            code += 0xF000
        for shown in visible(chr(code)):
            if 0x20 < ord(shown) < 0xD800 or ord(shown) >= 0xF900:  # what lies between means something in one font only
                self._add(shown, element)

    def _break(self, _element: Element) -> None:
        if self._open is not None and self._shown():
            self._open.lines.append(Line())
            limits.check_paragraphs(len(self._open.lines))

    # Fields

    def _field(self, element: Element) -> None:
        shown = self._fields.mark(element)
        if shown:
            self._add(shown, element)

    def _instruction(self, element: Element) -> None:
        if self._fields.instruction(element):
            self._remark(CONTENTS)

    def _simple_field(self, element: Element) -> None:
        if is_contents(element.get(W + "instr")):
            self._remark(CONTENTS)
        else:
            self._inside(element)

    def _remark(self, remark: str) -> None:
        if remark not in self.remarks:
            self.remarks.append(remark)
