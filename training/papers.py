"""The models that tell a submission from the other papers of a folder: fixtures/accuracy and fixtures/genres → ``submission`` and ``genre``."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fit import fit

from checker.document import Document
from checker.genre import OTHER, SUBMISSION
from checker.linear import Linear
from checker.normal import normalise
from checker.packs import Pack
from checker.paper import features
from checker.readers import read

FIXTURES = Path(__file__).parent.parent / "fixtures"


@dataclass(frozen=True)
class Paper:
    """A text of which is known what it is, ``submission`` or a genre, and who wrote it."""

    name: str
    writer: str
    genre: str
    document: Document
    features: frozenset[str]


def load_papers(base: Pack, folders: Sequence[Path] = (FIXTURES / "accuracy", FIXTURES / "genres")) -> list[Paper]:
    """All labelled texts of ``folders``, by name; labels without a genre are a submission's."""
    found = []
    for labels in sorted(path for folder in folders for path in folder.glob("*.gold.json")):
        name = labels.name.removesuffix(".gold.json")
        text = next(p for end in (".txt", ".md") if (p := labels.parent / (name + end)).exists())
        gold = json.loads(labels.read_text("utf-8"))
        document = read(text.read_bytes(), text.name)
        paragraphs = [words for p in document.paragraphs if (words := normalise(p.text).text)]
        told = frozenset(features(paragraphs, base))
        found.append(Paper(name, gold["writer"], gold.get("genre", SUBMISSION), document, told))
    return found


def train_genres(papers: Sequence[Paper], *, exact: bool = True) -> dict[str, Linear]:
    """Whether a text is a submission; and what those are that aren't. ``exact`` as in train.py."""
    whether = [(set(p.features), SUBMISSION if p.genre == SUBMISSION else OTHER) for p in papers]
    which = [(set(p.features), p.genre) for p in papers if p.genre != SUBMISSION]
    return {
        "submission": fit(whether, least=3, most=1_500, strength=3.0, form=5.0, exact=exact),
        "genre": fit(which, least=2, most=900, strength=20.0, form=3.0, exact=exact),
    }
