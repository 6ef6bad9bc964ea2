"""Blocks → their sections and roles, by the models: the one decision for a whole text."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.normal import Normal
from checker.outline.blocks import Block
from checker.outline.clues import Said, heading_features, said, scores, text_features
from checker.outline.decode import Clues, Reading, decode
from checker.outline.knowledge import Knowledge
from checker.outline.model import SectionId
from checker.outline.nest import nest, role_features

WITH_ITEMS: tuple[SectionId, ...] = ("problems", "causes", "measures")


@dataclass(frozen=True, slots=True)
class Read:
    """What a text was read as: its ``blocks``, what each says and speaks for, its place and its role (dimension, item or text)."""

    blocks: Sequence[Block]
    said: Sequence[Said]
    clues: Sequence[Clues]
    reading: Reading
    roles: Sequence[str]


def clues_of(blocks: Sequence[Block], what: Sequence[Said], knowledge: Knowledge) -> list[Clues]:
    """What speaks for the place of each block."""
    texts, headings = knowledge.models["text"], knowledge.models["heading"]
    found = []
    for n, (block, words) in enumerate(zip(blocks, what, strict=True)):
        by_text = scores(texts, text_features(words, len(blocks) - n - 1))
        by_heading = scores(headings, heading_features(block, words, knowledge.base)) if block.kind else None
        found.append(Clues(by_text, by_heading))
    return found


def read(blocks: Sequence[Block], normals: Sequence[Normal], knowledge: Knowledge) -> Read:
    """The best reading of ``blocks`` (at least one); ``normals`` are the document's paragraphs normalised."""
    what = said(normals, blocks, knowledge.aspects)
    clues = clues_of(blocks, what, knowledge)
    reading = decode(blocks, clues)
    roles = ["text"] * len(blocks)
    for section in WITH_ITEMS:
        inside = [n for n, p in enumerate(reading.places) if p.section == section and not p.opens]
        if not inside:
            continue
        own = [blocks[n] for n in inside]
        features = role_features(section, own, [what[n] for n in inside], knowledge.base)
        odds = [scores(knowledge.models["role"], f) for f in features]
        for n, role in zip(inside, nest(own, odds, aspects=section == "problems").roles, strict=True):
            roles[n] = role
    return Read(blocks, what, clues, reading, roles)
