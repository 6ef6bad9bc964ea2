"""How the program ends: orderly by a signal or Ctrl-C, and with a sentence where its output can't be written."""

import os
import signal
import sys
from contextlib import suppress
from io import StringIO
from types import FrameType

import click

from checker.reports.mask import escaped, named
from checker.system_errors import reason

_WRONG_USE = 2


class Stopped(BaseException):
    """A signal asked for the end; on the way up, temporary folders, LibreOffice and workers are cleared away."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def heed_signals() -> None:
    """End by SIGTERM and SIGHUP (a closed window, a cancelled job) as by an exception, unless they are to be ignored."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _stop)


def run(group: click.Group) -> int:
    """What ``group`` does with the command line, and the exit status."""
    streams = sys.stdout, sys.stderr
    try:
        try:
            status = group.main(prog_name="duizhao", standalone_mode=False)
        except SystemExit as end:
            status = end.code
        if sys.stdout is not streams[0]:  # what click does where a pipe is closed, to end with 1
            sys.stdout, sys.stderr = streams
            raise BrokenPipeError
        sys.stdout.flush()
    except click.ClickException as error:
        said = StringIO()
        error.show(said)
        click.echo(
            "\n".join(map(escaped, said.getvalue().split("\n"))), err=True, nl=False
        )  # arguments can hold anything
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断", err=True)
        return 128 + signal.SIGINT
    except Stopped as stopped:
        return 128 + stopped.number
    except OSError as error:
        if os.environ.get("DUIZHAO_DEBUG"):
            raise
        return _unwritten(error)
    return status if isinstance(status, int) else 0


def _unwritten(error: OSError) -> int:
    what = f"{named(os.fsdecode(error.filename))} 读写不了" if error.filename else "结果写不出去"
    why = "对方已经关闭" if isinstance(error, BrokenPipeError) else reason(error)
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still in the buffer has nowhere to go
    with suppress(OSError):
        click.echo(f"错误：{what}：{why}", err=True)
    return _WRONG_USE


def _stop(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # once is enough; what has to be cleared away isn't disturbed by another
    raise Stopped(number)
