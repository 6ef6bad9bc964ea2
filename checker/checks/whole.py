"""A submission's paragraphs as one text to search in, with the way back to the document."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from checker.document import Span
from checker.normal import Normal
from checker.submission import Submission


@dataclass(frozen=True, slots=True)
class Whole:
    """``text`` has the paragraphs with a newline between; the paragraph with index i begins at ``starts[i]``.

    ``normals`` are the paragraphs' normalised texts, empty if ``text`` is as written.
    """

    text: str
    starts: tuple[int, ...]
    normals: tuple[Normal, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The place in the document of ``text[start:end]``, cut at the end of its first paragraph."""
        index = bisect_right(self.starts, start) - 1
        begin = self.starts[index]
        if not self.normals:
            length = (self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.text)) - begin
            return Span(index + 1, start - begin, min(end - begin, length))
        normal = self.normals[index]
        return Span(index + 1, *normal.original(start - begin, min(end - begin, len(normal.text))))


def written(submission: Submission) -> Whole:
    texts = [paragraph.text for paragraph in submission.document.paragraphs]
    return Whole("\n".join(texts), _starts(texts))


def normalised(submission: Submission) -> Whole:
    texts = [normal.text for normal in submission.normals]
    return Whole("\n".join(texts), _starts(texts), submission.normals)


def _starts(texts: list[str]) -> tuple[int, ...]:
    return tuple(accumulate((len(text) + 1 for text in texts), initial=0))[: len(texts)]
