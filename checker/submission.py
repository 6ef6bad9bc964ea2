"""One submission as the checks see it: the text, what was recognised in it, and what is demanded of it."""

from dataclasses import dataclass
from functools import cached_property

from checker.document import Document, Span
from checker.normal import Normal, normalise
from checker.outline.model import Kind, Outline
from checker.packs import Pack


@dataclass(frozen=True)
class Submission:
    """A check takes one of these and yields findings; it changes nothing and knows of nothing else."""

    document: Document
    outline: Outline
    pack: Pack

    @property
    def kind(self) -> Kind:
        return self.outline.kind

    @cached_property
    def normals(self) -> tuple[Normal, ...]:
        """The normalised text of each paragraph; paragraph n (1-based) is at n - 1."""
        return tuple(normalise(p.text) for p in self.document.paragraphs)

    def written(self, span: Span) -> str:
        """The text at ``span``, as written."""
        return self.document.paragraphs[span.paragraph - 1].text[span.start : span.end]
