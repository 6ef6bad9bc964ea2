"""How far a long run has got, on a terminal; nothing elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_LONG_RUN = 20
_REDRAWN = 200
"""How often at most."""
_KNOWN_AFTER = 5
"""Seconds before which nobody can say how long the rest takes: workers have to start first."""


@contextmanager
def progress_bar(length: int) -> Iterator[Callable[[], None]]:
    """What to call after each submission: it moves a bar on a terminal's standard error, and does nothing elsewhere."""
    if not sys.stderr.isatty() or length < _LONG_RUN:
        yield lambda: None
        return
    start, done = time.monotonic(), 0

    def advance() -> None:
        nonlocal done
        done += 1
        bar.update(1)

    bar: ProgressBar[int]
    with click.progressbar(
        length=length,
        label="检查",
        file=sys.stderr,
        show_eta=False,  # click's own jumps about where results come in bursts
        show_percent=False,
        show_pos=True,
        update_min_steps=max(1, length // _REDRAWN),
        item_show_func=lambda _: remaining(done, length, time.monotonic() - start),
    ) as bar:
        yield advance


def remaining(done: int, length: int, seconds: float) -> str:
    """How long the rest will take if it goes on like this, roughly; empty while it can't be told, and at the end."""
    if not done or done >= length or seconds < _KNOWN_AFTER:
        return ""
    left = seconds / done * (length - done)
    return f"还要约 {max(10, round(left / 10) * 10)} 秒" if left < 95 else f"还要约 {round(left / 60)} 分钟"
