"""What each cue of rules/cues/ decides over the labelled corpus.

    python benchmarks/cues.py [--flag thought] [--rare] [--alone] [FOLDER]

``--alone`` leaves out the model that weighs events. One line a cue: in how many texts and items it counts, and in how many items it is the only one of its flag, rightly and wrongly by
the labels. ``--rare`` lists only cues that count in at most one text. Under the table: the agreement with the labels, given the labelled items.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from examples import CORPUS
from items import LabelledItem, labelled_items

from checker.evidence.decide import WEIGHED
from checker.evidence.records import records
from checker.linear import Linear, models

FLAG_FILES = ("person", "event", "thought", "commitment")


def kappa(pairs: list[tuple[bool, bool]]) -> float:
    """Cohen's κ of (labelled, found)."""
    n = len(pairs) or 1
    agree = sum(g == f for g, f in pairs) / n
    gold, got = sum(g for g, _ in pairs) / n, sum(f for _, f in pairs) / n
    chance = gold * got + (1 - gold) * (1 - got)
    return 1.0 if chance == 1 else (agree - chance) / (1 - chance)


class Support:
    """What the cues decide over some items."""

    def __init__(self, items: Iterable[LabelledItem], model: Linear | None) -> None:
        self.texts: dict[str, set[str]] = defaultdict(set)
        self.items: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.pairs: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
        for item in items:
            found = item.found(model)
            for flag in item.flags:
                ids = {f.record.id for f in found[flag]}
                labelled = bool(item.labels[flag])
                self.pairs[flag].append((labelled, bool(ids)))
                for cue in ids:
                    self.texts[cue].add(item.name)
                    self.items[cue] += 1
                if len(ids) == 1:
                    (self.right if labelled else self.wrong)[ids.pop()] += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--flag", choices=FLAG_FILES, help="only this file of cues")
    parser.add_argument("--rare", action="store_true", help="only cues that count in at most one text")
    parser.add_argument("--alone", action="store_true", help="without the model")
    args = parser.parse_args()
    support = Support(labelled_items(args.folder or CORPUS), None if args.alone else models()["event"])
    print(f"{'cue':28} {'texts':>6} {'items':>6} {'alone, right':>13} {'alone, wrong':>13}")
    for record in (*records(), WEIGHED):
        name = record.id
        if name.split(".")[0] not in ((args.flag,) if args.flag else FLAG_FILES):
            continue
        if not args.rare or len(support.texts[name]) <= 1:
            print(
                f"{name:28} {len(support.texts[name]):6} {support.items[name]:6} {support.right[name]:13} {support.wrong[name]:13}"
            )
    for flag, pairs in sorted(support.pairs.items()):
        right = sum(a == b for a, b in pairs) / len(pairs)
        missed, false = sum(a and not b for a, b in pairs), sum(b and not a for a, b in pairs)
        print(f"{flag:10} κ {kappa(pairs):.3f}  right {right:.3f}  missed {missed}  false {false}  of {len(pairs)}")


if __name__ == "__main__":
    main()
