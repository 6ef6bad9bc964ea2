"""``duizhao check`` as its users meet it: exit status, bad input, nothing lost."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli.check import command

DEMO = Path(__file__).parent.parent / "fixtures" / "demo"
GOOD = DEMO / "县水利局" / "局长-2025年度民主生活会.docx"
BAD = DEMO / "县水利局" / "副局长-2025年度民主生活会.md"


def check(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(command, [str(a) for a in arguments], input=stdin)


def only_file(result: Result) -> dict[str, object]:
    (file,) = json.loads(result.stdout)["files"]
    return dict(file)


def test_exit_status() -> None:
    assert check(GOOD).exit_code == 0
    assert check(BAD).exit_code == 1
    assert check(BAD, "--fail-on", "never").exit_code == 0
    assert check(BAD, "--ignore", "D,W,S").exit_code == 0
    assert check(BAD, "--select", "W503").exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["没有这个.docx"], "路径不存在"),
        ([BAD, "--select", "W999"], "没有 W999 这条规则"),
        ([BAD, "--select", "fixed-phras"], "fixed-phrase"),
        ([BAD, "--pack", "minzhu-2026"], "您是不是想写"),
        ([BAD, "--format", "jsno"], "json"),
        ([BAD, "--format", "xlsx"], "写到文件"),
    ],
)
def test_wrong_use_ends_with_two_and_says_why(arguments: list[object], said: str) -> None:
    result = check(*arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_a_misspelt_key_offers_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "duizhao.toml").write_text('fail-onn = "error"\n', "utf-8")
    shutil.copy(BAD, tmp_path)
    result = check(tmp_path)
    assert result.exit_code == 2
    assert "fail-on" in result.output
    assert "第 1 行" in result.output


def test_an_empty_folder_is_no_pass(tmp_path: Path) -> None:
    assert check(tmp_path).exit_code == 2
    assert check(tmp_path, "--allow-empty").exit_code == 0


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("空.docx", b"", "E00"),
        ("空.txt", b"", "E00"),
        ("白.md", b" \n\n", "E002"),
        ("截断.docx", GOOD.read_bytes()[:3000], "E001"),
        ("程序.txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40, "E001"),
        (
            "加密.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "E001",
        ),
    ],
)
def test_what_cannot_be_read_is_a_finding(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    result = check(tmp_path, "--format", "json")
    file = only_file(result)
    assert result.exit_code == 1
    assert file["status"] == "unreadable"
    (finding,) = file["findings"]  # type: ignore[misc]
    assert finding["code"].startswith(code)
    assert finding["suggestion"]


def test_a_text_file_named_docx_is_read_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "材料.docx").write_bytes(BAD.read_bytes())
    assert only_file(check(tmp_path, "--format", "json"))["pack"] == "minzhu-2025"


def test_no_read_permission_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert "没有权限" in check(file).output


def test_one_bad_file_stops_none_of_the_good(tmp_path: Path) -> None:
    for n in range(5):
        shutil.copy(GOOD, tmp_path / f"好{n}.docx")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    summary = json.loads(check(tmp_path, "--format", "json").stdout)["summary"]
    assert (summary["files"], summary["passed"], summary["unreadable"]) == (6, 5, 1)


@pytest.mark.parametrize("name", ["有 空格.docx", "引'号\".docx", "😀.docx", "换\n行.docx"])
def test_names_of_any_kind(tmp_path: Path, name: str) -> None:
    shutil.copy(GOOD, tmp_path / name)
    result = check(tmp_path, "--format", "json")
    assert result.exit_code == 0
    assert str(only_file(result)["path"]).endswith(name)
    assert check(tmp_path).exit_code == 0


def test_loops_of_links_end_and_a_file_counts_once(tmp_path: Path) -> None:
    shutil.copy(GOOD, tmp_path / "a.docx")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(json.loads(check(tmp_path, tmp_path, "--format", "json").stdout)["files"]) == 1


def test_hidden_lock_and_excluded_files_are_left_out(tmp_path: Path) -> None:
    for name in ("a.docx", ".b.docx", "~$c.docx", "草稿.docx"):
        shutil.copy(GOOD, tmp_path / name)
    assert (
        only_file(check(tmp_path, "--format", "json", "--exclude", "草稿*"))["path"] == (tmp_path / "a.docx").as_posix()
    )


def test_standard_input() -> None:
    result = check("-", "--stdin-name", "x.md", "--format", "json", stdin=BAD.read_bytes())
    assert only_file(result)["path"] == "x.md"
    assert result.exit_code == 1


def test_several_formats_in_one_run(tmp_path: Path) -> None:
    result = check(
        BAD, "--format", "text", "--format", f"json={tmp_path / 'r.json'}", "--format", f"html={tmp_path / 'r.html'}"
    )
    assert "D201" in result.output
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["version"] == 1
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!")
