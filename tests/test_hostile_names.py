"""Names of files can hold anything: what a terminal, a reader or a spreadsheet would obey is told, never sent."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from checker.batch import make_report
from checker.cli.settings import refuse
from checker.reports import FORMATS, render
from checker.reports.mask import escaped, named
from tests.reports.builder import submission
from tests.test_ending import duizhao

NAME = "甲局/\x1b]0;坏\x07\x9b31m\u202e局长\udcff\r\n　.docx"
TOLD = r"甲局/\x1b]0;坏\x07\x9b31m\u202e局长\udcff\r\n　.docx"
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
COLOURS = re.compile(r"\x1b\[[\d;]*m")


def texts(name: str, written: str | bytes) -> Iterator[str]:
    """What the report in the format ``name`` gives to whoever reads it."""
    if name == "xlsx":
        assert isinstance(written, bytes)
        for sheet in load_workbook(BytesIO(written)).worksheets:
            yield from (str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
        return
    text = written.decode("utf-8-sig") if isinstance(written, bytes) else written
    yield COLOURS.sub("", text).replace("\r\n", "\n")


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_sends_them(name: str) -> None:
    written = render(make_report([replace(submission(), path=NAME)]), name)
    for text in texts(name, written):
        assert not OBEYED.search(text.replace("\\u001b", ""))


@pytest.mark.parametrize("name", ["text", "html", "csv", "xlsx", "junit"])
def test_they_are_told(name: str) -> None:
    written = render(make_report([replace(submission(), path=NAME)]), name)
    assert any(TOLD in text for text in texts(name, written))


def test_the_machine_readable_ones_hold() -> None:
    report = make_report([replace(submission(), path=NAME)])
    assert json.loads(render(report, "json"))["files"][0]["path"] == NAME.replace("\udcff", "?")
    run = json.loads(render(report, "sarif"))["runs"][0]
    assert unquote(run["artifacts"][0]["location"]["uri"]) == TOLD
    suite = ElementTree.fromstring(render(report, "junit"))[0]
    assert suite.get("name") == TOLD


def test_ordinary_names_stay_as_they_are() -> None:
    for name in ("县水利局/副局长　张三（定稿） 2.docx", "a b/ü.docx", "🙂.md"):
        assert named(name) == escaped(name) == name
    assert named("13812345678.docx") == "138********.docx"


def test_refusals_tell_them_too() -> None:
    assert refuse("没有 \x1b[31m坏\n第二行").message == "没有 \\x1b[31m坏\n第二行"


@pytest.mark.parametrize("option", ["--roster", "--config", "--baseline", "--pack", "--format"])
def test_no_message_of_the_program_sends_them(tmp_path: Path, option: str) -> None:
    (tmp_path / "a.md").write_text("# 对照检查材料\n", "utf-8")
    name = tmp_path / "\x1b]0;坏\x07"
    ended = duizhao("check", tmp_path / "a.md", option, name, stdout=subprocess.DEVNULL)
    assert ended.returncode == 2
    assert "\x1b" not in ended.stderr
    assert "\\x1b]0;坏\\x07" in ended.stderr


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "\t="])
def test_a_name_is_no_formula(start: str) -> None:
    report = make_report([replace(submission(), path=f"{start}cmd|'/c calc'!A1.docx", title=f"{start}1+1")])
    written = render(report, "csv")
    assert isinstance(written, bytes)
    for cell in re.split(r'[,"\r\n]+', written.decode("utf-8-sig")):
        assert not cell.startswith(("=", "+", "@", "＝", "\t"))
    book = render(report, "xlsx")
    assert isinstance(book, bytes)
    types = {c.data_type for s in load_workbook(BytesIO(book)).worksheets for row in s.iter_rows() for c in row}
    assert "f" not in types
