"""What a block says of its place in a submission, each a number: by its heading's words, and by its text."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.linear import Linear, grams
from checker.normal import Normal
from checker.outline.blocks import Block
from checker.outline.campaign import Aspects
from checker.outline.sections import classify
from checker.packs import Pack

LONGEST_HEADING = 45
LONGEST_ASPECT = 120
_LONGEST_TEXT = 700
_FAULT = re.compile(r"不[够足深强高严实细到及透广牢]|没有|缺[乏少]|欠缺|薄弱|淡[薄化漠]|差距|松[懈弛]|滞后|[偏较]少|流于|走过场|重.{1,6}轻")


@dataclass(frozen=True, slots=True)
class Said:
    """A block's words as patterns see them: what a heading would say, and all of its text; ``fits`` tells how well each pack's dimension is named."""

    words: str
    text: str
    fits: float


def said(normals: Sequence[Normal], blocks: Sequence[Block], aspects: Aspects) -> list[Said]:
    """One Said for each block; ``normals`` are the document's paragraphs normalised, ``aspects`` the dimensions that any pack knows."""
    found = []
    for block in blocks:
        normal = normals[block.paragraph - 1]
        first, words, head, last = (bisect_left(normal.starts, at) for at in (block.start, block.words, block.head, block.end))
        heading = normal.text[words:head].strip(" 。：，")
        best = aspects.best(heading) if block.kind and len(heading) <= LONGEST_ASPECT else 0.0
        found.append(Said(heading, normal.text[first : min(last, first + _LONGEST_TEXT)], best))
    return found


def heading_features(block: Block, what: Said, base: Pack) -> set[str]:
    """What of a heading the model weighs: its words' characters, what the packs call parts, its number and its length."""
    words = what.words[:LONGEST_HEADING]
    features = grams("^" + words + "$") if len(what.words) <= LONGEST_HEADING else grams("^" + words)
    for section in classify(what.words, base):
        features.add(f"§part={section}")
    features |= {f"§kind={block.kind}", f"§length={min(len(what.words) // 6, 6)}", f"§fit={int(what.fits * 5)}"}
    if block.alone:
        features.add("§alone")
    if block.runs_in:
        features.add("§runs-in")
    if not block.opens:
        features.add("§inside")
    if _FAULT.search(what.words):
        features.add("§fault")
    return features


def text_features(what: Said, left: int) -> set[str]:
    """What of a block's text the model weighs: its characters, its length, and how many blocks are ``left`` behind it."""
    return grams(what.text) | {f"§left={min(left, 4)}", f"§size={min(len(what.text) // 12, 5)}"}


def scores(model: Linear, features: set[str]) -> Mapping[str, float]:
    """The logarithm of each label's probability."""
    return dict(zip(model.labels, model.log_odds(features), strict=True))
