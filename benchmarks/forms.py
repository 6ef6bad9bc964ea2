"""The labelled submissions in other forms (wrapped, indented, half-width …): what is recognised must not depend on them.

    python benchmarks/forms.py [FOLDER]

By the shipped models, which have seen the texts: only the difference to the first line says something.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from accuracy import CORPUS, Tally, compare

from checker.engine import Engine
from checker.packs import load_packs

SHOWN = (
    "sections.f1",
    "dimensions.f1",
    "items.f1",
    "person.kappa",
    "event.kappa",
    "thought.kappa",
    "concrete.accuracy",
)


def wrapped(width: int, *, indented: bool) -> Callable[[str], str]:
    """Lines of at most ``width`` characters, as copies of pages and of .pdf files have them."""

    def change(text: str) -> str:
        lines: list[str] = []
        for line in text.split("\n"):
            rest = "　　" + line.strip() if indented and len(line.strip()) > width else line.strip()
            while len(rest) > width:
                lines.append(rest[:width])
                rest = rest[width:]
            lines.append(rest)
        return "\n".join(lines)

    return change


FORMS: dict[str, Callable[[str], str]] = {
    "as written": lambda text: text,
    "wrapped at 28": wrapped(28, indented=False),
    "wrapped at 28, indented": wrapped(28, indented=True),
    "wrapped at 38, indented": wrapped(38, indented=True),
    "half-width marks": lambda text: text.translate(str.maketrans("，（）", ",()")),
    "blank lines between": lambda text: text.replace("\n", "\n\n"),
    "indented": lambda text: "\n".join("　　" + line for line in text.split("\n")),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    folder = parser.parse_args().folder
    engine = Engine(load_packs())
    print(f"{'':26}" + "".join(f"{name.split('.')[0]:>11}" for name in SHOWN))
    for name, change in FORMS.items():
        tally = Tally()
        for labels in sorted(folder.glob("*.gold.json")):
            gold, text = (
                json.loads(labels.read_text("utf-8")),
                labels.with_name(labels.name.replace(".gold.json", ".txt")),
            )
            if gold.get("dirty") or not text.exists():
                continue
            try:
                written = text.read_text("utf-8")
            except UnicodeDecodeError:
                continue
            report = engine.check(change(written).encode(), text.name, text.name)
            assert report.outline, f"{text.name}: {report.findings[0].message}"
            compare(gold, report, text.name, tally)
        figures = tally.figures()
        print(f"{name:26}" + "".join(f"{figures[key]:11.3f}" for key in SHOWN))


if __name__ == "__main__":
    main()
