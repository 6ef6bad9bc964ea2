"""How far two labellers agree: the ceiling for every figure of accuracy.py.

    python benchmarks/agreement.py

The second labels (``fixtures/accuracy/second``) were made from the texts alone, by the rules of LABELLING.md, without a look at the first.
"""

import json
from typing import Any

from accuracy import CORPUS, FLAGS, Score, Tally

NEAR = 3
"""Characters by which two labels of the same place may begin apart."""


def place(label: dict[str, Any]) -> int:
    """Where a section, a dimension or an item begins (0-based)."""
    at = label["at"]
    return int(at[0] if isinstance(at, list) else at)


def pairs(
    first: list[dict[str, Any]], second: list[dict[str, Any]], key: str
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The labels of both that mean the same: alike in ``key``, nearest places first."""
    near = sorted(
        (abs(place(a) - place(b)), n, m)
        for n, a in enumerate(first)
        for m, b in enumerate(second)
        if a[key] == b[key] and abs(place(a) - place(b)) <= NEAR
    )
    found: dict[int, int] = {}
    for _, n, m in near:
        if n not in found and m not in found.values():
            found[n] = m
    return [(first[n], second[m]) for n, m in found.items()]


def main() -> None:
    tally = Tally()
    answers = Score()
    for labels in sorted((CORPUS / "second").glob("*.gold.json")):
        first, second = (json.loads(p.read_text("utf-8")) for p in (CORPUS / labels.name, labels))
        tally.documents += 1
        for name, key in (("sections", "id"), ("dimensions", "id"), ("items", "section")):
            both = pairs(first[name], second[name], key)
            score = tally.scores[name]
            score.both += len(both)
            score.labelled += len(first[name]) - len(both)
            score.found += len(second[name]) - len(both)
            for one, other in both if name == "items" else ():
                for flag in (*FLAGS, "concrete"):
                    if flag in one and flag in other:
                        tally.pairs[flag].append((one[flag], other[flag]))
                if one["section"] != "problems":
                    answers.add(one["dimensions"], other["dimensions"])
        for part in ("causes", "measures"):
            tally.scores["uncovered"].add(first["uncovered"].get(part, []), second["uncovered"].get(part, []))
    for name in ("sections", "dimensions", "items", "uncovered"):
        print(f"{name} F1 {tally.scores[name].f1:.3f}")
    for flag in (*FLAGS, "concrete"):
        print(f"{flag} kappa {tally.kappa(flag):.3f} ({len(tally.pairs[flag])} items)")
    print(f"dimensions that an item answers F1 {answers.f1:.3f}")
    print(f"{tally.documents} submissions, labelled twice")


if __name__ == "__main__":
    main()
