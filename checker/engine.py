"""One submission from bytes to its report: read, recognise, check, judge."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from checker.checks import all_checks
from checker.checks.recognition import without_guesses
from checker.deadline import time_limit
from checker.document import Document, Span
from checker.evidence import commits
from checker.failure import failed_in
from checker.finding import Finding
from checker.fingerprint import fingerprint, fingerprints
from checker.genre import SUBMISSION, genre_of
from checker.letters import letters_of
from checker.linear import Linear
from checker.outline import outline
from checker.outline.knowledge import Knowledge
from checker.outline.model import Item, Outline
from checker.overlaps import without_weaker
from checker.packs import Pack
from checker.policy import Policy, suppress
from checker.readers.errors import Unreadable
from checker.report import (
    CoverageEntry,
    DimensionEntry,
    EvidenceEntry,
    FileReport,
    ItemEntry,
    OutlineEntry,
    Place,
    ReportedFinding,
    SectionEntry,
)
from checker.rulebook import rules
from checker.submission import Submission


@dataclass(frozen=True)
class Engine:
    """What stays the same for all files of a run; ``pack`` is the campaign that the user named, or None to recognise it;
    ``named`` are the paths of which the user said that they are submissions, whatever they look like."""

    packs: Mapping[str, Pack]
    policy: Policy = field(default_factory=Policy)
    pack: str | None = None
    named: frozenset[str] = frozenset()
    models: Mapping[str, Linear] | None = None

    def of(self, path: str) -> "Engine":  # noqa: ARG002 - where there are several, it depends on the file
        """The engine that goes for the submission at ``path``: this one."""
        return self

    @cached_property
    def knowledge(self) -> Knowledge:
        """What recognition knows; ``models`` stand for the shipped ones where they are given."""
        return Knowledge(self.packs, self.models)

    def check(self, data: bytes, name: str, path: str) -> FileReport:
        """The report on the submission in ``data``. ``name`` is its file name, ``path`` what the report calls it."""
        from checker.readers import read

        try:
            with time_limit():
                return self.check_document(read(data, name), path)
        except Unreadable as error:
            return self.unreadable(path, error)
        except Exception as error:  # one file never stops the others, whatever we got wrong
            if os.environ.get("DUIZHAO_DEBUG"):
                raise
            return self.unreadable(path, failed_in(error), "E009")

    def check_document(self, document: Document, path: str) -> FileReport:
        """The report on a document that has been read."""
        if not document.paragraphs:
            return self.unreadable(
                path, Unreadable("文件里没有文字", "确认交的是不是这一份；如果文字在图片里，请交可编辑的文档。"), "E002"
            )
        submission = self.submission(document)
        genre = SUBMISSION if path in self.named else genre_of(submission, self.knowledge)
        if genre != SUBMISSION:
            found = submission.outline
            return FileReport(path, "other", (), title=found.title, characters=found.characters, genre=genre)
        findings = without_guesses([f for check in all_checks() for f in check(submission)])
        findings = without_weaker(
            [f for f in findings if self.policy.wants(f.code)], submission.outline, self.policy.kept
        )
        marks = fingerprints(findings, document)
        reported = sorted(
            (self._report(f, mark, document) for f, mark in zip(findings, marks, strict=True)),
            key=lambda r: (r.paragraph or 0, r.start or 0, r.code),
        )
        judged, idle = suppress(reported, path, document.comments, self.policy)
        return _file_report(submission, path, judged, idle, failed=self.policy.fails(judged))

    def submission(self, document: Document) -> Submission:
        """``document`` with what is recognised in it."""
        letters = letters_of(paragraph.text for paragraph in document.paragraphs)
        found = outline(document, self.knowledge, pack=self.pack, letters=letters)
        return Submission(document, found, self.packs[found.pack], letters, self.models, self.packs)

    def unreadable(self, path: str, error: Unreadable, code: str = "E001") -> FileReport:
        """The report on a file that couldn't be read."""
        finding = Finding(code, error.reason, error.advice)
        return FileReport(path, "unreadable", (self._report(finding, fingerprint(code, error.reason), None),))

    def add(self, file: FileReport, findings: Iterable[Finding]) -> FileReport:
        """``file`` with what the batch shows of it, judged by the same policy."""
        reported = [
            self._report(f, fingerprint(f.code, f.excerpt), None) for f in findings if self.policy.wants(f.code)
        ]
        judged, _ = suppress(reported, file.path, (), self.policy)
        whole = (*judged, *file.findings)
        return replace(file, findings=whole, status="failed" if self.policy.fails(whole) else "passed")

    def roster(self, path: str, findings: Iterable[Finding]) -> FileReport:
        """The report on the roster at ``path``: who hasn't submitted, who has twice."""
        reported = [
            self._report(f, fingerprint(f.code, f.excerpt), None) for f in findings if self.policy.wants(f.code)
        ]
        judged, _ = suppress(reported, path, (), self.policy)
        return FileReport(path, "failed" if self.policy.fails(judged) else "passed", judged)

    def _report(self, finding: Finding, mark: str, document: Document | None) -> ReportedFinding:
        rule = rules()[finding.code]
        places = tuple(_place(span, document) for span in finding.places) if document else ()
        first = places[0] if places else Place(0, 0, 0)
        return ReportedFinding(
            code=finding.code,
            name=rule.name,
            severity=self.policy.severity.get(finding.code, rule.severity),
            message=finding.message,
            suggestion=finding.suggestion,
            paragraph=first.paragraph if places else None,
            start=first.start if places else None,
            end=first.end if places else None,
            line=first.line,
            column=first.column,
            excerpt=finding.excerpt,
            count=finding.count,
            suppressed=None,
            fingerprint=mark,
            places=places,
        )


