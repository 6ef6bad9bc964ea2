"""The labelled items of the corpus, each as the evidence is asked about it: its text, normalised, and its labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from examples import CORPUS, load

from checker.document import Span
from checker.evidence.decide import FILES, decide
from checker.evidence.place import without_number
from checker.evidence.reading import Found, Reading, read
from checker.normal import Normal, normalise
from checker.outline.marks import leading_mark
from checker.outline.model import Item, Kind

FLAGS = ("person", "event", "thought")


@dataclass(frozen=True)
class LabelledItem:
    """An item of ``section`` in the text ``name`` by ``writer``; ``labels`` are those of the gold file, ``start`` its offset in the file."""

    name: str
    writer: str
    kind: Kind
    section: str
    item: Item
    normal: Normal
    labels: dict
    start: int

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags that are labelled in it."""
        if self.section == "problems":
            return FLAGS
        return ("concrete",) if "concrete" in self.labels else ()

    def reading(self) -> Reading:
        """A problem, read."""
        text, breaks = without_number(self.item, self.normal)
        return read(text, self.kind, FILES, breaks)

    def found(self) -> dict[str, list[Found]]:
        """The cues that count in it, by flag."""
        if self.section == "problems":
            return dict(decide(self.reading()))
        return {"concrete": list(read(self.normal.text, self.kind, ("commitment",)).found.get("commitment", ()))}


def labelled_items(folder: Path = CORPUS) -> Iterator[LabelledItem]:
    """The problems and the measures of ``folder`` whose flags are labelled."""
    for labelled in load(folder):
        raw = labelled.raw
        for labels in labelled.gold["items"]:
            start, end = labels["at"]
            text = raw[start:end]
            mark = leading_mark(text)
            item = Item(labels["lead"], text, (Span(1, 0, len(text)),), text[: mark.end] if mark else "")
            one = LabelledItem(
                labelled.name,
                labelled.writer,
                labelled.gold["kind"],
                labels["section"],
                item,
                normalise(text),
                labels,
                start,
            )
            if one.flags:
                yield one
