"""One file never stops the others: what can't be read, what crashes, what kills the process that checks it."""

import os
import pickle
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.batch import Source, check_sources, make_report, sources
from checker.deadline import time_limit
from checker.engine import Engine
from checker.failure import died, failed_in
from checker.packs import load_packs
from checker.pool import Pool
from checker.readers import office
from checker.readers.errors import Unreadable
from checker.report import FileReport, verdict
from tests.readers.builder import docx, p, r

DEMO = Path(__file__).parent.parent / "fixtures" / "demo"
GOOD = DEMO / "县水利局" / "局长-2025年度民主生活会.docx"
ENGINE = Engine(load_packs())


@dataclass(frozen=True, slots=True)
class Mined(Engine):
    """An engine that comes to grief on a file whose name says so."""

    def check(self, data: bytes, name: str, path: str) -> FileReport:
        if "杀" in name:
            os.kill(os.getpid(), signal.SIGKILL)
        if "崩" in name:
            os._exit(3)
        return Engine.check(self, data, name, path)


def copies(folder: Path, *names: str) -> list[Path]:
    for name in names:
        shutil.copy(GOOD, folder / name)
    return [folder / name for name in names]


def found(reports: tuple[FileReport, ...]) -> list[str]:
    return [report.findings[0].code if report.status == "unreadable" else report.status for report in reports]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_worker_costs_the_file_in_hand_only(tmp_path: Path, workers: int) -> None:
    names = [f"{n}.docx" for n in range(30)]
    names[3], names[17], names[29] = "3杀.docx", "17崩.docx", "29杀.docx"
    reports = check_sources(Mined(load_packs()), sources(copies(tmp_path, *names)), workers)
    assert [Path(report.path).name for report in reports] == names
    assert {n: code for n, code in enumerate(found(reports)) if code != "passed"} == {3: "E009", 17: "E009", 29: "E009"}
    said = reports[3].findings[0].message
    assert "信号 9" in said
    assert "读不" not in said
    assert verdict(reports[3]) == "程序出错"


def test_files_of_every_unreadable_kind_among_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)  # a machine without LibreOffice
    files = copies(tmp_path, *(f"{n}.docx" for n in range(24)))
    bad = {
        "a.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(9),
        "b.doc": b"\xd0\xcf\x11\xe0 broken",
        "c.pdf": b"%PDF-1.7 broken",
        "d.docx": b"PK\x03\x04 broken",
        "e.zip": b"PK\x03\x04 broken",
        "f.rtf": b"{\\rtf1 x}",
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    with zipfile.ZipFile(tmp_path / "g.zip", "w") as made:
        made.writestr("里面.zip", b"PK\x05\x06" + bytes(18))
        made.writestr("里面.docx", b"")
    os.mkfifo(tmp_path / "h.txt")
    reports = check_sources(ENGINE, sources([*files, *(tmp_path / n for n in (*bad, "g.zip", "h.txt"))]), 2)
    assert found(reports[:24]) == ["passed"] * 24
    assert {code[:3] for code in found(reports[24:])} == {"E00"}
    assert len(reports) == 24 + len(bad) + 3
    assert make_report(reports).summary.unreadable == len(bad) + 3


def crash() -> Unreadable:
    try:
        ENGINE.packs["没有这个包"]
    except KeyError as error:
        return failed_in(error)
    raise AssertionError


@pytest.mark.parametrize(
    "make",
    [
        lambda: Unreadable("读不了", "请另存"),
        lambda: Source("a/b.docx", "b.docx", Unreadable("读不了", "请另存")),
        lambda: Source("a.zip/b.docx", "b.docx", b"x", Path("a.zip"), 3, True),
        lambda: ENGINE.unreadable("a.docx", died(-11), "E009"),
        lambda: ENGINE.unreadable("a.docx", Unreadable("读不了", "请另存")),
        *(
            lambda file=file: ENGINE.check(file.read_bytes(), file.name, file.name)
            for file in sorted(DEMO.rglob("*.*"))
        ),
    ],
)
def test_what_crosses_to_a_worker_and_back_comes_out_the_same(make: Callable[[], object]) -> None:
    one = make()
    other = pickle.loads(pickle.dumps(one))
    if isinstance(one, Unreadable):
        assert (one.reason, one.advice, str(one)) == (other.reason, other.advice, str(other))
    elif isinstance(one, Source) and isinstance(one.data, Unreadable):
        assert other.data.args == one.data.args
    else:
        assert other == one
        assert getattr(other, "paragraphs", ()) == getattr(one, "paragraphs", ())


def test_the_engine_crosses_too() -> None:
    assert pickle.loads(pickle.dumps(ENGINE)).check(GOOD.read_bytes(), "a.docx", "a.docx").status == "passed"


def test_an_error_of_ours_names_the_place_in_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("绝密内容")

    monkeypatch.setattr(Engine, "submission", broken)
    report = ENGINE.check(GOOD.read_bytes(), "a.docx", "a.docx")
    (finding,) = report.findings
    assert finding.code == "E009"
    assert "KeyError，engine.py 第" in finding.message
    assert "绝密" not in finding.message + finding.suggestion


def spin(_: object = None) -> None:
    while True:
        pass


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(Unreadable, match="检查超时"), time_limit(0.01):
        spin()


def lost(task: int, status: int | None) -> tuple[int, int | None]:
    return task, status


def test_a_worker_that_never_comes_back_is_ended() -> None:
    assert list(Pool(spin_on_three, lost, 2, 0.2).map(range(5))) == [(0, 0), (1, 0), (2, 0), (3, None), (4, 0)]


def spin_on_three(task: int) -> tuple[int, int | None]:
    while task == 3:
        pass
    return task, 0


def fail(_: int) -> None:
    raise ValueError("so")


def test_an_error_in_the_work_itself_is_raised() -> None:
    with pytest.raises(ValueError, match="so"):
        list(Pool(fail, lost, 2, 9).map(range(3)))


_PARENT = """
import os, sys
from checker.pool import Pool
def work(task):
    os.write(1, f"{os.getpid()}\\n".encode())
    while True: pass
list(Pool(work, None, 2, 99).map(range(2)))
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_workers_end_with_their_parent(number: int) -> None:
    with subprocess.Popen([sys.executable, "-c", _PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.send_signal(number)
        assert parent.stdout.read() == ""  # which ends when the last of them has closed it
    for worker in workers:
        assert not Path(f"/proc/{worker}/cmdline").exists() or not Path(f"/proc/{worker}/cmdline").read_bytes()


def test_many_members_of_an_archive_are_checked_in_order(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "全县.zip", "w") as made:
        for n in range(5):
            made.writestr(f"{n}.docx", docx(p(r(f"第{n}份"))))
    reports = check_sources(ENGINE, sources([tmp_path / "全县.zip"]), 2)
    assert [report.paragraphs for report in reports] == [(f"第{n}份",) for n in range(5)]
