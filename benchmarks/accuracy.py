"""How often the checker is right, measured on the labelled submissions in fixtures/accuracy.

    python benchmarks/accuracy.py [--show] [--floors] [--markdown] [FOLDER]

What the labels mean is in fixtures/accuracy/LABELLING.md, what the figures mean in docs/accuracy.md. ``--floors`` ends with status 1
where a figure is below benchmarks/floors.toml; ``--show`` lists every disagreement.
"""

import argparse
import json
import re
import sys
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from checker.batch import check_sources, sources
from checker.engine import Engine
from checker.linear import Linear
from checker.outline.knowledge import Knowledge
from checker.packs import load_packs
from checker.report import FileReport, ItemEntry

HERE = Path(__file__).parent
CORPUS = HERE.parent / "fixtures" / "accuracy"
FLAGS = ("person", "event", "thought")
COUNTED = re.compile(r"(S1\d\d|D2\d\d|C30[34]|P40[5-8]|W5\d\d|N6\d\d)$")
ONCE_A_DOCUMENT = {"S101", "S102", "S111", "S113", "S120", "S121", "D202", "C303", "W507"}


@dataclass(slots=True)
class Score:
    """Agreement on a kind of thing: found and labelled, found only, labelled only."""

    both: int = 0
    found: int = 0
    labelled: int = 0

    def add(self, gold: list[object], got: list[object]) -> None:
        a, b = Counter(gold), Counter(got)
        self.both += sum((a & b).values())
        self.found += sum((b - a).values())
        self.labelled += sum((a - b).values())

    @property
    def precision(self) -> float:
        return self.both / (self.both + self.found) if self.both + self.found else 1.0

    @property
    def recall(self) -> float:
        return self.both / (self.both + self.labelled) if self.both + self.labelled else 1.0

    @property
    def f1(self) -> float:
        return (
            2 * self.precision * self.recall / (self.precision + self.recall)
            if self.both
            else float(not (self.found or self.labelled))
        )


def _scores() -> dict[str, Score]:
    return defaultdict(Score)


def _lists() -> dict[str, list[tuple[bool, bool]]]:
    return defaultdict(list)


@dataclass(slots=True)
class Tally:
    """All that is measured over some submissions."""

    documents: int = 0
    scores: dict[str, Score] = field(default_factory=_scores)
    pairs: dict[str, list[tuple[bool, bool]]] = field(default_factory=_lists)
    false_alarms: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """What ``other`` measured, added."""
        self.documents += other.documents
        self.false_alarms += other.false_alarms
        self.notes += other.notes
        for name, score in other.scores.items():
            mine = self.scores[name]
            mine.both, mine.found, mine.labelled = (
                mine.both + score.both,
                mine.found + score.found,
                mine.labelled + score.labelled,
            )
        for name, pairs in other.pairs.items():
            self.pairs[name] += pairs

    def kappa(self, flag: str) -> float:
        pairs = self.pairs[flag]
        n = len(pairs) or 1
        agree = sum(g == f for g, f in pairs) / n
        gold, got = sum(g for g, _ in pairs) / n, sum(f for _, f in pairs) / n
        chance = gold * got + (1 - gold) * (1 - got)
        return 1.0 if chance == 1 else (agree - chance) / (1 - chance)

    def figures(self) -> dict[str, float]:
        """The figures by name; all but ``false-alarms-per-document`` are the better the higher."""
        named = {
            f"{name}.f1": self.scores[name].f1
            for name in ("pack", "kind", "sections", "dimensions", "items", "uncovered")
        }
        named |= {
            "specificity.f1": sum(self.scores[f].f1 for f in FLAGS) / 3,
            "specificity.kappa": sum(self.kappa(f) for f in FLAGS) / 3,
            "concrete.accuracy": sum(g == f for g, f in self.pairs["concrete"]) / max(1, len(self.pairs["concrete"])),
            **{f"{flag}.kappa": self.kappa(flag) for flag in FLAGS},
            "defects.precision": self.scores["defects"].precision,
            "defects.recall": self.scores["defects"].recall,
            "false-alarms-per-document": self.false_alarms / max(1, self.documents),
        }
        return named


