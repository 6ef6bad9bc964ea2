"""Files inside a Word file that are part of its text (altChunk): web pages, plain texts, other Word files."""

from collections.abc import Callable, Sequence

from checker.document import Paragraph
from checker.readers.errors import Unreadable
from checker.readers.package import Package
from checker.readers.sniff import sniff


def embedded(package: Package) -> Callable[[str], Sequence[Paragraph]]:
    """What gives the paragraphs of the file at a relationship of ``package``; none where it can't be read."""

    def read(identity: str) -> Sequence[Paragraph]:
        name = package.referred(identity)
        content = package.part(name) if name else None
        try:
            return _read(content, name or "") if content else ()
        except Unreadable:
            return ()

    return read


def _read(content: bytes, name: str) -> Sequence[Paragraph]:
    kind = sniff(content)
    if kind in ("html", "mht"):
        from checker.readers.html import read_html, read_mht

        return (read_mht(content) if kind == "mht" else read_html(content)).paragraphs
    if kind == "docx":
        from checker.readers.body import walk
        from checker.readers.styles import Styles

        inner = Package(content)  # what is embedded in that one in turn is left out
        root = inner.xml(inner.main)
        return () if root is None else [w.paragraph for w in walk(root, Styles(None), None).written]
    if kind == "text":
        from checker.readers.text import read_text

        return read_text(content, name).paragraphs
    return ()
