"""The baseline: what was accepted is suppressed, what is new isn't."""

from dataclasses import replace
from pathlib import Path

import pytest

from checker import baseline
from checker.data import DataError
from checker.fingerprint import fingerprint
from tests.gate.build import ID_CARD, everything, file, finding, report, whole


@pytest.fixture
def kept(tmp_path: Path) -> baseline.Baseline:
    """What ``everything`` finds, written and read back; paths from ``tmp_path``."""
    accepted = baseline.accept(_below(tmp_path), tmp_path)
    path = tmp_path / "duizhao-baseline.json"
    path.write_text(baseline.render(accepted), "utf-8")
    return baseline.read(path)


def _below(folder: Path):
    made = everything()
    return replace(made, files=tuple(replace(f, path=str(folder / f.path)) for f in made.files))


def test_what_was_accepted_is_suppressed(kept: baseline.Baseline, tmp_path: Path) -> None:
    before = _below(tmp_path).files[0]
    after = kept.apply(before.path, before.findings)
    assert [f.suppressed for f in after if f.code != "W507"] == ["基线"] * 3
    assert [f.suppressed for f in after if f.code == "W507"] == [before.findings[3].suppressed]


def test_new_ones_and_those_of_other_files_are_not(kept: baseline.Baseline, tmp_path: Path) -> None:
    new = finding(fingerprint="f" * 16)
    assert kept.apply(str(tmp_path / "材料/某局-张三.md"), [new]) == (new,)
    known = finding()
    assert kept.apply(str(tmp_path / "别处/某局-张三.md"), [known]) == (known,)


@pytest.mark.parametrize(("count", "suppressed"), [(1, "基线"), (2, "基线"), (3, None)])
def test_more_of_the_same_is_new_and_fewer_is_not(tmp_path: Path, count: int, suppressed: str | None) -> None:
    path = str(tmp_path / "a.md")
    several = finding("W501", excerpt="xx", count=2, fingerprint=fingerprint("W501", "xx"))
    accepted = baseline.accept(report(file(path, several)), tmp_path)
    left = fingerprint("W501", "xx", "还剩这一句") if count == 1 else several.fingerprint
    (after,) = accepted.apply(path, [replace(several, count=count, fingerprint=left)])
    assert after.suppressed == suppressed


def test_what_could_not_be_checked_is_never_accepted(tmp_path: Path) -> None:
    path = str(tmp_path / "坏.docx")
    unreadable = whole("E001", excerpt="")
    accepted = baseline.accept(report(file(path, unreadable, status="unreadable")), tmp_path)
    assert accepted.files == {}
    forged = baseline.Baseline(tmp_path, {"坏.docx": {f"E001 {unreadable.fingerprint}": 9}})
    assert forged.apply(path, [unreadable]) == (unreadable,)


def test_paths_go_from_the_folder_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "材料").mkdir()
    monkeypatch.chdir(tmp_path)
    accepted = baseline.accept(report(file("./材料/a.md", finding())), tmp_path)
    assert list(accepted.files) == ["材料/a.md"]
    monkeypatch.chdir(tmp_path / "材料")
    assert accepted.apply("a.md", [finding()])[0].suppressed == "基线"


def test_the_file_holds_no_text_and_does_not_depend_on_the_order(tmp_path: Path) -> None:
    made = everything()
    written = baseline.render(baseline.accept(made, tmp_path))
    assert "有的同志" not in written
    assert ID_CARD not in written
    turned = replace(made, files=made.files[::-1])
    assert baseline.render(baseline.accept(turned, tmp_path)) == written


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "不是 duizhao 的基线文件"),
        ("[]", "不是 duizhao 的基线文件"),
        ('{"version": 1}', "不是 duizhao 的基线文件"),
        ("\xff", "不是 duizhao 的基线文件"),
        ('{"version": 2, "files": {}}', "第 2 版"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(DataError, match=said):
        baseline.read(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="没有这个基线文件"):
        baseline.read(tmp_path / "没有.json")
