"""How far a run has got: on a terminal calmly, with what is left; elsewhere not a character."""

import os
import pty
import re
import subprocess
import sys

import pytest

from checker.cli.progress import remaining

SHOWN = """
import time
from checker.cli import progress
clock = iter(range(0, 10_000, 3))
progress.time.monotonic = lambda: float(next(clock))
with progress.progress_bar({length}) as advance:
    for _ in range({length}):
        advance()
"""


@pytest.mark.parametrize(
    ("done", "length", "seconds", "said"),
    [
        (0, 100, 30, ""),
        (1, 2000, 1, ""),
        (10, 2000, 6, "还要约 20 分钟"),
        (100, 200, 40, "还要约 40 秒"),
        (199, 200, 40, "还要约 10 秒"),
        (200, 200, 80, ""),
        (1000, 10_000, 60, "还要约 9 分钟"),
    ],
)
def test_what_is_left(done: int, length: int, seconds: float, said: str) -> None:
    assert remaining(done, length, seconds) == said


def on_a_terminal(length: int) -> str:
    """What a run of ``length`` submissions shows."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", SHOWN.format(length=length)]
    with subprocess.Popen(command, stderr=theirs, env={**os.environ, "TERM": "xterm"}) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not part:
                break
            shown += part
    os.close(ours)
    assert process.returncode == 0
    return shown.decode()


def test_a_terminal_is_told_how_many_and_how_long() -> None:
    shown = on_a_terminal(400)
    assert "200/400" in shown
    assert re.search(r"还要约 \d+ (?:分钟|秒)", shown)
    assert shown.count("\r") < 500
    assert shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l")


def test_a_short_run_shows_nothing() -> None:
    assert on_a_terminal(5) == ""


def test_what_is_no_terminal_gets_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", SHOWN.format(length=400)], capture_output=True, check=True)
    assert done.stdout + done.stderr == b""
