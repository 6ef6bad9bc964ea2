"""What is said where the program itself fails on a file (E009): the place in the code, never the text of the file."""

import traceback
from pathlib import Path

from checker.readers.errors import Unreadable

_ADVICE = "这是程序的毛病，与材料写得好不好无关。请把这句话报告给开发者，不要附材料原文；这一份请先人工检查。"


def failed_in(error: BaseException) -> Unreadable:
    """For an exception that nobody expected: its type, and the deepest line of ours that it came from."""
    home = Path(__file__).parent
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(home)]
    place = f"，{Path(ours[-1].filename).relative_to(home).as_posix()} 第 {ours[-1].lineno} 行" if ours else ""
    return Unreadable(f"程序出错，没有检查完（{type(error).__name__}{place}）", _ADVICE)


def died(status: int | None) -> Unreadable:
    """For a process that ended with ``status`` (negative: the signal that killed it) with the file in hand."""
    how = f"信号 {-status}" if status is not None and status < 0 else f"状态 {status}"
    more = "，多半是内存不够" if status == -9 else ""
    return Unreadable(f"程序出错，没有检查完（检查它的进程中途结束：{how}{more}）", _ADVICE)
