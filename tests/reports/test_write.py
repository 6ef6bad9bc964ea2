import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from checker.reports.write import WriteError, write_whole


def test_new_file_with_the_usual_permissions(tmp_path: Path) -> None:
    other = tmp_path / "ordinary"
    other.touch()
    write_whole(tmp_path / "报告.html", "正文\r\n")
    assert (tmp_path / "报告.html").read_bytes() == "正文\r\n".encode()
    assert (tmp_path / "报告.html").stat().st_mode == other.stat().st_mode


def test_replacing_keeps_permissions(tmp_path: Path) -> None:
    path = tmp_path / "报告.csv"
    path.write_text("旧")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.html", tmp_path / "b.html"
    target.write_text("旧")
    link.symlink_to(target)
    write_whole(link, "新")
    assert link.is_symlink()
    assert target.read_text("utf-8") == "新"


def test_words_that_are_no_utf8_do_not_stop_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", "甲\ud800乙")
    assert (tmp_path / "a").read_text("utf-8") == "甲?乙"


def test_pipe_is_written_to(tmp_path: Path) -> None:
    write_whole(Path(os.devnull), "x")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, "经过")
    assert os.read(reader, 100) == "经过".encode()
    os.close(reader)


def test_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.html"
    path.write_text("旧", "utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="磁盘满了"):
        write_whole(path, "新" * 1000)
    assert path.read_text("utf-8") == "旧"
    assert list(tmp_path.iterdir()) == [path]


def test_killed_before_replacing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "报告.html"
    path.write_text("旧", "utf-8")
    killed_there = (
        "import os, signal, sys; from pathlib import Path; from checker.reports.write import write_whole;"
        "os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL); write_whole(Path(sys.argv[1]), '新' * 100000)"
    )
    done = subprocess.run([sys.executable, "-c", killed_there, str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_text("utf-8") == "旧"
    write_whole(path, "新")
    assert path.read_text("utf-8") == "新"


def test_clear_messages(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="这是一个文件夹"):
        write_whole(tmp_path, "x")
    with pytest.raises(WriteError, match="文件夹不存在"):
        write_whole(tmp_path / "没有" / "报告.html", "x")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(WriteError, match="写不了"):
        write_whole(loop, "x")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_without_permission(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(WriteError, match="没有写入权限"):
        write_whole(folder / "报告.html", "x")
