"""What the system refuses is told in Chinese wherever it reaches the user."""

import errno
import os
import re
import subprocess
import tempfile
from pathlib import Path

import pytest

from checker.files import load
from checker.readers import office
from checker.readers.errors import Unreadable
from checker.reports.write import WriteError, write_whole
from checker.roster import RosterError, load_roster
from checker.system_errors import reason
from tests.test_check import GOOD, check
from tests.test_ending import duizhao

ENGLISH = re.compile(r"(?i)permission|denied|no such|directory|invalid|decode|codec|errno|left on device")


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EISDIR, errno.EDQUOT, errno.ESTALE, errno.ENOENT])
def test_each_has_a_sentence(number: int) -> None:
    said = reason(OSError(number, os.strerror(number), "a"))
    assert re.search("[一-鿿]", said)
    assert not re.search("[A-Za-z0-9]", said)


def test_what_has_none_is_told_by_its_number() -> None:
    assert reason(OSError(9999, "Unheard of")) == "系统报错 9999"
    assert reason(OSError("Unheard of")) == "系统报错"


@pytest.mark.parametrize("option", ["--config", "--baseline", "--roster"])
@pytest.mark.parametrize("kind", ["folder", "locked", "binary", "absent"])
def test_files_besides_the_submissions(tmp_path: Path, option: str, kind: str) -> None:
    file = tmp_path / "x"
    if kind == "folder":
        file.mkdir()
    elif kind != "absent":
        file.write_bytes(b"\xff\xfe\x00\x81")
    if kind == "locked":
        file.chmod(0)
    ended = duizhao("check", GOOD, option, file, stdout=subprocess.DEVNULL)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert not ENGLISH.search(ended.stderr.replace(str(tmp_path), ""))


def test_packs_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "duizhao.toml").write_text('packs = ["没有.toml"]\n', "utf-8")
    (tmp_path / "a.md").write_text("# 对照检查材料\n", "utf-8")
    result = check(tmp_path)
    assert result.exit_code == 2
    assert "没有.toml：读不了规则包：文件不存在" in result.output


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a = ", "TOML 语法错误：到文件末尾还没有写完"),
        (b"a = =\n", "第 1 行：TOML 语法错误："),
        (b"\xb6\xd4", "第 1 行：TOML 语法错误："),
        (b"\xff\xfe\x00", "编码认不出来；请用记事本打开，另存为时编码选 UTF-8"),
    ],
)
def test_a_configuration_with_errors(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "duizhao.toml").write_bytes(content)
    result = check(tmp_path)
    assert result.exit_code == 2
    assert said in result.output
    assert not re.search("[a-z]{4,}", result.output.partition("duizhao.toml")[2])


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EROFS, errno.EIO, errno.EDQUOT])
def test_reading_and_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refused(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number), "x")

    monkeypatch.setattr(os, "open", refused)
    for what, error in ((load, Unreadable), (load_roster, RosterError)):
        with pytest.raises(error) as caught:
            what(tmp_path / "a.docx")  # type: ignore[operator]
        assert not ENGLISH.search(str(caught.value).replace(str(tmp_path), ""))
    monkeypatch.setattr(tempfile, "mkstemp", refused)
    with pytest.raises(WriteError) as refusal:
        write_whole(tmp_path / "r.json", "{}")
    assert not ENGLISH.search(str(refusal.value).replace(str(tmp_path), ""))


def test_a_full_temporary_folder_costs_the_legacy_files_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> object:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(office, "program", lambda: "/usr/bin/soffice")
    monkeypatch.setattr(office, "private_folder", full)
    (made,) = office.convert({"a": b"x"}).values()
    assert isinstance(made, Unreadable)
    assert "磁盘满了" in made.reason
