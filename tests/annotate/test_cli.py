"""``duizhao annotate``: which copies it writes where, and what it refuses."""

from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from checker.cli import group
from tests.annotate.xml import anchored, texts
from tests.readers.builder import docx as word
from tests.readers.builder import p, pack, parts, r

TEXT = "# 对照检查材料\n\n## 一、存在的问题\n\n一是xx月开会走了过场。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("材料/甲局/局长.md", "材料/乙局/局长.md", "材料/乙局/局长.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, "utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["annotate", *arguments])


def written(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.docx"))


def test_a_folder_keeps_its_units_apart(folder: Path) -> None:
    result = run("材料", "--output", "批注")
    assert result.exit_code == 0, result.output
    assert written(folder / "批注") == ["乙局/局长.md-批注.docx", "乙局/局长.txt-批注.docx", "甲局/局长-批注.docx"]
    assert "批注/甲局/局长-批注.docx" in result.stdout


def test_comments_are_on_the_words(folder: Path) -> None:
    (folder / "a.docx").write_bytes(
        word(p(r("对照检查材料")) + p(r("一、存在的问题"), 1) + p(r("一是xx月开会走了过场。")))
    )
    assert run("a.docx", "--output", "批注", "--select", "W501").exit_code == 0
    copy = folder / "批注" / "a-批注.docx"
    assert list(anchored(copy.read_bytes()).values()) == ["xx"]
    ((head, *_),) = texts(copy.read_bytes()).values()
    assert head == "W501 错误"
    assert len(docx.Document(str(copy)).comments) == 1


def test_again_beside_the_originals_leaves_the_copies_out(folder: Path) -> None:
    for _ in range(2):
        assert run("材料/甲局", "--output", "材料/甲局").exit_code == 0
    assert written(folder / "材料" / "甲局") == ["局长-批注.docx"]


def test_what_cannot_be_read_is_told_and_the_rest_is_written(folder: Path) -> None:
    (folder / "材料" / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    result = run("材料", "--output", "批注")
    assert result.exit_code == 1
    assert "材料/坏.docx：" in result.stderr
    assert len(written(folder / "批注")) == 3


def test_a_copy_never_covers_what_is_to_be_read(folder: Path) -> None:
    (folder / "a.md").write_text(TEXT, "utf-8")
    (folder / "a-批注.docx").write_bytes(word(p(r("对照检查材料"))))
    before = (folder / "a-批注.docx").read_bytes()
    result = run("a.md", "a-批注.docx", "--output", ".")
    assert result.exit_code == 2
    assert "盖掉" in result.stderr
    assert (folder / "a-批注.docx").read_bytes() == before


def test_a_signature_is_said_to_be_lost(folder: Path) -> None:
    made = parts(p(r("对照检查材料")) + p(r("一、存在的问题"), 1) + p(r("一是xx月开会走了过场。")))
    (folder / "a.docx").write_bytes(pack({**made, "_xmlsignatures/origin.sigs": ""}))
    (folder / "b.docx").write_bytes(pack(made))
    signed, plain = run("a.docx", "b.docx", "--output", "批注").stdout.splitlines()
    assert "签名在副本里失效" in signed
    assert "签名" not in plain


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("没有.docx", "--output", "批注"), "路径不存在"),
        (("空", "--output", "批注"), "没有可批注的文件"),
        (("材料", "--output", "材料/甲局/局长.md"), "写不了"),
        (("材料", "--output", "批注", "--pack", "minzhu-1999"), "minzhu-1999"),
    ],
)
def test_refusals(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    (folder / "空").mkdir()
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
