"""Texts made to be slow, and ordinary ones: twice the text may take 2.2 times the time, and the whole check 3 s a MB.

    python benchmarks/growth.py [--characters 25000] [--part reading|words|all]

Each kind of repetition fills one paragraph, once and twice as long (twice is 50,000 characters, near the limit); others are lines.
``reading`` reads (as .txt and .md), ``words`` runs the checks of wording, ``all`` everything. Ends with status 1 where a kind grows
faster, or is slower, and takes more than a tenth of a second, so that its time isn't noise.
"""

import argparse
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from checker.checks import wording
from checker.engine import Engine
from checker.packs import load_packs
from checker.readers import read
from checker.readers.errors import Unreadable

UNITS = (
    "一", "十", "1", "9", "我觉得", "x", " ", "-", "*", "_", "**a ", "__a ", "<!--", "（", "）", "“", "'", "，", "。", "、", "：", "第", "一是", "2024年",
    "一百", "学习", "学习、", "的", "xx", "某某", "{{", "<p ", "\u200b", "\u200b一", "⼀", "\ue5e5", "a", "ab ", "www.", "http://", "20", "有的", "1. ",
    "一、", "（一）", "①", "带头", "—", "·", "\t", "　", "😀", "\\", "#", "|", ">", "~",
    '"', "”", "“”", "‘", "「", "《", "(", "我", "二十", "第一", "第一部分", "★", "机密★", "内部资料", "{#", "每", "人", "带头一", "，一", "是", "没有",
)  # fmt: skip
LINES = (
    "一、存在的问题",
    "（一）带头",
    "一是学习不深。",
    "# 一",
    "- 1 -",
    "--",
    "| - |",
    "<!-- duizhao: ignore W503 因 -->",
)
LEAST, RATIO, A_MEGABYTE = 0.1, 2.2, 3.0
PROSE = Path(__file__).parent.parent / "fixtures" / "frame.md"
FRAME = "# 2022年度民主生活会个人对照检查材料\n\n## 一、存在的问题\n\n一是{}\n\n## 二、原因分析\n\n一是党性不强。\n\n## 三、整改措施\n\n一是加强学习。\n"


def reading(engine: Engine, text: str) -> None:  # noqa: ARG001
    for name in ("a.txt", "a.md"):
        read(text.encode(), name)


def words(engine: Engine, text: str) -> float:
    submission = engine.submission(read(text.encode(), "a.txt"))
    start = time.process_time()
    for _ in wording.check(submission):
        pass
    return time.process_time() - start


def everything(engine: Engine, text: str) -> None:
    engine.check(text.encode(), "a.md", "a.md")


PARTS: dict[str, Callable[[Engine, str], float | None]] = {"reading": reading, "words": words, "all": everything}


def seconds(part: Callable[[Engine, str], float | None], engine: Engine, text: str) -> float:
    """The processor time of ``part``, or of as much of it as it says itself; the better of two runs."""
    found = []
    for _ in range(2):
        start = time.process_time()
        own = None
        with suppress(Unreadable):
            own = part(engine, text)
        found.append(time.process_time() - start if own is None else own)
    return min(found)


def texts(size: int) -> dict[str, str]:
    """What each kind of repetition makes of ``size`` characters."""
    prose = [line for line in PROSE.read_text("utf-8").split("\n") if len(line) > 60]
    some = (prose * (size // sum(map(len, prose)) + 1))[: max(1, size * len(prose) // sum(map(len, prose)))]
    ordinary = {"prose": FRAME.format("".join(some)), "prose a line": FRAME.format("\n\n".join(some))}
    one = {repr(unit): FRAME.format((unit * size)[:size]) for unit in UNITS}
    return ordinary | one | {f"{line!r} a line": f"{line}\n" * (size // (len(line) + 1)) for line in LINES}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--characters", type=int, default=25_000)
    parser.add_argument("--part", choices=tuple(PARTS), action="append")
    args = parser.parse_args()
    engine, failed = Engine(load_packs()), False
    once, twice = texts(args.characters), texts(2 * args.characters)
    for name in args.part or PARTS:
        for kind, text in once.items():
            first, second = seconds(PARTS[name], engine, text), seconds(PARTS[name], engine, twice[kind])
            a_megabyte = second / (len(twice[kind].encode()) / 1e6)
            bad = second > LEAST and (second > RATIO * first or (name == "all" and a_megabyte > A_MEGABYTE))
            failed |= bad
            if bad or second > 5 * LEAST or kind.startswith("prose"):
                times = f"{first:6.2f} s {second:6.2f} s × {second / max(first, 1e-9):.1f}, {a_megabyte:.1f} s a MB"
                print(f"{name:8} {kind:24} {times}{' !!!' if bad else ''}", flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
