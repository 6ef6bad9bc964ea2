#!/usr/bin/env python3
"""Marked text → a labelled submission: NAME.mark → NAME.txt and NAME.gold.json.

    label.py FILE.mark [...] [--output FOLDER]

Labels are written into the text, where they can't drift from it; LABELLING.md says what each means.

    #! pack=generic kind=individual writer=h1        first lines: key=value
    #! uncovered causes=d2,d4 measures=d3            only where the pack mandates dimensions
    #! defect W502 9 dangshi                         code, count, excerpt
    ⟦#problems⟧一、存在的问题                        a section; its heading runs to the end of the line, or to ⟦/⟧
    ⟦#opening⟧⟦/⟧我认真学习…                         a section without a heading
    ⟦#causes+measures⟧三、原因及措施                 one heading for two sections
    ⟦@d1⟧（一）学习方面⟦/⟧ 正文…                      a dimension (d1 … of the pack, x for any other)
    ⟦*⟧一是学习不深。⟦p 我⟧⟦t 总认为够用⟧…            an item, up to the next mark of its rank or ⟦.⟧
    ⟦*d1,d3⟧一是…  ⟦*measures d1⟧…                    causes and measures: what they answer; the section where the heading serves two
    ⟦p …⟧ ⟦e …⟧ ⟦t …⟧ ⟦c …⟧ ⟦g …⟧                     person, event, thought, commitment of a measure, praise before the fault; they may nest

The flags of an item are the clause labels that it has. Offsets in the labels are characters of the .txt, 0-based, end exclusive.
"""

import argparse
import json
import re
import sys
from pathlib import Path

TOKEN = re.compile(
    r"⟦(?:#(?P<section>[a-z+-]+)⟧|@(?P<dimension>[dx]\d*)⟧|\*(?P<item>[^⟦⟧]*)⟧|(?P<stop>\.)⟧|(?P<slash>/)⟧|(?P<cue>[petcg]) )|(?P<close>⟧)"
)
CUES = {"p": "person", "e": "event", "t": "thought", "c": "commitment", "g": "praise"}
SECTIONS = {"opening", "last-year", "problems", "cases", "causes", "measures", "explanations", "closing", "other"}
FLAGS = ("person", "event", "thought")
SHORTEST_LEAD, LONGEST_LEAD = 6, 16


class MarkError(Exception):
    """Marks that make no sense; the message says where."""


def parse_header(lines: list[str]) -> dict:
    labels: dict = {
        "pack": "generic",
        "kind": "individual",
        "sections": [],
        "dimensions": [],
        "items": [],
        "uncovered": {"causes": [], "measures": []},
        "defects": [],
    }
    for line in lines:
        words = line[2:].split(maxsplit=3)
        if words[0] == "defect":
            labels["defects"].append({"code": words[1], "excerpt": words[3], "count": int(words[2])})
        elif words[0] == "uncovered":
            for part in line[2:].split()[1:]:
                name, ids = part.split("=")
                labels["uncovered"][name] = [i for i in ids.split(",") if i]
        else:
            labels |= dict(word.split("=", 1) for word in line[2:].split())
    return labels


