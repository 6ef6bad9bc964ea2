"""A folder of thousands of Word files checked at once: time, and the most memory that all processes take together.

    python benchmarks/many.py [--files 10000] [--format json --format html] [--workers 2]

The files are those of the demo folder, each with a paragraph of its own; Linux only. Ends with status 1 above 400 MB.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

HOME = Path(__file__).parent.parent
MEGABYTE = 1 << 20
MOST = 400


def variations(original: bytes) -> Iterator[bytes]:
    """The Word file ``original`` again and again, with another last paragraph each."""
    with zipfile.ZipFile(BytesIO(original)) as archive:
        members = {m: archive.read(m) for m in archive.infolist()}
    number = 0
    while True:
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
            for member, content in members.items():
                own = f"<w:p><w:r><w:t>第{number}份，备查。</w:t></w:r></w:p>".encode()
                is_text = member.filename == "word/document.xml"
                new.writestr(
                    member.filename, content.replace(b"<w:sectPr", own + b"<w:sectPr", 1) if is_text else content
                )
        yield made.getvalue()
        number += 1


def lay_out(folder: Path, count: int) -> None:
    """``count`` files in subfolders of ``folder``, a hundred in each."""
    kinds = [variations(f.read_bytes()) for f in sorted((HOME / "fixtures" / "demo").rglob("*.docx"))]
    for number in range(count):
        unit = folder / f"单位{number // 100:03d}"
        unit.mkdir(exist_ok=True)
        Path(unit, f"{number:05d}.docx").write_bytes(next(kinds[number % len(kinds)]))


def family(process: int) -> list[int]:
    """``process`` and all below it that are still there."""
    try:
        below = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []
    return [process, *(p for child in below for p in family(int(child)))]


def memory(process: int) -> int:
    """The memory of ``process``, what it shares with others in parts, in bytes."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--format", action="append", default=[])
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "材料").mkdir()
        lay_out(folder / "材料", args.files)
        formats = [part for form in args.format or ["json"] for part in ("--format", f"{form}={folder / form}")]
        command = [
            sys.executable,
            "-m",
            "checker",
            "check",
            str(folder / "材料"),
            "--workers",
            str(args.workers),
            *formats,
        ]
        start, most, most_main = time.monotonic(), 0, 0
        with subprocess.Popen(
            command, env={**os.environ, "PYTHONPATH": str(HOME)}, stderr=subprocess.DEVNULL
        ) as running:
            while running.poll() is None:
                each = [memory(process) for process in family(running.pid)]
                most, most_main = max(most, sum(each)), max(most_main, each[0] if each else 0)
                time.sleep(0.5)
        took = time.monotonic() - start
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        sizes = "，".join(f"{form} {(folder / form).stat().st_size / 1e6:.0f} MB" for form in args.format or ["json"])
    print(
        f"{args.files} files, {args.workers} workers: status {running.returncode}, {took:.0f} s by the clock, "
        f"{used.ru_utime + used.ru_stime:.0f} s of processor time; all together {most / MEGABYTE:.0f} MB, "
        f"the program itself {most_main / MEGABYTE:.0f} MB; {sizes}"
    )
    sys.exit(most > MOST * MEGABYTE)


if __name__ == "__main__":
    main()
