"""Legacy formats: with LibreOffice itself (marked office), and with stand-ins that misbehave."""

import os
import socket
import subprocess
import threading
from pathlib import Path

import pytest

from checker.engine import Engine
from checker.packs import load_packs
from checker.readers import limits, office, read
from checker.readers.errors import Unreadable
from checker.report import OutlineEntry
from tests.readers.builder import docx, p, r
from tests.readers.texts import TEXTS
from tests.readers.ways import WAYS

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600)
CONVERTED = docx(p(r("转换好的文字")))
SOURCES = ("plain", "automatic_numbers", "style_numbers", "tracked_insertions", "form", "soft_breaks", "indented")
UNPRINTED = ("tracked_deletions", "hidden", "text_boxes")
"""What LibreOffice keeps in its own formats but prints otherwise than Word does."""


def _export(folder: Path, files: dict[str, bytes], suffix: str) -> dict[str, bytes]:
    """``files`` as LibreOffice saves them in another format."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    program = office.program()
    assert program
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", suffix]
    names = [str(folder / f"{name}.docx") for name in files]
    subprocess.run([*command, "--outdir", str(folder), *names], check=True, capture_output=True, timeout=240)
    return {name: (folder / f"{name}.{suffix}").read_bytes() for name in files}


def _shape(outline: OutlineEntry | None) -> object:
    """Sections, dimensions and items of an outline, without white space and places."""
    assert outline

    def bare(text: str) -> str:
        return "".join(text.split())

    return [
        (
            section.id,
            bare(section.heading),
            [(d.id, bare(d.heading), [bare(i.lead) for i in d.items]) for d in section.dimensions],
            [bare(i.lead) for i in section.items],
        )
        for section in outline.sections
    ]


@pytest.mark.office
@pytest.mark.parametrize("suffix", ["doc", "odt", "rtf", "pdf", "docx"])
def test_a_round_trip_keeps_sections_dimensions_and_items(tmp_path: Path, suffix: str) -> None:
    engine = Engine(load_packs())
    sources = SOURCES if suffix == "pdf" else SOURCES + UNPRINTED
    files = {f"{way}-{name}": WAYS[way](text) for way in sources for name, text in TEXTS.items()}
    exported = _export(tmp_path, files, suffix)
    if suffix in ("doc", "odt", "rtf"):
        converted = office.convert(exported)
        assert all(isinstance(data, bytes) for data in converted.values())
        exported = {name: data for name, data in converted.items() if isinstance(data, bytes)}
    for name, data in exported.items():
        before = engine.check(files[name], "x.docx", "x")
        after = engine.check(data, f"x.{suffix}", "x")
        assert _shape(after.outline) == _shape(before.outline), name
        if suffix != "pdf":
            assert after.paragraphs == before.paragraphs, name


@pytest.mark.office
def test_one_file_is_read_through_libreoffice(tmp_path: Path) -> None:
    data = _export(tmp_path, {"a": WAYS["plain"](TEXTS["group"])}, "doc")["a"]
    assert [q.text for q in read(data, "材料.wps").paragraphs] == [line.text for line in TEXTS["group"]]


@pytest.mark.office
def test_a_bad_file_costs_only_itself(tmp_path: Path) -> None:
    good = _export(tmp_path, {"a": WAYS["plain"](TEXTS["group"])}, "rtf")["a"]
    found = office.convert({"坏的": OLD, "好的": good, "空的": b"{\\rtf"})
    assert list(found) == ["坏的", "好的", "空的"]
    assert isinstance(found["好的"], bytes)


@pytest.mark.office
def test_linked_pictures_are_not_fetched() -> None:
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                asked.append("asked")
                connection.close()

        listener = threading.Thread(target=listen)
        listener.start()
        url = f"http://127.0.0.1:{port}/x.png"
        field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{url}" \\d}}{{\fldrslt x}}}}'
        remote = rf"{{\rtf1\ansi {{\*\template {url}}}text {field}\par}}".encode()
        found = office.convert({"链接": remote})
        stop.set()
        listener.join()
    assert isinstance(found["链接"], bytes)
    assert not asked


def test_what_to_do_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    found = office.convert({"甲.doc": OLD, "乙.doc": OLD})
    for error in found.values():
        assert isinstance(error, Unreadable)
        assert "LibreOffice" in error.reason
        assert "apt install" in error.advice
        assert "另存为 .docx" in error.advice
    with pytest.raises(Unreadable, match="没有安装"):
        read(OLD, "甲.doc")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called like LibreOffice that converts all but files with certain words in them."""
    if os.name != "posix":
        pytest.skip("a shell script")
    script = tmp_path / "soffice"
    (tmp_path / "converted.docx").write_bytes(CONVERTED)
    script.write_text(
        f"""#!/bin/sh
echo run >> {tmp_path}/runs
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
for file in "$@"; do
  if grep -q HANG "$file"; then sleep 300 & echo $! > {tmp_path}/child; wait; fi
  if grep -q CRASH "$file"; then kill -9 $$; fi
  result="$out/$(basename "${{file%.*}}").docx"
  if grep -q PART "$file"; then head -c 100 {tmp_path}/converted.docx > "$result"; continue; fi
  if grep -q REFUSE "$file"; then continue; fi
  cp {tmp_path}/converted.docx "$result"
done
"""
    )
    script.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(script))
    monkeypatch.setattr(limits, "OFFICE_START_SECONDS", 1)
    monkeypatch.setattr(limits, "OFFICE_FILE_SECONDS", 1)
    return tmp_path


def test_one_process_for_a_batch(stand_in: Path) -> None:
    found = office.convert({f"{n}.doc": OLD for n in range(50)})
    assert set(found.values()) == {CONVERTED}
    assert (stand_in / "runs").read_text() == "run\n"


@pytest.mark.parametrize("harm", [b"CRASH", b"PART", b"REFUSE", b"HANG"])
def test_a_file_that_harms_the_program_costs_only_itself(stand_in: Path, harm: bytes) -> None:
    found = office.convert({"一": OLD, "二": OLD + harm, "三": OLD})
    assert found["一"] == found["三"] == CONVERTED
    assert isinstance(found["二"], Unreadable)
    if harm == b"HANG":
        child = int((stand_in / "child").read_text())
        assert not Path(f"/proc/{child}").exists() or "Z" in Path(f"/proc/{child}/stat").read_text().split()[2]


def test_a_program_that_only_crashes_is_given_up(stand_in: Path) -> None:
    found = office.convert({str(n): OLD + b"CRASH" for n in range(20)})
    assert all(isinstance(error, Unreadable) for error in found.values())
    assert (stand_in / "runs").read_text().count("run") == 3


@pytest.mark.usefixtures("stand_in")
def test_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(private))
    office.convert({"一": OLD, "二": OLD + b"CRASH"})
    assert list(private.iterdir()) == []
