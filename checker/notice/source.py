"""Where a notice comes from: a file of any format that submissions have, or text pasted into standard input."""

import sys
from pathlib import Path

from checker.deadline import time_limit
from checker.files import load
from checker.notice import Notice, read_notice
from checker.readers import read
from checker.readers.errors import Unreadable
from checker.readers.limits import FILE_BYTES

NO_LIST = (
    "没有找到要求对照的方面。主题、目标、学习篇目、会前准备的步骤都不算；如果要对照的方面写在另一份通知或附件里，"
    "请用那一份，或把那一段文字粘贴进来（文件写 -）"
)


class NoNotice(Exception):  # noqa: N818 (as Unreadable)
    """Why there is no notice to go by; Chinese."""


def notice_from(path: Path) -> Notice:
    """The notice at ``path``, - being standard input. Raises NoNotice where it can't be read or lists no aspects."""
    pasted = str(path) == "-"
    try:
        data = sys.stdin.buffer.read(FILE_BYTES + 1) if pasted else load(path)
        with time_limit():
            notice = read_notice(read(data, "通知.txt" if pasted else path.name))
    except Unreadable as error:
        raise NoNotice(f"通知 {path} 读不了：{error.reason}。{error.advice}") from None
    if not notice.lists:
        raise NoNotice(f"通知 {'（标准输入）' if pasted else path} 里{NO_LIST}")
    return notice
