"""Sentences and paragraphs that stand twice (W506)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.document import Span
from checker.finding import Finding
from checker.lexicon import formulas
from checker.submission import Submission

_SENTENCE = re.compile(r"[^。！？；]+[。！？；]*[”’」』）]*")
_NUMBER = r"[一二三四五六七八九十\d]+"
_MARKER = re.compile(rf"^\s*(?:{_NUMBER}是|第{_NUMBER}[，、]|[(（]{_NUMBER}[)）]|{_NUMBER}[、.，．])")
_CHARACTER = re.compile(r"[\u3400-\u9fffA-Za-z0-9]")
_LEAST = 20  # characters
_LISTED = 20


def check(submission: Submission) -> Iterator[Finding]:
    """One finding for every paragraph, and for every sentence of 20 characters or more, that stands twice.

    Headings, fixed formulas, and what the notice words (its theme, the titles of its dimensions) may be repeated.
    """
    paragraphs: dict[str, list[Span]] = defaultdict(list)
    sentences: dict[str, list[Span]] = defaultdict(list)
    for number, paragraph in enumerate(submission.document.paragraphs, 1):
        if paragraph.level or paragraph.in_table:
            continue
        paragraphs[_key(paragraph.text)].append(Span(number, 0, len(paragraph.text)))
        for match in _SENTENCE.finditer(paragraph.text):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            sentences[_key(match[0])].append(Span(number, start, match.end()))
    yield from _title_twice(submission)
    given, headings = _given(submission), _headings(submission)
    whole = [places for key, places in paragraphs.items() if len(places) > 1 and _own(key, places, given, headings)]
    done = {place.paragraph for places in whole for place in places}
    for places in whole:
        yield _finding("这一段", tuple(places), submission)
    for key, places in sentences.items():
        left = [place for place in places if place.paragraph not in done]
        if len(left) > 1 and _own(key, left, given, headings):
            yield _finding("这句话", tuple(left), submission)


def _title_twice(submission: Submission) -> Iterator[Finding]:
    """The title, where the line above or below says the same again (a page's heading copied along)."""
    lines = [paragraph.text.strip() for paragraph in submission.document.paragraphs]
    around = {(n - 1, n) for title in submission.outline.title_spans for n in (title.paragraph, title.paragraph + 1)}
    for first, second in sorted(around):
        if first >= 1 and second <= len(lines) and lines[first - 1] == lines[second - 1]:
            places = tuple(Span(n, 0, len(lines[n - 1])) for n in (first, second))
            yield _finding("标题", places, submission)


def _key(text: str) -> str:
    return "".join(_CHARACTER.findall(_MARKER.sub("", text)))


def _own(key: str, places: list[Span], given: list[str], headings: dict[int, list[Span]]) -> bool:
    """Whether enough of it is the author's own wording: no heading, no formula, and not what the notice says."""
    rest = key
    for words in given:
        rest = rest.replace(words, "")
    return len(rest) >= _LEAST and not any(_is_heading(place, headings) for place in places)


def _given(submission: Submission) -> list[str]:
    titles = [rule.title for rule in submission.pack.all_dimensions]
    keys = {_key(text) for text in (*titles, *submission.pack.theme, *formulas())}
    return sorted(filter(None, keys), key=len, reverse=True)


def _headings(submission: Submission) -> dict[int, list[Span]]:
    """Where headings and the title stand, by paragraph."""
    outline = submission.outline
    headings = [section.heading for section in outline.sections]
    headings += [dimension.heading for section in outline.sections for dimension in section.dimensions]
    found: dict[int, list[Span]] = defaultdict(list)
    for span in (*(heading.span for heading in headings), *outline.title_spans):
        found[span.paragraph].append(span)
    return found


def _is_heading(place: Span, headings: dict[int, list[Span]]) -> bool:
    return any(s.start <= place.start < s.end and place.end <= s.end + 2 for s in headings.get(place.paragraph, ()))


def _finding(what: str, places: tuple[Span, ...], submission: Submission) -> Finding:
    found = submission.written(places[0])
    short = found if len(found) <= 24 else found[:24] + "…"
    more = "…" if len(places) > _LISTED else ""
    where = "、".join(str(place.paragraph) for place in places[:_LISTED]) + more
    message = f"{what}出现了{len(places)}次（第{where}段）：{short}"
    return Finding("W506", message, "删去一处，或者改成那里真正要说的话", places, found, len(places))
