"""One submission as the checks see it: the text, what was recognised in it, and what is demanded of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from checker.coverage import Coverage, coverage
from checker.document import Document, Span
from checker.evidence import Evidence, evidence
from checker.linear import Linear, models
from checker.normal import Normal, normalise
from checker.outline.model import Item, Kind, Outline
from checker.packs import Pack


@dataclass(frozen=True)
class Submission:
    """A check takes one of these and yields findings; it changes nothing and knows of nothing else.

    ``letters`` are the Latin words to read as Chinese ones (dangshi → 党史), ``models`` stand for the shipped ones, ``packs`` are all
    that were tried, for what is said of them.
    """

    document: Document
    outline: Outline
    pack: Pack
    letters: Mapping[str, str] = field(default_factory=dict)
    models: Mapping[str, Linear] | None = None
    packs: Mapping[str, Pack] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        return self.outline.kind

    @cached_property
    def normals(self) -> tuple[Normal, ...]:
        """The normalised text of each paragraph; paragraph n (1-based) is at n - 1."""
        return tuple(normalise(p.text, self.letters) for p in self.document.paragraphs)

    @cached_property
    def coverage(self) -> Coverage:
        """Which dimensions the causes and the measures answer."""
        return coverage(self.outline, self.pack, self.letters)

    @cached_property
    def _evidence(self) -> dict[tuple[int, int], Evidence]:
        items = (item for s in self.outline.of("problems") for _, item in s.all_items())
        model = (models() if self.models is None else self.models)["event"]
        return {(i.span.paragraph, i.span.start): evidence(i, self.normal(i.text), self.kind, model) for i in items}

    def evidence(self, item: Item) -> Evidence:
        """Who, what happened and what was thought, in an item of the problems section."""
        return self._evidence[item.span.paragraph, item.span.start]

    def normal(self, text: str) -> Normal:
        """``text`` normalised as the paragraphs are."""
        return normalise(text, self.letters)

    def written(self, span: Span) -> str:
        """The text at ``span``, as written."""
        return self.document.paragraphs[span.paragraph - 1].text[span.start : span.end]

    def place(self, paragraph: int, start: int, end: int) -> Span:
        """The original place of ``start`` to ``end`` in the normalised text of ``paragraph`` (1-based)."""
        return Span(paragraph, *self.normals[paragraph - 1].original(start, end))
