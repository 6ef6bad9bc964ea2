"""Our own comments of an earlier run, taken out of a copy that is annotated again; what people wrote stays."""

from collections.abc import Iterable

from lxml import etree

from checker.readers.package import Element, W

AUTHOR = "duizhao"
_RANGES = (W + "commentRangeStart", W + "commentRangeEnd")
_REFERENCE = W + "commentReference"
_EMPTY = {W + "rPr", W + "pPr"}


def take_out(root: Element, store: Element) -> set[str] | None:
    """Take our comments out of ``store`` and their marks out of the text ``root``.

    Gives the ids of their paragraphs, by which other parts know them; None where there were none, and nothing is changed.
    """
    ours = [comment for comment in store.iter(W + "comment") if comment.get(W + "author") == AUTHOR]
    if not ours:
        return None
    numbers = {comment.get(W + "id") for comment in ours}
    named = {_named(p, "paraId") for comment in ours for p in comment.iter(W + "p")}
    for comment in ours:
        store.remove(comment)
    for mark in list(root.iter(*_RANGES, _REFERENCE)):
        if mark.get(W + "id") in numbers:
            _remove_mark(mark)
    return {name for name in named if name}


def forget(extended: Element, paragraphs: Iterable[str]) -> None:
    """Take what is said of the comments with these ``paragraphs`` out of Word's further parts; a reply stays, as a comment."""
    gone = set(paragraphs)
    for entry in list(extended):
        if _named(entry, "paraId") in gone:
            extended.remove(entry)
            continue
        for name in [n for n in entry.attrib if str(n).endswith("}paraIdParent") and entry.get(n) in gone]:
            del entry.attrib[name]


def _named(element: Element, name: str) -> str | None:
    return next((str(v) for n, v in element.attrib.items() if etree.QName(n).localname == name), None)


def _remove_mark(mark: Element) -> None:
    run = mark.getparent()
    if run is None:
        return
    _remove(mark)
    if mark.tag == _REFERENCE and run.tag == W + "r" and _is_empty(run):
        paragraph = run.getparent()
        _remove(run)
        if paragraph is not None:
            _remove_made(paragraph)


def _remove_made(paragraph: Element) -> None:
    """The empty paragraph that a comment on embedded text was put in."""
    following = paragraph.getnext()
    is_made = paragraph.tag == W + "p" and following is not None and following.tag == W + "altChunk"
    if is_made and all(child.tag == W + "r" and _is_empty(child) for child in paragraph):
        _remove(paragraph)


def _is_empty(element: Element) -> bool:
    return all(child.tag in _EMPTY for child in element)


def _remove(element: Element) -> None:
    """Without what stands behind it, which lxml would take along."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail
    if parent is None:
        return
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