def _place(span: Span, document: Document) -> Place:
    position = document.paragraphs[span.paragraph - 1].position(span.start)
    return Place(span.paragraph, span.start, span.end, *(position or (None, None)))


def _file_report(
    submission: Submission, path: str, findings: tuple[ReportedFinding, ...], idle: tuple[str, ...], *, failed: bool
) -> FileReport:
    found = submission.outline
    rules_of = submission.pack.dimensions(submission.kind)
    uncovered = submission.coverage.uncovered
    return FileReport(
        path=path,
        status="failed" if failed else "passed",
        findings=findings,
        pack=found.pack,
        pack_title=submission.pack.title,
        kind=found.kind,
        title=found.title,
        byline=found.byline,
        characters=found.characters,
        outline=OutlineEntry(_sections(submission, found)),
        coverage={
            part: CoverageEntry(tuple(r.id for r in rules_of if r.id not in missing), missing)
            for part, missing in uncovered.items()
        },
        dimension_titles={r.id: r.name for r in rules_of},
        scores=dict(found.scores[:3]),
        remarks=(*submission.document.remarks, *idle),
        paragraphs=tuple(p.text for p in submission.document.paragraphs),
    )


def _sections(submission: Submission, found: Outline) -> tuple[SectionEntry, ...]:
    entries = []
    for section in found.sections:
        head = section.heading
        span = head.span
        first = section.body[0] if section.body and not head.written else span
        dimensions = tuple(
            DimensionEntry(
                d.id,
                d.heading.written,
                d.heading.span.paragraph,
                d.heading.span.start,
                d.heading.span.end,
                d.characters,
                tuple(_item(submission, section.id, i) for i in d.items),
            )
            for d in section.dimensions
        )
        items = tuple(_item(submission, section.id, i) for i in section.items)
        entries.append(
            SectionEntry(
                section.id, head.written, first.paragraph, span.start, span.end, section.characters, dimensions, items
            )
        )
    return tuple(entries)


def _item(submission: Submission, section: str, item: Item) -> ItemEntry:
    place = item.span
    entry = ItemEntry(item.lead, place.paragraph, place.start, place.end, item.parts[-1].paragraph)
    if section == "problems":
        found = submission.evidence(item)
        cues = {"person": found.person, "event": found.event, "thought": found.thought}
        shown = {
            name: tuple(
                EvidenceEntry(c.text, s.paragraph, s.start, s.end) for c in some if (s := item.locate(c.start, c.end))
            )
            for name, some in cues.items()
            if some
        }
        return replace(
            entry, person=bool(found.person), event=bool(found.event), thought=bool(found.thought), evidence=shown
        )
    entry = replace(entry, dimensions=submission.coverage.of(item))
    return replace(entry, concrete=commits(submission.normal(item.text).text)) if section == "measures" else entry