class Builder:
    """Walks the marks once, collecting the plain text and the labels."""

    def __init__(self, labels: dict) -> None:
        self.labels, self.out, self.size = labels, [], 0
        self.heading: dict | None = None
        self.item: dict | None = None
        self.cues: list[tuple[str, int]] = []
        self.dimension: str | None = None
        self.section: list[str] = []
        self.extras = 0
        self.opened = False

    def text(self, words: str) -> None:
        if self.heading is not None and "\n" in words:
            before, after = words.split("\n", 1)
            self.text(before)
            self.end_heading()
            words = "\n" + after
        self.out.append(words)
        self.size += len(words)

    def end_heading(self) -> None:
        if self.heading is not None:
            start = self.heading["at"]
            whole = "".join(self.out)
            words = whole[start : self.size].strip()
            for entry in self.labels[self.heading["list"]][-self.heading["count"] :]:
                entry["heading"] = words
            self.heading = None

    def end_item(self) -> None:
        if self.item is not None:
            whole = "".join(self.out)
            self.item["at"][1] = self.item["at"][0] + len(whole[self.item["at"][0] : self.size].rstrip())
            self.item = None

    def mark(self, match: re.Match) -> None:
        if match["section"]:
            self.end_heading(), self.end_item()
            self.section = match["section"].split("+")
            if not self.opened:  # an aspect's heading may stand above the label of its problems
                self.dimension = None
            self.opened = False
            if unknown := set(self.section) - SECTIONS:
                raise MarkError(f"unknown section {unknown}")
            self.labels["sections"] += [{"id": i, "heading": "", "at": self.size} for i in self.section]
            self.heading = {"list": "sections", "count": len(self.section), "at": self.size}
        elif match["dimension"]:
            self.end_heading(), self.end_item()
            self.dimension, self.opened = match["dimension"], True
            if self.dimension.startswith("x"):
                self.extras += 1
                self.dimension = f"x{self.extras}"
            self.labels["dimensions"].append({"id": self.dimension, "heading": "", "at": self.size})
            self.heading = {"list": "dimensions", "count": 1, "at": self.size}
        elif match["item"] is not None:
            self.opened = False
            self.end_heading(), self.end_item()
            self.start_item(match["item"])
        elif match["stop"]:
            self.end_heading(), self.end_item()
        elif match["slash"]:
            self.end_heading()
        elif match["cue"]:
            self.cues.append((match["cue"], self.size))
        else:
            if not self.cues:
                raise MarkError("⟧ without a label")
            kind, start = self.cues.pop()
            if self.item is None:
                raise MarkError(f"label {kind} outside an item")
            self.item["cues"].setdefault(CUES[kind], []).append([start, self.size])

    def start_item(self, words: str) -> None:
        named = [w for w in words.split() if w in SECTIONS]
        if not self.section:
            raise MarkError("item outside a section")
        section = named[0] if named else self.section[0]
        if len(self.section) > 1 and not named:
            raise MarkError("item must name its section where the heading serves two")
        ids = [i for w in words.split() if w not in SECTIONS for i in w.split(",") if i]
        self.item = {"section": section, "at": [self.size, 0], "cues": {}}
        if section == "problems":
            if self.dimension:
                self.item["dimension"] = self.dimension
        else:
            self.item["dimensions"] = ids
        self.labels["items"].append(self.item)


def leads(labels: dict, text: str) -> None:
    """Each item's lead: its first clause, six to sixteen characters, longer only where another item begins alike."""
    taken: set[str] = set()
    for item in labels["items"]:
        words = text[item["at"][0] : item["at"][1]]
        stop = re.search(r"[。！？；：，,;:\n]", words[SHORTEST_LEAD:])
        end = min(SHORTEST_LEAD + stop.start() if stop else len(words), LONGEST_LEAD)
        while words[:end] in taken and end < len(words):
            end += 1
        item["lead"] = words[:end].strip()
        taken.add(item["lead"])


def compile_marks(source: str) -> tuple[str, dict]:
    """The plain text and its labels. Raises MarkError."""
    lines = source.lstrip("\ufeff").splitlines()
    header = [line for line in lines if line.startswith("#!")]
    builder = Builder(parse_header(header))
    body = "\n".join(line for line in lines if not line.startswith("#!")).strip("\n") + "\n"
    at = 0
    for match in TOKEN.finditer(body):
        builder.text(body[at : match.start()])
        try:
            builder.mark(match)
        except MarkError as error:
            raise MarkError(f"line {body.count(chr(10), 0, match.start()) + len(header) + 1}: {error}") from None
        at = match.end()
    builder.text(body[at:])
    builder.end_heading(), builder.end_item()
    if builder.cues:
        raise MarkError(f"label not closed: {builder.cues}")
    text, labels = "".join(builder.out), builder.labels
    leads(labels, text)
    for item in labels["items"]:
        if item["section"] == "problems":
            item |= {flag: flag in item["cues"] for flag in FLAGS}
        elif item["section"] == "measures":
            item["concrete"] = "commitment" in item["cues"]
        wrong = set(item["cues"]) - ({"commitment"} if item["section"] == "measures" else {*FLAGS, "praise"})
        if wrong:
            raise MarkError(f"item {item['lead']!r} of {item['section']} can't have {wrong}")
    return text, labels


def main() -> int:
    parser = argparse.ArgumentParser(description="Marked text → a labelled submission")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, help="folder (default: beside the file)")
    args = parser.parse_args()
    failed = 0
    for path in args.files:
        try:
            text, labels = compile_marks(path.read_text("utf-8"))
        except (MarkError, ValueError, IndexError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            failed += 1
            continue
        folder = args.output or path.parent
        (folder / f"{path.stem}.txt").write_text(text, "utf-8")
        (folder / f"{path.stem}.gold.json").write_text(json.dumps(labels, ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(
            f"{path.stem}: {len(text)} characters, {len(labels['sections'])} sections, {len(labels['dimensions'])} dimensions, {len(labels['items'])} items"
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
