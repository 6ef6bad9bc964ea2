"""Blocks → their sections and roles, by the models: the one decision for a whole text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.linear import Linear
from checker.normal import Normal
from checker.outline.blocks import Block
from checker.outline.clues import Said, heading_scores, said, scores, shapes, text_features
from checker.outline.decode import Clues, Placed, Reading, decode
from checker.outline.knowledge import Knowledge
from checker.outline.layouts import SECTIONS, WITH_ITEMS
from checker.outline.model import SectionId
from checker.outline.nest import nest, role_features

AT_THE_END = {"closing": 0.0} | {s: -4.0 for s in SECTIONS if s != "closing"}
_SIGNATURE = 30
_TINY = 10
_HARDLY = 5.0


@dataclass(frozen=True, slots=True)
class Read:
    """What a text was read as: its ``blocks``, what each says and speaks for, its place and its role (dimension, item or text)."""

    blocks: Sequence[Block]
    said: Sequence[Said]
    clues: Sequence[Clues]
    reading: Reading
    roles: Sequence[str]


def regions(sections: Sequence[str], opens: Sequence[bool]) -> Iterator[tuple[SectionId, list[int]]]:
    """The blocks that are read together for aspects and items, headings of sections left out: all problems, each stretch of causes, of measures."""
    for section in WITH_ITEMS:
        inside = [n for n, s in enumerate(sections) if s == section]
        stretches: list[list[int]] = []
        for n in inside:
            if stretches and (section == "problems" or n == stretches[-1][-1] + 1):
                stretches[-1].append(n)
            else:
                stretches.append([n])
        for stretch in stretches:
            if body := [n for n in stretch if not opens[n]]:
                yield section, body


def clues_of(blocks: Sequence[Block], what: Sequence[Said], knowledge: Knowledge) -> list[Clues]:
    """What speaks for the place of each block."""
    texts, headings = knowledge.models["text"], knowledge.models["heading"]
    end = closing_from(blocks, what)
    found = []
    for n, (block, words) in enumerate(zip(blocks, what, strict=True)):
        by_text = scores(texts, text_features(block, words, len(blocks) - n - 1)) if n < end else AT_THE_END
        by_heading, named = heading_scores(headings, block, words, knowledge.base) if block.kind else (None, False)
        found.append(Clues(by_text, by_heading, named, sure=n >= end))
    return found


def _odds(model: Linear, features: set[str], block: Block, words: Said) -> Mapping[str, float]:
    """The log-probabilities of a block's roles; what only announces, sums up or lists a few words inside a paragraph is hardly an item."""
    odds = dict(scores(model, features))
    tiny = not block.opens and block.mark is not None and block.end - block.words < _TINY
    if tiny or (block.mark is None and shapes(words.text) & {"§lead-in", "§summary"}):
        odds["item"] -= _HARDLY
    return odds


def closing_from(blocks: Sequence[Block], what: Sequence[Said]) -> int:
    """The first of the blocks at the end that by their form are a closing sentence, a signature or a date; their number where there is none."""
    start = len(blocks)
    for n in range(len(blocks) - 1, -1, -1):
        shape, text = shapes(what[n].text), what[n].text
        told = "§date" in shape or "§closing" in shape
        signature = len(text) <= _SIGNATURE and blocks[n].mark is None and not re.search(r"[。；，：]", text)
        if told and blocks[n].mark and len(text) > _SIGNATURE:
            told = False  # 五要从严治家…: a closing sentence behind it would be a block of its own
        if told or (signature and start < len(blocks) and start == n + 1):
            start = n
        elif not (signature or blocks[n].noise):
            break
    return start


def read(blocks: Sequence[Block], normals: Sequence[Normal], knowledge: Knowledge) -> Read:
    """The best reading of ``blocks`` (at least one); ``normals`` are the document's paragraphs normalised."""
    what = said(normals, blocks, knowledge.aspects)
    clues = clues_of(blocks, what, knowledge)
    reading = decode(blocks, clues)
    roles = ["text"] * len(blocks)
    for section, inside in regions([p.section for p in reading.places], [bool(p.opens) for p in reading.places]):
        own = [blocks[n] for n in inside]
        features = role_features(section, own, [what[n] for n in inside], knowledge.base)
        odds = [_odds(knowledge.models["role"], f, blocks[n], what[n]) for n, f in zip(inside, features, strict=True)]
        for n, role in zip(inside, nest(own, odds, aspects=section == "problems"), strict=True):
            roles[n] = role
    return Read(blocks, what, clues, *_only_aspect(blocks, reading, roles))


def _only_aspect(blocks: Sequence[Block], reading: Reading, roles: list[str]) -> tuple[Reading, Sequence[str]]:
    """The reading where problems without a heading have one aspect, at their start: its heading is theirs."""
    aspects = [n for n, role in enumerate(roles) if role == "dimension"]
    headed = any("problems" in p.opens for p in reading.places)
    if len(aspects) != 1 or headed or not reading.places[aspects[0]].starts or not blocks[aspects[0]].alone:
        return reading, roles
    at = aspects[0]
    places = (*reading.places[:at], Placed("problems", ("problems",), True), *reading.places[at + 1 :])
    return replace(reading, places=places), [*roles[:at], "text", *roles[at + 1 :]]
