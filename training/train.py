#!/usr/bin/env python3
"""The recipe: the labelled corpus → rules/model.json.

    python training/train.py [--check]

Needs scikit-learn (extra ``dev``). The same corpus gives the same file to the byte; ``--check`` only compares. docs/model.md is the
model's card; how well it does on writers that it has not seen is measured by benchmarks/accuracy.py --unseen.
"""

import argparse
import base64
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parent))

from examples import Example, example, load
from fit import fit
from items import items_of, told
from papers import load_papers, train_genres

from checker.linear import Linear, pack
from checker.outline.clues import heading_features, text_features
from checker.outline.decode import NONE
from checker.outline.knowledge import Knowledge
from checker.outline.nest import role_features
from checker.outline.reading import regions
from checker.packs import load_packs

MODEL = Path(__file__).parent.parent / "rules" / "model.json"
SHORTEST = 6


def train(examples: Sequence[Example], knowledge: Knowledge, *, exact: bool = True) -> dict[str, Linear]:
    """The models of the outline: a block's section by its text, what its heading opens, its role in its section; and which clause tells an event.

    ``exact`` asks for weights that don't depend on the machine; without it training takes a third of the time.
    """
    texts, headings, roles, clauses = [], [], [], []
    for one in examples:
        clauses += [c for item in items_of(one.labelled) for c in told(item)]
        for n, (block, said) in enumerate(zip(one.blocks, one.said, strict=True)):
            if block.noise:
                continue
            if block.end - block.start >= SHORTEST:
                texts.append((text_features(block, said, len(one.blocks) - n - 1), one.sections[n]))
            if block.kind:
                headings.append((heading_features(block, said, knowledge.base), one.opens[n]))
        for section, inside in regions(one.sections, [o != NONE for o in one.opens]):
            features = role_features(
                section, [one.blocks[n] for n in inside], [one.said[n] for n in inside], knowledge.base
            )
            roles += [(f, one.roles[n]) for n, f in zip(inside, features, strict=True)]
    return {
        "text": fit(texts, least=2, most=8_000, strength=20.0, balanced=True, exact=exact),
        "heading": fit(headings, least=2, most=3_000, strength=20.0, form=2.0, exact=exact),
        "role": fit(roles, least=2, most=3_000, strength=5.0, form=3.0, exact=exact),
        "event": fit(clauses, least=2, most=12_000, strength=10.0, exact=exact),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description="The labelled corpus → rules/model.json")
    parser.add_argument("--check", action="store_true", help="compare with the shipped file instead of writing it")
    args = parser.parse_args()
    knowledge = Knowledge(load_packs(), {})
    models = train([example(labelled, knowledge) for labelled in load()], knowledge)
    models |= train_genres(load_papers(knowledge.base))
    made = (
        msgspec.json.format(msgspec.json.encode({name: pack(model) for name, model in models.items()}), indent=0)
        + b"\n"
    )
    if not args.check:
        MODEL.write_bytes(made)
        return 0
    steps = differing(MODEL.read_bytes(), made)
    print(
        "the shipped model is the recipe's" if not steps else f"the shipped model is not what the recipe makes: {steps}"
    )
    return 1 if steps else 0


def differing(shipped: bytes, made: bytes) -> str:
    """What differs; nothing where the files are the same to the byte, or where another processor rounded a weight in a thousand to the next step."""
    if shipped == made:
        return ""
    one, other = msgspec.json.decode(shipped), msgspec.json.decode(made)
    if {n: m["features"] for n, m in one.items()} != {n: m["features"] for n, m in other.items()}:
        return "other features"
    for name in one:
        pairs = [
            (a, b)
            for x, y in zip(one[name]["weights"], other[name]["weights"], strict=True)
            for a, b in zip(base64.b64decode(x), base64.b64decode(y), strict=True)
        ]
        apart = [(a, b) for a, b in pairs if a != b]
        if len(apart) * 1000 > len(pairs) or any((a - b) % 256 not in (1, 255) for a, b in apart):
            return f"{len(apart)} of {len(pairs)} weights of {name}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
