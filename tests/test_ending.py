"""How the program ends: exit status, a sentence where output can't be written, nothing left behind."""

import fcntl
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from checker.readers.private import clear_stale, private_folder
from tests.test_check import BAD, GOOD

WAITING = """
import sys, click
from checker.cli.ending import heed_signals, run
@click.command()
def command():
    print("ready", flush=True)
    sys.stdin.read()
heed_signals()
sys.exit(run(command))
"""


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["INT", "TERM", "HUP"],
)
def test_a_signal_ends_with_its_status_and_no_traceback(number: int, status: int) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", WAITING], text=True, **pipes) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        said = process.stderr.read()
    assert process.returncode == status
    assert "Traceback" not in said


def duizhao(*arguments: object, stdout: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "checker", *map(str, arguments)]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [("check", BAD), ("check", GOOD), ("rules",), ("check", BAD, "--format", "json")])
def test_full_standard_output_is_told(arguments: tuple[object, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = duizhao(*arguments, stdout=full.fileno())
    assert (done.returncode, done.stderr) == (2, "错误：结果写不出去：磁盘满了\n")


def test_a_closed_pipe_is_told() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = duizhao("rules", stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (2, "错误：结果写不出去：对方已经关闭\n")


def test_status_as_before() -> None:
    statuses = [duizhao(*a, stdout=subprocess.DEVNULL).returncode for a in (["--version"], ["check", BAD], ["no"], [])]
    assert statuses == [0, 1, 2, 2]


CONVERTING = """
import sys
from pathlib import Path
from checker.cli.ending import heed_signals, run
from checker.readers import office
import click
office.program = lambda: sys.argv[1]
@click.command()
@click.argument("program")
def command(program):
    office.convert({"a.rtf": b"{\\\\rtf1 x}"})
heed_signals()
sys.exit(run(command))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_no_documents_and_no_converter_behind(tmp_path: Path, number: int) -> None:
    temporary, fifo, program = tmp_path / "tmp", tmp_path / "fifo", tmp_path / "soffice"
    temporary.mkdir()
    os.mkfifo(fifo)
    program.write_text(f"#!/bin/sh\necho $$ > {fifo}\nexec sleep 600\n")
    program.chmod(0o755)
    command = [sys.executable, "-c", CONVERTING, str(program)]
    with subprocess.Popen(command, env={**os.environ, "TMPDIR": str(temporary)}) as process:
        converter = int(fifo.read_text())  # by which it is on its way
        assert list(temporary.iterdir())
        process.send_signal(number)
    assert process.returncode == 128 + number
    assert list(temporary.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(converter, 0)


def test_folders_of_killed_runs_are_cleared_and_those_in_use_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in ("duizhao-old", "duizhao-used", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "lock").touch()
    (tmp_path / "duizhao-bare").mkdir()
    with (tmp_path / "duizhao-used" / "lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with private_folder() as folder:
            clear_stale()
            assert folder.is_dir()
        assert {f.name for f in tmp_path.iterdir()} == {"duizhao-used", "other", "duizhao-bare"}
