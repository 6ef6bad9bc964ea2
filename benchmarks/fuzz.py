"""Damaged submissions by the thousand: each must give a document or say why it can't be read, nothing else.

    python benchmarks/fuzz.py [--count 20000] [--seed 1] [--kind docx|txt|md]

Every mutant comes from the demo folder and the seed, so that a run can be repeated; what went wrong is printed with its number. A
.docx is damaged both as a file (bytes) and inside (its XML parts, zipped anew), a .txt or .md as bytes. Ends with status 1 where an
exception other than Unreadable escapes, or a mutant takes longer than the limit stated in docs/limits.md.
"""

import argparse
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from checker.engine import Engine
from checker.packs import load_packs
from checker.readers import limits, read
from checker.readers.errors import Unreadable

DEMO = Path(__file__).parent.parent / "fixtures" / "demo"
_TOKENS = (
    b"<w:p>",
    b"</w:p>",
    b"<w:r>",
    b"</w:r>",
    b"<w:t>",
    b"<w:del>",
    b"<w:ins>",
    b"&#0;",
    b"&amp;",
    b"<![CDATA[",
    b"\0",
    b"\xff\xfe",
)
_WORDS = (
    "一、",
    "（一）",
    "一是",
    "1.",
    "\n\n",
    "　　",
    "**",
    "<!-- duizhao: ignore",
    "带头",
    "方面",
    "“",
    "\ufeff",
    "😀",
    "\u202e",
    "第 3 页",
)


def mutate(data: bytes, random_: random.Random) -> bytes:
    """``data`` with one to eight small damages: bits turned, stretches cut, doubled, moved or overwritten."""
    content = bytearray(data)
    for _ in range(random_.randint(1, 8)):
        if not content:
            break
        at = random_.randrange(len(content))
        end = min(len(content), at + random_.choice((1, 2, 8, 64, 1024)))
        action = random_.randrange(6)
        if action == 0:
            content[at] ^= 1 << random_.randrange(8)
        elif action == 1:
            del content[at:end]
        elif action == 2:
            content[at:at] = content[at:end]
        elif action == 3:
            content[at:end] = random_.randbytes(end - at)
        elif action == 4:
            content[at:at] = random_.choice(_TOKENS)
        else:
            content[at:at] = random_.choice(_WORDS).encode(random_.choice(("utf-8", "gb18030", "utf-16-le")))
    return bytes(content) if random_.random() > 0.05 else bytes(content[: random_.randrange(len(content) + 1)])


def mutate_inside(data: bytes, random_: random.Random) -> bytes:
    """A Word file with one of its parts damaged, zipped anew."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = [n for n in old.namelist() if n.endswith((".xml", ".rels"))]
        victim = random_.choice([*names, *(["word/document.xml"] * len(names))])
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mutate(content, random_) if name == victim else content)
    return made.getvalue()


def run(count: int, seed: int, kinds: tuple[str, ...]) -> Counter[str]:
    """What became of ``count`` mutants: ``read``, ``unreadable``, ``slow`` or ``crashed``; the last two are printed."""
    random_ = random.Random(seed)
    originals = {k: [f.read_bytes() for f in sorted(DEMO.rglob(f"*.{k}"))] for k in kinds}
    engine = Engine(load_packs())
    outcomes: Counter[str] = Counter()
    for number in range(count):
        kind = random_.choice(kinds)
        damage: Callable[[bytes, random.Random], bytes] = mutate_inside if kind == "docx" and number % 4 else mutate
        mutant = damage(random_.choice(originals[kind]), random_)
        start = time.process_time()
        try:
            document = read(mutant, f"x.{kind}")
            if document.paragraphs:
                engine.submission(document)
            outcomes["read"] += 1
        except Unreadable:
            outcomes["unreadable"] += 1
        except Exception:
            outcomes["crashed"] += 1
            print(f"mutant {number} of seed {seed} ({kind}):", traceback.format_exc(limit=-3), file=sys.stderr)
        if time.process_time() - start > limits.SECONDS:
            outcomes["slow"] += 1
            print(f"mutant {number} of seed {seed} ({kind}) took {time.process_time() - start:.1f} s", file=sys.stderr)
    return outcomes


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=("docx", "txt", "md"), action="append")
    args = parser.parse_args()
    start = time.monotonic()
    outcomes = run(args.count, args.seed, tuple(args.kind or ("docx", "txt", "md")))
    print(
        f"{args.count} mutants in {time.monotonic() - start:.0f} s: "
        + ", ".join(f"{v} {k}" for k, v in outcomes.items())
    )
    sys.exit(bool(outcomes["crashed"] or outcomes["slow"]))


if __name__ == "__main__":
    main()
