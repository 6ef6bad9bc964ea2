"""How often a 对照检查材料 is told from the other papers of a folder, each text by models that have not seen it.

    python benchmarks/genres.py [--show] [--floors] [--shipped FOLDER]

A submission is measured by models trained without its writer; the other papers, and the submissions of those who wrote
them, in ten parts, each by models trained without that part. The outline, which can only speak for a submission, is the shipped models'.
``--shipped`` measures the labelled texts of a folder by the shipped models. What the figures mean: docs/accuracy.md.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from checker.engine import Engine
from checker.genre import SUBMISSION, genre_of, likely
from checker.linear import Linear, models
from checker.outline.knowledge import Knowledge
from checker.packs import load_packs

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "training"))
from papers import Paper, load_papers, train_genres  # noqa: E402

PARTS = 10
Answer = tuple[Paper, str, float]


@cache
def engine() -> Engine:
    """Reads the texts and recognises their parts, by the shipped models."""
    return Engine(load_packs())


def answer(paper: Paper, by: Mapping[str, Linear]) -> Answer:
    """The paper, the genre that the models ``by`` find, and the probability of a submission."""
    found = genre_of(engine().submission(paper.document), Knowledge(engine().packs, by))
    return paper, found, likely(by[SUBMISSION], paper.features)[SUBMISSION]


@cache
def papers() -> list[Paper]:
    """All labelled texts."""
    return load_papers(engine().knowledge.base)


def without(names: frozenset[str]) -> list[Answer]:
    """The texts of these names, by models that have seen all the others."""
    by = train_genres([p for p in papers() if p.name not in names], exact=False)
    return [answer(p, by) for p in papers() if p.name in names]


def unseen() -> list[Answer]:
    """An answer for each text, by models that have not seen it."""
    mixed = {p.writer for p in papers() if p.genre != SUBMISSION}
    own = [p.name for p in papers() if p.writer in mixed]
    folds = [frozenset(p.name for p in papers() if p.writer == w) for w in {p.writer for p in papers()} - mixed]
    folds += [frozenset(own[part::PARTS]) for part in range(PARTS)]
    with ProcessPoolExecutor() as pool:
        return [one for fold in pool.map(without, folds) for one in fold]


def figures(answers: Sequence[Answer]) -> dict[str, float]:
    """The shares that are right: of the submissions, of the other papers, and of their names."""
    taken = [found == SUBMISSION for paper, found, _ in answers if paper.genre == SUBMISSION]
    told = [(paper.genre, found) for paper, found, _ in answers if paper.genre != SUBMISSION]
    away = [found for _, found in told if found != SUBMISSION]
    named = [(genre, found) for genre, found in told if found not in (SUBMISSION, "other")]
    return {
        "submissions": sum(taken) / max(1, len(taken)),
        "others": len(away) / max(1, len(told)),
        "names": sum(genre == found for genre, found in named) / max(1, len(named)),
        "named": len(named) / max(1, len(told)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shipped", type=Path, help="measure this folder by the shipped models")
    parser.add_argument("--show", action="store_true", help="list every confusion, and what was close")
    parser.add_argument("--floors", action="store_true", help="fail below benchmarks/floors.toml")
    args = parser.parse_args()
    if args.shipped:
        answers = [answer(paper, models()) for paper in load_papers(engine().knowledge.base, [args.shipped])]
    else:
        answers = unseen()
    for name, value in figures(answers).items():
        print(f"{name:28} {value:.3f}")
    if args.show:
        for genre in sorted({paper.genre for paper, _, _ in answers}):
            counts = Counter(found for paper, found, _ in answers if paper.genre == genre)
            print(f"{genre}: " + ", ".join(f"{found} {n}" for found, n in counts.most_common()))
        for paper, found, odds in sorted(answers, key=lambda a: a[2]):
            if (found == SUBMISSION) != (paper.genre == SUBMISSION) or 0.01 < odds < 0.6:
                print(f"  {paper.name} is {paper.genre}, taken for {found}: {odds:.3f}")
    if args.floors:
        floors = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))["genre"]
        low = [f"{n} {v:.3f} < {floors[n]}" for n, v in figures(answers).items() if n in floors and v < floors[n]]
        if low:
            sys.exit("telling submissions from other papers has slipped: " + "; ".join(low))
    print(f"{len(answers)} labelled texts", file=sys.stderr)


if __name__ == "__main__":
    main()
