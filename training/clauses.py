#!/usr/bin/env python3
"""Does a model of clauses pay beside the cues? Each writer's items by a model trained without him.

    python training/clauses.py event|thought|concrete [--list] [FOLDER]

Prints κ and accuracy of the cues alone and with the model, for all writers and for each; FOLDER is measured instead of the corpus by a model of
the whole corpus. ``--list`` shows the items where the two disagree: that is where the next labels pay.
"""

import argparse
import sys
from collections.abc import Iterator
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from cues import kappa
from examples import CORPUS
from fit import fit
from items import LabelledItem, labelled_items, told

from checker.evidence.weigh import log_odds
from checker.linear import Linear

GENERAL, TOLD = log(0.05 / 0.95), log(0.6 / 0.4)


def trained(items: list[LabelledItem], flag: str) -> Linear:
    """The model of ``flag`` over the clauses of ``items``."""
    clauses = [c for item in items for c in told(item, flag)]
    return fit(clauses, least=2, most=12_000, strength=10.0, exact=False)


def judged(items: list[LabelledItem], model: Linear, flag: str) -> Iterator[tuple[LabelledItem, bool, bool, str]]:
    """Each item, whether the cues find the flag, whether cues and model do, and the clause that the model finds heaviest."""
    for item in items:
        reading = item.reading()
        clauses = [reading.text[c.start : c.end] for c in reading.clauses.order]
        weights = [log_odds(model, c) for c in clauses]
        found = item.found(None)[flag]
        both = any(weights[f.clause] > GENERAL for f in found) or any(w > TOLD for w in weights)
        heaviest = max(zip(weights, clauses, strict=True), default=(0.0, ""))
        yield item, bool(found), both, f"{heaviest[0]:+.1f} {heaviest[1]}"


def figures(name: str, flag: str, some: list[tuple[LabelledItem, bool, bool, str]]) -> str:
    alone = [(bool(i.labels[flag]), a) for i, a, _, _ in some]
    helped = [(bool(i.labels[flag]), b) for i, _, b, _ in some]
    shares = [sum(a == b for a, b in pairs) / len(pairs) for pairs in (alone, helped)]
    return f"{name:6} {len(some):5}  cues κ {kappa(alone):.3f} right {shares[0]:.3f}  with model κ {kappa(helped):.3f} right {shares[1]:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("flag", choices=("event", "thought", "concrete"))
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--list", action="store_true", help="the items where cues and model disagree")
    args = parser.parse_args()
    items = [i for i in labelled_items(CORPUS) if args.flag in i.flags]
    if args.folder:
        measured = [i for i in labelled_items(args.folder) if args.flag in i.flags]
        results = list(judged(measured, trained(items, args.flag), args.flag))
    else:
        results = []
        for writer in sorted({i.writer for i in items}):
            model = trained([i for i in items if i.writer != writer], args.flag)
            results += judged([i for i in items if i.writer == writer], model, args.flag)
    for writer in sorted({i.writer for i, *_ in results}):
        print(figures(writer, args.flag, [r for r in results if r[0].writer == writer]))
    print(figures("all", args.flag, results))
    for item, alone, both, heaviest in results if args.list else ():
        if alone != both:
            print(f"{item.name} labelled {item.labels[args.flag]}, cues {alone}: {item.item.lead} [{heaviest}]")


if __name__ == "__main__":
    main()
