"""Hostile and broken files: each says what is wrong, in bounded time and memory, and harms nothing else."""

import json
import subprocess
import sys
import zipfile
from contextlib import suppress

import pytest

from checker.document import Document
from checker.readers import limits, read
from checker.readers.errors import Unreadable
from tests.readers.builder import docx, p, pack, parts, r
from tests.readers.hostile import GOOD, HARMLESS, HOSTILE

MEASURE = """
import json, re, sys, time
from checker.readers import docx, html, read, text
from checker.readers.errors import Unreadable
def peak(): return int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
data = sys.stdin.buffer.read()
before, start = peak(), time.process_time()
try:
    read(data, "x.docx")
except Unreadable:
    pass
print(json.dumps([time.process_time() - start, peak() - before + len(data) / (1 << 20)]))
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_file_says_what_is_wrong(name: str) -> None:
    make, reason = HOSTILE[name]
    with pytest.raises(Unreadable, match=reason) as caught:
        read(make(), "材料.docx")
    assert caught.value.advice
    assert "学习不深入" not in caught.value.reason + caught.value.advice, "no text of the file in a message"


@pytest.mark.parametrize("name", HARMLESS)
def test_an_odd_file_is_read(name: str) -> None:
    assert read(HARMLESS[name](), "材料.docx").paragraphs


@pytest.mark.skipif(sys.platform != "linux", reason="measured in /proc")
@pytest.mark.parametrize("name", [*HOSTILE, *HARMLESS])
def test_no_file_takes_more_than_the_stated_memory_and_time(name: str) -> None:
    """docs/limits.md states them; processor time, so that a busy machine doesn't matter."""
    make = HARMLESS[name] if name in HARMLESS else HOSTILE[name][0]
    done = subprocess.run([sys.executable, "-c", MEASURE], input=make(), capture_output=True, check=True)
    seconds, megabytes = json.loads(done.stdout)
    assert seconds < limits.SECONDS
    assert megabytes < limits.MEMORY / limits.MEGABYTE


def test_nothing_is_written_or_run() -> None:
    """Macros, embedded objects and remote templates stay untouched: no file is opened, no process, no socket."""
    events: list[str] = []
    members: dict[str, str | bytes] = dict(parts(GOOD))
    members["word/vbaProject.bin"] = members["word/embeddings/oleObject1.bin"] = b"\xd0\xcf\x11\xe0"
    remote = (
        '<Relationship Id="rId9" Type="x/attachedTemplate" Target="http://127.0.0.1:9/t.dotm" TargetMode="External"/>'
    )
    members["word/_rels/document.xml.rels"] = str(members["word/_rels/document.xml.rels"]).replace(
        "</R", remote + "</R"
    )
    data = pack(members)
    read(data, "材料.docm")
    sys.addaudithook(lambda event, args: events.append(f"{event} {args}") if watching and event in watched else None)
    watched = ("open", "subprocess.Popen", "socket.connect", "os.remove", "os.mkdir", "exec", "import")
    watching = True
    document = read(data, "材料.docm")
    watching = False
    assert [q.text for q in document.paragraphs] == ["一、存在的问题", "学习不深入。"]
    assert not events


def test_members_that_lead_out_of_the_folder_are_only_names() -> None:
    data = pack({**parts(GOOD), "../../evil.txt": "x", "/etc/evil": "x", "C:\\evil": "x"})
    assert len(read(data, "x").paragraphs) == 2


def test_a_file_larger_than_any_submission() -> None:
    with pytest.raises(Unreadable, match="大于 64 MB"):
        read(b"x" * (limits.FILE_BYTES + 1), "x.docx")


def test_pictures_may_be_large() -> None:
    data = pack({**parts(GOOD), "word/media/image1.png": bytes(30 << 20)}, zipfile.ZIP_STORED)
    assert len(read(data, "x").paragraphs) == 2


@pytest.mark.parametrize("size", [0, 1, 4, 21, 22, 30])
def test_stumps(size: int) -> None:
    for data in (docx(p(r("字")))[:size], b"%PDF-1.7"[:size], b"<html><p>"[:size]):
        with suppress(Unreadable):
            assert isinstance(read(data, "x.txt"), Document)
