"""Word files (.docx, .docm, .dotx, strict or not) → Document."""

from checker.document import Document, Paragraph
from checker.readers import limits
from checker.readers.body import EMBEDDED, Walk, walk
from checker.readers.embedded import embedded
from checker.readers.errors import Unreadable
from checker.readers.package import Element, Package, W
from checker.readers.styles import Styles


def read_docx(data: bytes) -> Document:
    """The document in ``data``. Raises Unreadable."""
    package = Package(data)
    root = package.xml(package.main)
    if root is None or root.find(W + "body") is None:
        raise Unreadable("文件里没有 Word 正文", "请用 Word 或 WPS 打开，另存为 .docx 后再检查。")
    styles, numbering = Styles(_first(package, "styles")), _first(package, "numbering")
    body = walk(root, styles, numbering, embedded(package))
    if not body.written and body.pictures:
        raise Unreadable(
            "文中只有图片，没有文字（文字在图片里，可能是扫描件）",
            "请做文字识别（OCR）或找到原来的文字稿，另存为 .docx 后再检查。",
        )
    if not body.written and EMBEDDED in body.remarks:
        raise Unreadable("正文在嵌入的另一个文件里（altChunk），读不出来", "请用 Word 打开，另存为 .docx 后再检查。")
    document = Document(
        "docx",
        _paragraphs(body),
        _notes(package, body, styles),
        _headers(package, body, styles),
        tuple(body.remarks),
        margin=_margin(package, styles),
    )
    return limits.check_document(document)


def written(package: Package, root: Element) -> Walk:
    """The body of ``package`` read from ``root``, the root element of its main part.

    For those who write into the file: ``Walk.written`` has the same paragraphs as ``read_docx`` gives, each with the
    elements of ``root`` that its text comes from. ``root`` may be another parser's, as python-docx's, of the same file.
    """
    return walk(root, Styles(_first(package, "styles")), _first(package, "numbering"), embedded(package))


def _first(package: Package, kind: str) -> Element | None:
    return next((root for name in package.related(kind) if (root := package.xml(name)) is not None), None)


def _paragraphs(found: Walk) -> tuple[Paragraph, ...]:
    return tuple(w.paragraph for w in found.written)


def _notes(package: Package, body: Walk, styles: Styles) -> tuple[Paragraph, ...]:
    """Footnotes and endnotes in the order of the body's references; where these are deleted, so are they."""
    notes: dict[tuple[str, str], Element] = {}
    for kind in dict.fromkeys(kind for kind, _ in body.notes):
        root = _first(package, kind + "s")
        for note in root if root is not None else ():
            notes[kind, note.get(W + "id", "")] = note
    found = (walk(notes[reference], styles, None) for reference in dict.fromkeys(body.notes) if reference in notes)
    return tuple(paragraph for note in found for paragraph in _paragraphs(note))


def _headers(package: Package, body: Walk, styles: Styles) -> tuple[Paragraph, ...]:
    """Headers and footers, each text once."""
    if not body.headers:
        return ()
    roots = [package.xml(name) for kind in ("header", "footer") for name in package.related(kind)]
    found = (paragraph for root in roots if root is not None for paragraph in _paragraphs(walk(root, styles, None)))
    return tuple({paragraph.text: paragraph for paragraph in found}.values())


def _margin(package: Package, styles: Styles) -> tuple[Paragraph, ...]:
    """What people wrote in comments; our own only repeat what is found."""
    root = _first(package, "comments")
    others = (c for c in (root if root is not None else ()) if c.get(W + "author") != "duizhao")
    return tuple(paragraph for comment in others for paragraph in _paragraphs(walk(comment, styles, None)))
