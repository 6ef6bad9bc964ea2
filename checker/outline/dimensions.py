"""The problems section's headings → dimensions of a pack."""

from collections.abc import Mapping, Sequence

from checker.document import Document, Span
from checker.outline.campaign import ENOUGH, assign, fit, set_fit
from checker.outline.frame import Part, group
from checker.outline.headings import Candidate
from checker.outline.items import split_items
from checker.outline.model import Dimension
from checker.packs import DimensionRule

SAME = 0.6
_AFTER_HEADING = "。：:，,；; \u3000"


def headings_by_kind(
    part: Part, found: Sequence[Candidate], words: Mapping[int, str]
) -> dict[str, list[Candidate]]:
    """The candidates inside a problems section, by kind; those that the frame already took for dimensions come first."""
    inside = set(part.paragraphs)
    kinds: dict[str, list[Candidate]] = {}
    for candidate in found:
        if candidate.paragraph in inside and len(words[candidate.paragraph]) >= 2:
            kinds.setdefault(group(candidate), []).append(candidate)
    return kinds


def best_headings(
    kinds: Mapping[str, list[Candidate]], rules: Sequence[DimensionRule], words: Mapping[int, str]
) -> tuple[float, list[Candidate]]:
    """The kind of heading that answers ``rules`` best: how well it does (0 to 1), and its headings."""
    best: tuple[float, list[Candidate]] = (0.0, [])
    for kind, headings in kinds.items():
        chosen = headings
        if kind == "plain":
            chosen = [c for c in headings if "方面" in c.words[-12:] or _fits(c, rules, words) >= ENOUGH]
        score = set_fit([words[c.paragraph] for c in chosen], rules)
        if score > best[0]:
            best = (score, chosen)
    return best


def _fits(candidate: Candidate, rules: Sequence[DimensionRule], words: Mapping[int, str]) -> float:
    return max((fit(words[candidate.paragraph], rule) for rule in rules), default=0.0)


def build_dimensions(
    document: Document,
    body: Sequence[Span],
    headings: Sequence[Candidate],
    others: Sequence[Candidate],
    rules: Sequence[DimensionRule],
    words: Mapping[int, str],
) -> tuple[Dimension, ...]:
    """The dimensions of a problems section with this ``body``, in the order of the text.

    ``others`` are headings of another kind; one that stands alone and names a rule that nothing else answers counts too, since
    numbers get lost. A heading that names an already answered rule is a duplicate and keeps its id; one that names none gets
    x1, x2, …
    """
    chosen = list(headings)
    answered = {i for i, _ in assign([words[c.paragraph] for c in chosen], rules)}
    for candidate in others:
        missing = [rule for i, rule in enumerate(rules) if i not in answered]
        if not candidate.run_in and _fits(candidate, missing, words) >= 0.85 and candidate not in chosen:
            chosen.append(candidate)
            answered = {i for i, _ in assign([words[c.paragraph] for c in chosen], rules)}
    chosen.sort(key=lambda c: c.paragraph)
    ids = _ids(chosen, rules, words)
    starts = {c.paragraph: c for c in chosen}
    parts: dict[int, list[Span]] = {c.paragraph: [] for c in chosen}
    current: int | None = None
    for span in body:
        if span.paragraph in starts:
            current = span.paragraph
            rest = _rest(document, starts[current])
            if rest.end > rest.start:
                parts[current].append(rest)
        elif current is not None:
            parts[current].append(span)
    return tuple(_dimension(document, ids[n], c, parts[c.paragraph]) for n, c in enumerate(chosen))


def _ids(chosen: Sequence[Candidate], rules: Sequence[DimensionRule], words: Mapping[int, str]) -> list[str]:
    ids: list[str] = []
    extras = 0
    for candidate, (index, _) in zip(chosen, assign([words[c.paragraph] for c in chosen], rules), strict=True):
        if index is None:
            near = max(range(len(rules)), key=lambda i: fit(words[candidate.paragraph], rules[i]), default=None)
            if near is not None and fit(words[candidate.paragraph], rules[near]) >= SAME:
                index = near
        if index is None:
            extras += 1
            ids.append(f"x{extras}")
        else:
            ids.append(rules[index].id)
    return ids


def _rest(document: Document, candidate: Candidate) -> Span:
    """What follows a run-in heading in its own paragraph."""
    text = document.paragraphs[candidate.paragraph - 1].text
    start = candidate.end
    while start < len(text) and text[start] in _AFTER_HEADING:
        start += 1
    return Span(candidate.paragraph, start, len(text))


def _dimension(document: Document, dimension_id: str, candidate: Candidate, body: Sequence[Span]) -> Dimension:
    def text(number: int) -> str:
        return document.paragraphs[number - 1].text

    return Dimension(
        dimension_id,
        candidate.heading(text(candidate.paragraph)),
        tuple(body),
        split_items(body, text),
        characters(document, body),
    )


def characters(document: Document, spans: Sequence[Span]) -> int:
    """How many characters, white space not counted, the spans have."""
    return sum(len("".join(document.paragraphs[s.paragraph - 1].text[s.start : s.end].split())) for s in spans)
