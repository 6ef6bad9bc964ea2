"""The labelled items of the corpus, each as the evidence is asked about it: its text, normalised, and its labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from examples import CORPUS, Labelled, load

from checker.document import Span
from checker.evidence import without_number
from checker.evidence.decide import FILES, decide
from checker.evidence.reading import Found, Reading, read
from checker.evidence.weigh import GENERAL, TOLD, clause_features
from checker.linear import Linear
from checker.normal import Normal, normalise
from checker.outline.marks import leading_mark
from checker.outline.model import Item, Kind

OVERLAP = 2
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
        """It, read."""
        files = FILES if self.section == "problems" else ("commitment",)
        return read(without_number(self.item, self.normal), self.kind, files)

    def found(self, model: Linear | None) -> dict[str, list[Found]]:
        """The cues that count in it, by flag; ``model`` helps them, or they decide alone."""
        reading = self.reading()
        if self.section == "problems":
            return dict(decide(reading, model))
        return {"concrete": list(reading.found.get("commitment", ()))}


def labelled_items(folder: Path = CORPUS) -> Iterator[LabelledItem]:
    """The problems and the measures of ``folder`` whose flags are labelled."""
    for labelled in load(folder):
        yield from items_of(labelled)


def items_of(labelled: Labelled) -> Iterator[LabelledItem]:
    """The problems and the measures of a submission whose flags are labelled."""
    for labels in labelled.gold["items"]:
        start, end = labels["at"]
        text = labelled.raw[start:end]
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


def told(item: LabelledItem, flag: str = "event") -> Iterator[tuple[set[str], str]]:
    """The clauses of an item as examples of telling an event (or what shows another flag) or not; none where only the item has a
    label and it is yes."""
    spans = item.labels.get("cues", {}).get("commitment" if flag == "concrete" else flag, [])
    if flag not in item.flags or (item.labels[flag] and not spans):
        return
    reading = item.reading()
    for clause in reading.clauses.order:
        first, last = (item.start + at for at in item.normal.original(clause.start, clause.end))
        label = TOLD if any(min(last, end) - max(first, start) >= OVERLAP for start, end in spans) else GENERAL
        yield clause_features(reading.text[clause.start : clause.end]), label
