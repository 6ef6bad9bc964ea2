"""Ways of storing a text that was changed with tracking on."""

from tests.readers.builder import DATE, deleted, docx, inserted, p, r
from tests.readers.ways.registry import NOISE, Text, each, halves, way


@way
def tracked_insertions(text: Text) -> bytes:
    """Paragraphs typed with tracking on: runs and paragraph marks are insertions."""
    mark = f'<w:ins w:id="3" {DATE}/>'
    return docx("".join(p(inserted(r(a) + r(b)), t.level, mark=mark) for t in text for a, b in [halves(t.text)]))


@way
def tracked_deletions(text: Text) -> bytes:
    """Words and whole paragraphs deleted, and properties changed, with tracking on."""
    old = f'<w:pPrChange w:id="4" {DATE}><w:pPr><w:pStyle w:val="1"/><w:outlineLvl w:val="3"/></w:pPr></w:pPrChange>'
    gone = p(deleted("删去的一整段。"), mark=f'<w:del w:id="5" {DATE}/>')
    return docx(
        "".join(gone + p(r(a) + deleted(NOISE) + r(b), t.level, old) for t in text for a, b in [halves(t.text)])
    )


@way
def deleted_marks(text: Text) -> bytes:
    """Each paragraph was two whose mark is deleted; the second one's properties hold."""
    mark = f'<w:del w:id="6" {DATE}/>'
    return docx("".join(p(r(a), 0, mark=mark) + p(r(b), t.level) for t in text for a, b in [halves(t.text)]))


@way
def moved(text: Text) -> bytes:
    """Every paragraph moved here from elsewhere, its old place still in the file."""
    away = "".join(
        p(f'<w:moveFrom w:id="7" {DATE}>{r(t.text)}</w:moveFrom>', t.level, mark=f'<w:moveFrom w:id="8" {DATE}/>')
        for t in text
    )
    here = "".join(
        p(f'<w:moveTo w:id="9" {DATE}>{r(t.text)}</w:moveTo>', t.level, mark=f'<w:moveTo w:id="10" {DATE}/>')
        for t in text
    )
    return docx(away + here)


@way
def inserted_then_deleted(text: Text) -> bytes:
    return docx(each(text, lambda words: r(words) + inserted(deleted(NOISE)) + deleted(NOISE)))
