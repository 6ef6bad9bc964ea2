"""Document → Outline: which campaign a submission answers, and where its sections, dimensions and items stand."""

from collections.abc import Mapping, Sequence

from checker.document import Document, Span
from checker.normal import Normal, normalise
from checker.outline.blocks import blocks
from checker.outline.build import build, characters
from checker.outline.campaign import choose, name_dimensions
from checker.outline.kind import kind_of
from checker.outline.knowledge import Knowledge
from checker.outline.model import Kind, Outline
from checker.outline.preamble import Preamble, preamble
from checker.outline.reading import Read, read
from checker.outline.sections import classify
from checker.traditional import in_simplified, simplified

__all__ = ["outline", "read_document"]

MOST_BLOCKS = 2_000
"""No submission has a tenth of it; what is longer is a list or an attack."""


def outline(
    document: Document,
    knowledge: Knowledge,
    *,
    pack: str | None = None,
    kind: Kind | None = None,
    letters: Mapping[str, str] | None = None,
) -> Outline:
    """What is recognised in ``document``. ``pack`` and ``kind``, where given, are taken as they are.

    Where no campaign fits well enough the pack is ``generic``, and the problems' aspects are x1, x2, …
    """
    plain = in_simplified(document)
    normals = [normalise(p.text, letters) for p in plain.paragraphs]
    head, found, unread = read_document(plain, normals, knowledge)
    title = "".join(document.paragraphs[n - 1].text for n in head.title)
    byline = document.paragraphs[head.byline - 1].text if head.byline else ""
    body = "\n".join(p.text for n, p in enumerate(plain.paragraphs, 1) if n not in head.title)
    kind = kind or kind_of(simplified(title), simplified(byline), body)
    plain_title = "".join(normals[n - 1].text for n in head.title)
    opening = _opening(found)
    dimensions = (
        [s.words for s, role in zip(found.said, found.roles, strict=True) if role == "dimension"] if found else []
    )
    campaigns = [knowledge.packs[pack]] if pack else knowledge.campaigns
    chosen, scores = choose(campaigns, dimensions, kind, plain_title, opening)
    chosen = pack or chosen
    rules = knowledge.packs[chosen].dimensions(kind)
    return Outline(
        title=title,
        title_spans=tuple(Span(n, 0, len(document.paragraphs[n - 1].text)) for n in head.title),
        byline=byline,
        sections=build(document, found, name_dimensions(dimensions, rules)) if found else (),
        pack=chosen,
        kind=kind,
        characters=characters(document, [Span(n, 0, len(p.text)) for n, p in enumerate(document.paragraphs, 1)]),
        scores=scores,
        margin=found.reading.margin if found else 0.0,
        unread=unread,
    )


def read_document(
    document: Document, normals: Sequence[Normal], knowledge: Knowledge
) -> tuple[Preamble, Read | None, int]:
    """Where the text begins, and what it was read as (None where there is nothing behind the title); how many blocks at the end were too many to be read."""
    found = blocks(document)
    names = {
        b.paragraph: bool(classify(normals[b.paragraph - 1].text, knowledge.base))
        for b in found
        if b.opens and b.alone and b.kind
    }
    head = preamble(document, found, names)
    body = [b for b in found if b.paragraph >= head.start]
    unread = max(len(body) - MOST_BLOCKS, 0)
    body = body[:MOST_BLOCKS]
    return head, read(body, normals, knowledge) if any(not b.noise for b in body) else None, unread


def _opening(found: Read | None) -> str:
    if found is None:
        return ""
    return "".join(s.text for s, p in zip(found.said, found.reading.places, strict=True) if p.section == "opening")
