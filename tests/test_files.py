"""Only ordinary files are opened, and what can't be looked into is said."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.files import collect, load
from checker.readers import limits
from checker.readers.errors import Unreadable
from tests.test_check import GOOD, check, only_file


def pipe(path: Path) -> None:
    os.mkfifo(path)


def link_to_a_pipe(path: Path) -> None:
    os.mkfifo(path.parent / "pipe")
    path.symlink_to(path.parent / "pipe")


def link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 << 30)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (pipe, "不是普通文件"),
        (link_to_a_pipe, "不是普通文件"),
        (link_to_a_device, "不是普通文件"),
        (link_to_itself, "链接绕成了圈"),
        (large, "文件大于 64 MB"),
    ],
)
@pytest.mark.parametrize("in_folder", [False, True])
def test_what_is_no_ordinary_file_is_a_finding(
    tmp_path: Path, make: Callable[[Path], None], said: str, in_folder: bool
) -> None:
    make(tmp_path / "a.txt")
    file = only_file(check(tmp_path if in_folder else tmp_path / "a.txt", "--format", "json"))
    assert said in file["findings"][0]["message"]  # type: ignore[index]


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_read(device: str) -> None:
    with pytest.raises(Unreadable, match="不是普通文件"):
        load(Path(device))


def test_no_more_is_read_than_the_limit_and_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 101)
    assert load(tmp_path / "a", 101) == b"x" * 101
    with pytest.raises(Unreadable, match="文件大于"):
        load(tmp_path / "a", 100)


def test_a_folder_that_cannot_be_opened_is_in_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("甲", "乙"):
        (tmp_path / name).mkdir()
        shutil.copy(GOOD, tmp_path / name)
    look = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "乙":
            raise PermissionError(13, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = check(tmp_path, "--format", "json")
    files = {Path(f["path"]).name: f for f in json.loads(result.stdout)["files"]}
    assert result.exit_code == 1
    assert files["乙"]["status"] == "unreadable"
    assert "文件夹打不开：没有权限" in files["乙"]["findings"][0]["message"]
    assert check(tmp_path, "--exclude", "乙").exit_code == 0
    monkeypatch.undo()
    assert collect([tmp_path]).closed == []


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 50)
    assert "文件大于" in check("-", stdin="字".encode() * 100).output
