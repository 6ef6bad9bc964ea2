"""Saved web pages (.html, .mht) → Document: a paragraph a block, headings by tag, list numbers as browsers show."""

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HTMLParser

from checker.characters import visible
from checker.document import Document, Paragraph
from checker.readers import limits
from checker.readers.encoding import decode
from checker.readers.errors import Unreadable
from checker.readers.numerals import numeral
from checker.readers.package import Element

_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|caption|center|d[dlt]|details|div|fieldset|figcaption|figure|form|h[1-6r]|html"
    "|li|main|ol|p|pre|section|summary|table|t(?:body|foot|head|[dhr])|ul"
)
_UNSEEN = re.compile(
    "head|script|style|noscript|template|title|meta|link|nav|footer|iframe|object|select|button|textarea|svg|del"
)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.I)
_VEILED = re.compile(r"visibility\s*:\s*hidden", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(bold|normal|[1-9]00)", re.I)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LIST_STYLES = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?(none|cjk-ideographic|simp-chinese-informal|trad-chinese-informal)"
)
_LONGEST_STYLE = 1000
_SPACES = " \t\u3000\xa0\ufeff"


def read_html(data: bytes, charset: str = "") -> Document:
    """The document in the web page ``data``; ``charset`` is what it was sent with. Raises Unreadable."""
    if len(data) > limits.HTML_BYTES:
        raise limits.too_large(f"网页大于 {limits.HTML_BYTES // limits.MEGABYTE} MB")
    if data.count(b"<") > limits.XML_NODES:
        raise limits.too_large("网页的结构过于庞大")
    named = _CHARSET.search(data[:4096])
    text = _decoded(data, charset or (named[1].decode("ascii", "ignore") if named else ""))
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, collect_ids=False)
    root = etree.fromstring(text.encode("utf-8", "replace") or b"<p/>", parser)
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise limits.too_large("网页的结构嵌套过深")
    page = _read(root)
    if not page.paragraphs:  # saved before a script showed what it had hidden
        page = _read(root, unveiled=True)
    return limits.check_document(Document("html", tuple(page.paragraphs)))


def read_mht(data: bytes) -> Document:
    """The document in a page saved as one file (.mht), or in a .doc that is one. Raises Unreadable."""
    from email import message_from_bytes, policy

    if len(data) > limits.HTML_BYTES or data.count(b"\n--") > limits.MEMBERS:
        raise limits.too_large(f"网页大于 {limits.HTML_BYTES // limits.MEGABYTE} MB，或分成太多部分")
    found: list[tuple[bytes, str]] = []
    for part in message_from_bytes(data, policy=policy.compat32).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                found.append((content, part.get_content_charset() or ""))
    if found:  # headers and frames are pages of their own; the text is the longest
        return read_html(*max(found, key=lambda page: len(page[0])))
    raise Unreadable("是邮件或网页归档，里面没有网页正文", "请把材料另存为 .docx 后再检查。")


def _read(root: Element | None, *, unveiled: bool = False) -> "_Page":
    page = _Page(unveiled)
    if root is not None:
        page.visit(_main_part(root))
    page.end()
    return page


def _decoded(data: bytes, charset: str) -> str:
    charset = charset.lower()
    if charset and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode("gb18030" if charset.startswith("gb") else charset)
        except (LookupError, ValueError):
            pass
    return decode(data)


def _main_part(root: Element) -> Element:
    """The one ``main`` or ``article`` that a page has, else all of it."""
    for tag in ("article", "main"):
        found = list(root.iter(tag))
        if len(found) == 1:
            return found[0]
    return root


@dataclass
class _Page:
    """The paragraphs so far, and the one that is open; ``unveiled``: what is only made invisible is read too."""

    unveiled: bool = False
    paragraphs: list[Paragraph] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _bold: bool = True
    _level: int = 0
    _in_table: bool = False
    _label: str = ""

    def visit(self, element: Element, bold: bool = False) -> None:
        """Read ``element``, what follows it not included; ``bold``: what stands around it is."""
        tag = str(element.tag)
        style = element.get("style", "")[:_LONGEST_STYLE]
        if _UNSEEN.fullmatch(tag) or element.get("hidden") is not None or self._hides(style):
            return
        weight = _BOLD.search(style)
        level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else 0
        if weight:
            bold = weight[1] in ("bold", "600", "700", "800", "900")
        elif level or tag in ("b", "strong"):
            bold = True
        block, outer = bool(_BLOCKS.fullmatch(tag)), self._in_table
        if block or tag == "br":
            self.end()
        if block:
            self._level = level
            self._in_table = outer or tag == "table"
        form, number = _list_form(element), _whole(element.get("start"), 1)
        self._add(element.text, bold, tag == "pre")
        for child in element:
            if form and child.tag == "li":
                number = _whole(child.get("value"), number)
                self._label = numeral(number, form) + ("、" if form.startswith("chinese") else ".")
                number += 1
            self.visit(child, bold)
            self._label = ""
            self._add(child.tail, bold, tag == "pre")
        if block:
            self.end()
            self._level, self._in_table = 0, outer

    def _hides(self, style: str) -> bool:
        return bool(_HIDDEN.search(style)) or (not self.unveiled and bool(_VEILED.search(style)))

    def _add(self, text: str | None, bold: bool, lines: bool) -> None:
        text = visible(text or "")
        for i, line in enumerate(text.splitlines() if lines else [text] if text else []):
            if i:
                self.end()
            self._text.append(line)
            if not bold and line.strip(_SPACES + "\r\n"):
                self._bold = False

    def end(self) -> None:
        """The open paragraph is over."""
        text = re.sub(r"[ \t\r\n]+", " ", "".join(self._text)).strip(_SPACES)
        if text:
            gap = " " if self._label and text[0].isascii() else ""
            paragraph = Paragraph(self._label + gap + text, self._level, self._bold, self._label, self._in_table)
            self.paragraphs.append(paragraph)
            limits.check_paragraphs(len(self.paragraphs))
            self._label = ""
        self._text, self._bold = [], True


def _list_form(element: Element) -> str:
    """How a browser numbers the items of ``element``: a name of ``numerals``, "" for not at all."""
    style = _LIST_STYLES.search(element.get("style", "")[:_LONGEST_STYLE])
    if element.tag != "ol" or (style and style[1] == "none"):
        return ""
    return "chineseCountingThousand" if style else _LIST_FORMS.get(element.get("type", ""), "decimal")


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"[0-9]{1,4}", written) else otherwise
