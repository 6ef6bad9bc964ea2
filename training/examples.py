"""The labelled corpus as examples: what each block of each submission is, by its labels."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.document import Document
from checker.letters import letters_of
from checker.normal import normalise
from checker.outline.blocks import Block, blocks
from checker.outline.clues import Said, said
from checker.outline.decode import NONE
from checker.outline.knowledge import Knowledge
from checker.readers import read
from checker.traditional import in_simplified

CORPUS = Path(__file__).parent.parent / "fixtures" / "accuracy"
_NEAR = 8


@dataclass
class Labelled:
    """A submission with its labels; ``raw`` is the file's text, ``starts`` are the offsets of its lines."""

    name: str
    path: Path
    document: Document
    gold: dict
    starts: list[int]
    raw: str

    @property
    def writer(self) -> str:
        return self.gold["writer"]

    def offset(self, paragraph: int, at: int) -> int:
        """The offset in the file of the character ``at`` (0-based) of a paragraph."""
        line, column = self.document.paragraphs[paragraph - 1].position(at)
        return self.starts[line - 1] + column - 1


@dataclass
class Example:
    """The blocks of a submission, what each says, and by the labels its section, what its heading opens and its role."""

    labelled: Labelled
    blocks: Sequence[Block]
    said: Sequence[Said]
    sections: Sequence[str]
    opens: Sequence[str]
    roles: Sequence[str]


def load(folder: Path = CORPUS) -> list[Labelled]:
    """All labelled submissions of ``folder``, by name."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        text = next(p for e in (".txt", ".md") if (p := folder / (name + e)).exists())
        data = text.read_bytes()
        try:
            raw = data.decode("utf-8")
        except UnicodeDecodeError:
            raw = data.decode("gb18030")
        starts = [0]
        for line in raw.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        gold = json.loads(path.read_text("utf-8"))
        for place in (*gold["sections"], *gold["dimensions"]):
            place["at"] = _written(raw, place["at"])
        for item in gold["items"]:
            item["at"][0] = _written(raw, item["at"][0])
        found.append(Labelled(name, text, read(data, text.name), gold, starts, raw))
    return found


def _written(raw: str, at: int) -> int:
    """The next character from ``at`` on that is no blank and no mark of Markdown."""
    while at < len(raw) and (raw[at].isspace() or raw[at] in "#*"):
        at += 1
    return at


def example(labelled: Labelled, knowledge: Knowledge) -> Example:
    """The blocks of a submission held against its labels."""
    gold, document = labelled.gold, in_simplified(labelled.document)
    letters = letters_of(p.text for p in document.paragraphs)
    normals = [normalise(p.text, letters) for p in document.paragraphs]
    marks = sorted(
        ({"at": s["at"], "id": s["id"], "heading": s["heading"]} for s in gold["sections"]), key=lambda s: s["at"]
    )
    aspects = [d["at"] for d in gold["dimensions"]]
    items = gold["items"]
    found = [b for b in blocks(document) if labelled.offset(b.paragraph, b.end - 1) >= marks[0]["at"]]
    sections, opens, roles = [], [], []
    for block in found:
        start, end = labelled.offset(block.paragraph, block.start), labelled.offset(block.paragraph, block.end - 1) + 1

        def here(at: int, start: int = start, end: int = end) -> bool:
            return start <= at < end and at - start <= _NEAR

        starting = [m for m in marks if here(m["at"])]
        current = starting or [m for m in marks if m["at"] <= start][-1:] or marks[:1]
        current = [m for m in marks if m["at"] == current[-1]["at"]]
        section = current[0]["id"]
        holding = [i for i in items if i["at"][0] - 2 <= start < i["at"][1]] or [i for i in items if here(i["at"][0])]
        if holding:
            section = holding[0]["section"]
        labelled_so = starting and (current[0]["heading"] or block.kind == "label")
        heads = "+".join(m["id"] for m in current) if labelled_so else NONE
        aspect = any(here(at) for at in aspects)
        if aspect:
            section = "problems"
        sections.append(section)
        opens.append(NONE if aspect else heads)
        roles.append("dimension" if aspect else "item" if any(here(i["at"][0]) for i in items) else "text")
    return Example(labelled, found, said(normals, found, knowledge.aspects), sections, opens, roles)
