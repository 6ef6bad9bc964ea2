"""Damaged submissions by the thousand: each must be checked or say why it can't be, and its annotated copy must open.

    python benchmarks/fuzz.py [--count 50000] [--seed 1] [--kind docx|txt|md]

Every mutant comes from the demo folder and the seed, so that a run can be repeated; what went wrong is printed with its number.
A few are damaged as bytes; the others as text, or in the XML of a Word file, since these get as far as the checks. Of what can be
read every check runs, and the annotated copy is read again. Ends with status 1 where any exception but Unreadable escapes, the
copy can't be read, or a mutant takes longer than the limit of docs/limits.md.
"""

import argparse
import os
import random
import resource
import sys
import time
import traceback
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from mutants import bytes_of, part_of, text_of, xml_of

from checker.annotate import annotate
from checker.engine import Engine
from checker.packs import load_packs
from checker.readers import limits, read
from checker.readers.encoding import decode
from checker.readers.errors import Unreadable

DEMO = Path(__file__).parent.parent / "fixtures" / "demo"


@dataclass
class Outcome:
    """``counts``: how many were checked, unreadable, slow, crashed; ``slowest``: most seconds per 100 KB, of those that took any time."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0


def mutant(original: bytes, kind: str, chance: random.Random) -> bytes:
    """``original`` damaged in one of the ways that its kind has."""
    if kind == "docx":
        way = chance.random()
        if way < 0.1:
            return bytes_of(original, chance)
        return part_of(original, chance, bytes_of if way < 0.2 else xml_of)
    if chance.random() < 0.15:
        return bytes_of(original, chance)
    return text_of(decode(original), chance).encode(chance.choice(("utf-8", "utf-8", "gb18030")), "replace")


def check(engine: Engine, data: bytes, name: str) -> str:
    """What became of ``data``. Raises what the checks or the annotation raise."""
    try:
        document = read(data, name)
    except Unreadable:
        return "unreadable"
    if not document.paragraphs:
        return "empty"
    report = engine.check_document(document, name)
    try:
        copy = annotate(data, document, report)
    except Unreadable:
        return "checked, not annotated"
    again = read(copy, "x.docx")
    if [p.text for p in again.paragraphs] != [p.text for p in document.paragraphs] and name.endswith(".docx"):
        raise AssertionError("the annotated copy has another text")
    twice = read(annotate(copy, again, report), "x.docx")
    if (twice.paragraphs, twice.margin) != (again.paragraphs, again.margin):
        raise AssertionError("annotated again, the copy has another text")
    return "checked"


def run(count: int, seed: int, kinds: tuple[str, ...], outcome: Outcome | None = None) -> Outcome:
    """``count`` mutants, checked; what crashed or was slow is printed. ``outcome`` is added to all the time."""
    outcome = outcome or Outcome()
    chance = random.Random(seed)
    originals = {k: [f.read_bytes() for f in sorted(DEMO.rglob(f"*.{k}"))] for k in kinds}
    engine = Engine(load_packs())
    for number in range(count):
        kind = chance.choice(kinds)
        data = mutant(chance.choice(originals[kind]), kind, chance)
        start = time.process_time()
        try:
            outcome.counts[check(engine, data, f"x.{kind}")] += 1
        except Exception:
            outcome.counts["crashed"] += 1
            print(f"mutant {number} of seed {seed} ({kind}):", traceback.format_exc(limit=-3), file=sys.stderr)
            if folder := os.environ.get("FUZZ_KEEP"):
                Path(folder, f"{seed}-{number}.{kind}").write_bytes(data)
        took = time.process_time() - start
        outcome.slowest = max(outcome.slowest, took / max(len(data) / 100_000, 1))
        if took > limits.SECONDS:
            outcome.counts["slow"] += 1
            print(f"mutant {number} of seed {seed} ({kind}) took {took:.1f} s", file=sys.stderr)
    return outcome


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=("docx", "txt", "md"), action="append")
    args = parser.parse_args()
    start, outcome = time.monotonic(), Outcome()
    with suppress(KeyboardInterrupt):  # what was found by then is told
        run(args.count, args.seed, tuple(args.kind or ("docx", "txt", "md")), outcome)
    counts = ", ".join(f"{n} {what}" for what, n in outcome.counts.most_common())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{outcome.counts.total() - outcome.counts['slow']} mutants in {time.monotonic() - start:.0f} s: {counts}; at worst {outcome.slowest:.1f} s a 100 KB, {peak} MB"
    )
    sys.exit(bool(outcome.counts["crashed"] or outcome.counts["slow"]))


if __name__ == "__main__":
    main()