def norm(text: str | None) -> str:
    """Letters, digits and Chinese characters only, width-folded."""
    return "".join(c for c in unicodedata.normalize("NFKC", text or "").lower() if c.isalnum())


def items_of(file: FileReport) -> Iterator[tuple[str, str | None, ItemEntry]]:
    """(section id, dimension id or None, item) in the order of the report."""
    assert file.outline
    for section in file.outline.sections:
        for item in section.items:
            yield section.id, None, item
        for dimension in section.dimensions:
            for item in dimension.items:
                yield section.id, dimension.id, item


def same_lead(gold: str, found: str) -> bool:
    g, f = norm(gold), norm(found)
    return bool(g and f) and (f.startswith(g[:12]) or (g.startswith(f[:12]) and len(f) >= 4))


def compare(gold: dict, file: FileReport, name: str, tally: Tally) -> None:  # type: ignore[type-arg]
    """Add what the report on one submission says, held against its labels."""
    tally.documents += 1
    assert file.outline
    assert file.coverage
    tally.scores["pack"].add([gold["pack"]], [file.pack])
    tally.scores["kind"].add([gold["kind"]], [file.kind])
    _compare_outline(gold, file, name, tally)
    _compare_items(gold, file, name, tally)
    for part in ("causes", "measures"):
        wanted, got = gold["uncovered"].get(part, []), list(file.coverage[part].uncovered)
        tally.scores["uncovered"].add(wanted, got)
        if set(wanted) != set(got):
            tally.notes.append(f"{name} uncovered {part}: labelled {wanted}, found {got}")
    _compare_defects(gold, file, name, tally)


def _compare_outline(gold: dict, file: FileReport, name: str, tally: Tally) -> None:  # type: ignore[type-arg]
    assert file.outline
    pairs = {
        "sections": (
            [(s["id"], norm(s["heading"])[:12]) for s in gold["sections"] if s["heading"]],
            [(s.id, norm(s.heading)[:12]) for s in file.outline.sections if s.heading],
        ),
        "dimensions": (
            [(d["id"][0] if d["id"][0] == "x" else d["id"], norm(d["heading"])[:8]) for d in gold["dimensions"]],
            [
                (d.id[0] if d.id[0] == "x" else d.id, norm(d.heading)[:8])
                for s in file.outline.sections
                if s.id == "problems"
                for d in s.dimensions
            ],
        ),
    }
    for key, (wanted, got) in pairs.items():
        tally.scores[key].add(list(wanted), list(got))
        if Counter(wanted) != Counter(got):
            tally.notes.append(f"{name} {key}: labelled {wanted}, found {got}")


def _compare_items(gold: dict, file: FileReport, name: str, tally: Tally) -> None:  # type: ignore[type-arg]
    pool = list(items_of(file))
    for item in gold["items"]:
        hit = next((p for p in pool if p[0] == item["section"] and same_lead(item["lead"], p[2].lead)), None)
        if hit is None:
            tally.scores["items"].labelled += 1
            tally.notes.append(f"{name} item not found: {item['section']} {item['lead']}")
            continue
        pool.remove(hit)
        tally.scores["items"].both += 1
        for flag in FLAGS if item["section"] == "problems" else ("concrete",) if "concrete" in item else ():
            wanted, got = bool(item[flag]), bool(getattr(hit[2], flag))
            tally.pairs[flag].append((wanted, got))
            tally.scores[flag].add([1] if wanted else [], [1] if got else [])
            if wanted != got:
                tally.notes.append(f"{name} {flag} is {wanted}: {item['lead']}")
    parts = {s["id"] for s in gold["sections"]} & {"problems", "causes", "measures"}
    for section, _, item in pool:
        if section in parts:
            tally.scores["items"].found += 1
            tally.notes.append(f"{name} no such item: {section} {item.lead}")


