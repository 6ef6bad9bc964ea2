"""Document → Outline: which campaign a submission answers, and where its sections, dimensions and items stand."""

from collections.abc import Mapping, Sequence

from checker.document import Document, Span
from checker.normal import normalise
from checker.outline.campaign import campaign_fit
from checker.outline.combined import split_combined
from checker.outline.dimensions import best_headings, build_dimensions, characters, headings_by_kind
from checker.outline.frame import Frame, Part, body_of, build_frame, heading_of
from checker.outline.headings import Candidate, candidates
from checker.outline.items import split_items
from checker.outline.kind import kind_of
from checker.outline.model import Kind, Outline, Section
from checker.packs import Pack

RECOGNISED = 0.4
__all__ = ["RECOGNISED", "outline"]


def outline(
    document: Document,
    packs: Mapping[str, Pack],
    *,
    pack: str | None = None,
    kind: Kind | None = None,
    letters: Mapping[str, str] | None = None,
) -> Outline:
    """What is recognised in ``document``. ``pack`` and ``kind``, where given, are taken as they are.

    ``packs`` must contain ``generic``, which is the answer where no campaign fits well enough (RECOGNISED).
    """
    base = packs[pack] if pack else packs["generic"]
    known = [packs[pack]] if pack else [p for p in packs.values() if p.id != "generic"]
    found = candidates(document)
    words = {c.paragraph: normalise(c.words, letters).text for c in found}
    frame = build_frame(document, found, base, known)
    title = "".join(document.paragraphs[n - 1].text for n in frame.title)
    byline = document.paragraphs[frame.byline - 1].text if frame.byline else ""
    body = "\n".join(p.text for n, p in enumerate(document.paragraphs, 1) if n not in frame.title)
    kind = kind or kind_of(title, byline, body)
    opening = next((body_text(document, p) for p in frame.parts if p.ids == ("opening",)), "")
    scores = _scores(frame, found, words, known, kind, normalise(title, letters).text, normalise(opening, letters).text)
    chosen = pack or (scores[0][0] if scores and scores[0][1] >= RECOGNISED else "generic")
    sections = [s for part in frame.parts for s in _sections(document, part, found, words, packs[chosen], kind)]
    return Outline(
        title=title,
        title_spans=tuple(Span(n, 0, len(document.paragraphs[n - 1].text)) for n in frame.title),
        byline=byline,
        sections=tuple(sections),
        pack=chosen,
        kind=kind,
        characters=characters(document, [Span(n, 0, len(p.text)) for n, p in enumerate(document.paragraphs, 1)]),
        scores=scores,
    )


def body_text(document: Document, part: Part) -> str:
    return "\n".join(document.paragraphs[s.paragraph - 1].text[s.start : s.end] for s in body_of(document, part))


def _scores(
    frame: Frame,
    found: Sequence[Candidate],
    words: Mapping[int, str],
    packs: Sequence[Pack],
    kind: Kind,
    title: str,
    opening: str,
) -> tuple[tuple[str, float], ...]:
    kinds: dict[str, list[Candidate]] = {}
    for part in frame.parts:
        if "problems" in part.ids:
            for name, headings in headings_by_kind(part, found, words).items():
                kinds.setdefault(name, []).extend(headings)
    scores = [
        (p.id, round(campaign_fit(p, best_headings(kinds, p.dimensions(kind), words)[0], title, opening), 3)) for p in packs
    ]
    return tuple(sorted(scores, key=lambda s: -s[1]))


def _sections(
    document: Document, part: Part, found: Sequence[Candidate], words: Mapping[int, str], pack: Pack, kind: Kind
) -> list[Section]:
    def text(number: int) -> str:
        return document.paragraphs[number - 1].text

    heading, body = heading_of(document, part), body_of(document, part)
    size = characters(document, body)
    if part.ids == ("causes", "measures"):
        causes, measures = split_combined(body, text)
        return [
            Section("causes", heading, body, items=causes, characters=size),
            Section("measures", heading, body, items=measures, characters=size),
        ]
    sections = []
    for section_id in part.ids:
        if section_id == "problems":
            rules = pack.dimensions(kind)
            kinds = headings_by_kind(part, found, words)
            score, headings = best_headings(kinds, rules, words)
            others = [c for group in kinds.values() for c in group]
            dimensions = build_dimensions(document, body, headings, others, rules, words) if score > 0.15 else ()
            items = () if dimensions else split_items(body, text)
            sections.append(Section("problems", heading, body, dimensions, items, size))
        elif section_id in ("causes", "measures"):
            sections.append(Section(section_id, heading, body, items=split_items(body, text), characters=size))
        else:
            sections.append(Section(section_id, heading, body, characters=size))
    return sections
