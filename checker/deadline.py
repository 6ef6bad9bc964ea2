"""How long a file may keep the processor busy; what takes longer is given up, and the next one is checked."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from checker.readers.errors import Unreadable

SECONDS = 30
"""Processor time for reading and checking one file; the longest lawful texts take a tenth of it."""
_ADVICE = "请确认选对了文件；如果是多份材料合订，请拆成一人一份再检查。"


class _TooSlow(BaseException):
    """Not an Exception, so that nobody on the way up takes it for an error of his own."""


@contextmanager
def time_limit(seconds: float = SECONDS) -> Iterator[None]:
    """Raises Unreadable where what is done inside takes more processor time than ``seconds``.

    Only in the main thread, and not on Windows: there the process that waits for the worker sees to it.
    """
    if sys.platform == "win32":
        yield
        return
    try:
        before = signal.signal(signal.SIGPROF, _stop)
    except ValueError:  # not the main thread
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds, 1)  # again every second, in case a library swallows it
    try:
        yield
    except _TooSlow:
        raise too_slow() from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def too_slow() -> Unreadable:
    """The error for a file that takes too long."""
    return Unreadable("太长或太怪，检查超时", _ADVICE)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TooSlow