def _compare_defects(gold: dict, file: FileReport, name: str, tally: Tally) -> None:  # type: ignore[type-arg]
    left = [
        (d["code"], norm(d["excerpt"]) or d["excerpt"])
        for d in gold["defects"]
        if COUNTED.match(d["code"])
        for _ in range(d.get("count", 1))
    ]
    score = tally.scores["defects"]
    for finding in file.findings:
        if not COUNTED.match(finding.code) or finding.code in gold.get("unlabelled", ()):
            continue
        text = norm(finding.excerpt) or finding.excerpt
        for _ in range(finding.count):
            hit = next(
                (
                    d
                    for d in left
                    if d[0] == finding.code and (d[0] in ONCE_A_DOCUMENT or not text or d[1] in text or text in d[1])
                ),
                None,
            )
            if hit:
                left.remove(hit)
                score.both += 1
                continue
            score.found += 1
            tally.false_alarms += finding.severity != "info"
            tally.notes.append(f"{name} false alarm: {finding.code} {finding.excerpt}")
    score.labelled += len(left)
    tally.notes += [f"{name} missed: {code} {text}" for code, text in left]


def unseen(folder: Path) -> Tally:
    """Everything measured on ``folder``, each submission by models trained without its writer."""
    sys.path.insert(0, str(HERE.parent / "training"))
    from examples import load

    writers = sorted({labelled.writer for labelled in load(folder)})
    tally = Tally()
    with ProcessPoolExecutor() as pool:
        for one in pool.map(_without, [folder] * len(writers), writers):
            tally.add(one)
    return tally


def _without(folder: Path, writer: str) -> Tally:
    from examples import example, load
    from train import train

    knowledge = Knowledge(load_packs(), {})
    others = [example(labelled, knowledge) for labelled in load(folder) if labelled.writer != writer]
    return measure(folder, train(others, knowledge, exact=False), writer)


def measure(folder: Path, models: Mapping[str, Linear] | None = None, writer: str | None = None) -> Tally:
    """Everything measured on the labelled submissions of ``folder`` (those of ``writer``) with ``models`` (the shipped ones)."""
    engine = Engine(load_packs(), models=models)
    tally = Tally()
    for labels in sorted(folder.glob("*.gold.json")):
        name = labels.name.removesuffix(".gold.json")
        gold = json.loads(labels.read_text("utf-8"))
        if writer not in (None, gold["writer"]):
            continue
        text = next(f for f in sorted(folder.glob(f"{name}.*")) if f.suffix != ".json")
        (report,) = check_sources(engine, sources([text]))
        compare(gold, report, name, tally)
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--unseen", action="store_true", help="each submission by models trained without its writer")
    parser.add_argument("--show", action="store_true", help="list every disagreement")
    parser.add_argument("--floors", action="store_true", help="fail below benchmarks/floors.toml")
    parser.add_argument("--markdown", action="store_true", help="print the table of docs/accuracy.md")
    args = parser.parse_args()
    tally = unseen(args.folder) if args.unseen else measure(args.folder)
    if not tally.documents:
        sys.exit(f"no labelled submissions in {args.folder}")
    if args.show:
        print("\n".join(tally.notes), file=sys.stderr)
    figures = tally.figures()
    if args.markdown:
        print("| figure | value |\n|---|---|")
    for name, value in figures.items():
        print(f"| {name} | {value:.3f} |" if args.markdown else f"{name:28} {value:.3f}")
    if args.floors:
        floors = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
        floors.pop("genre")  # benchmarks/genres.py looks after that
        ceiling = floors.pop("false-alarms-per-document")
        low = [f"{name} {figures[name]:.3f} < {floor}" for name, floor in floors.items() if figures[name] < floor]
        if figures["false-alarms-per-document"] > ceiling:
            low.append(f"false-alarms-per-document {figures['false-alarms-per-document']:.3f} > {ceiling}")
        if low:
            sys.exit("accuracy has slipped: " + "; ".join(low))
    print(f"{tally.documents} labelled submissions", file=sys.stderr)


if __name__ == "__main__":
    main()
