"""One submission as the HTML report shows it: its text with marks, and what answers what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.report import FileReport, ItemEntry, ReportedFinding, SectionEntry
from checker.reports.marks import Stretch, stretches
from checker.reports.names import SECTION_NAMES, dimension_name
from checker.reports.register import Row, counted, items_of, problem_items


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers a dimension: a row of the matrix. ``name`` is empty for what belongs to no dimension.

    ``written`` says that the problems section has it; ``no_cause`` and ``no_measure`` that nothing answers it.
    """

    name: str
    mandated: bool
    written: bool
    problems: list[ItemEntry]
    causes: list[ItemEntry]
    measures: list[ItemEntry]
    no_cause: bool
    no_measure: bool


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """``sections`` and ``dimension`` name what begins here; ``heading``: the paragraph is nothing but a heading."""

    number: int
    stretches: tuple[Stretch, ...]
    sections: list[str]
    dimension: str
    heading: bool


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the text a section is: where it begins and how wide it is, in percent."""

    id: str
    name: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class ShownSubmission:
    """``findings`` are numbered from 1 in the text; ``suppressed`` aren't marked there."""

    id: str
    file: FileReport
    row: Row
    findings: Sequence[ReportedFinding]
    suppressed: list[ReportedFinding]
    paragraphs: list[ShownParagraph]
    matrix: list[Answer]
    shares: list[Share]


def name_of(number: int) -> str:
    """What links call the ``number``th submission of the report."""
    return f"f{number}"


def submission(number: int, file: FileReport, row: Row) -> ShownSubmission:
    """The ``number``th submission of the report."""
    findings = counted(file)
    items = [i for _, i in problem_items(file)] + items_of(file, "causes") + items_of(file, "measures")
    return ShownSubmission(
        id=name_of(number),
        file=file,
        row=row,
        findings=findings,
        suppressed=[f for f in file.findings if f.suppressed is not None],
        paragraphs=list(_paragraphs(file, stretches(file, findings, items))),
        matrix=matrix(file),
        shares=list(_shares(file.outline.sections if file.outline else ())),
    )


def _paragraphs(file: FileReport, cut: Sequence[tuple[Stretch, ...]]) -> Iterable[ShownParagraph]:
    sections = file.outline.sections if file.outline else ()
    begins: dict[int, list[str]] = {}
    headings: dict[int, int] = {}
    dimensions: dict[int, str] = {}
    for section in sections:
        begins.setdefault(section.paragraph, []).append(SECTION_NAMES.get(section.id, section.id))
        if section.heading:
            headings[section.paragraph] = section.end
        for dimension in section.dimensions:
            headings[dimension.paragraph] = dimension.end
            dimensions.setdefault(dimension.paragraph, dimension_name(file, dimension.id))
    for number, pieces in enumerate(cut, 1):
        length = len(file.paragraphs[number - 1].rstrip())
        heading = 0 < length <= headings.get(number, -1)
        yield ShownParagraph(number, pieces, begins.get(number, []), dimensions.get(number, ""), heading)


def matrix(file: FileReport) -> list[Answer]:
    """The mandated dimensions in their order, then the others, then what belongs to none; empty without an outline."""
    if not file.outline:
        return []
    coverage = file.coverage or {}
    problems, causes, measures = problem_items(file), items_of(file, "causes"), items_of(file, "measures")
    written = [d.id for s in file.outline.sections if s.id == "problems" for d in s.dimensions]
    mandated = list(file.dimension_titles or {})
    answers = [
        Answer(
            name=dimension_name(file, d),
            mandated=d in mandated,
            written=d in written,
            problems=[i for owner, i in problems if owner == d],
            causes=[i for i in causes if d in (i.dimensions or ())],
            measures=[i for i in measures if d in (i.dimensions or ())],
            no_cause="causes" in coverage and d in coverage["causes"].uncovered,
            no_measure="measures" in coverage and d in coverage["measures"].uncovered,
        )
        for d in dict.fromkeys([*mandated, *written])
    ]
    rest = Answer(
        name="",
        mandated=False,
        written=True,
        problems=[i for owner, i in problems if owner is None],
        causes=[i for i in causes if not i.dimensions],
        measures=[i for i in measures if not i.dimensions],
        no_cause=False,
        no_measure=False,
    )
    return [*answers, rest] if rest.problems or rest.causes or rest.measures else answers


def _shares(sections: Sequence[SectionEntry]) -> Iterable[Share]:
    """The sections as stretches of a bar of 100; two under one heading have the same text, which is counted once."""
    once = {(s.paragraph, s.start, s.heading): s for s in reversed(sections) if s.characters}
    total = sum(s.characters for s in once.values())
    at = 0.0
    for section in reversed(once.values()):
        width = 100 * section.characters / total
        yield Share(section.id, SECTION_NAMES.get(section.id, section.id), round(at, 2), round(width, 2))
        at += width
