"""The same three texts, whatever way they are stored, give the same paragraphs, outline and findings."""

from dataclasses import replace
from functools import cache

import pytest

from checker.engine import Engine
from checker.packs import load_packs
from checker.readers import read
from checker.report import FileReport
from tests.readers.texts import TEXTS
from tests.readers.ways import WAYS
from tests.readers.ways.plain import OTHER_FORMATS

each_text = pytest.mark.parametrize("name", TEXTS)


@cache
def _engine() -> Engine:
    return Engine(load_packs())


def _report(data: bytes, name: str) -> FileReport:
    """The report on ``data`` but for what only concerns its container."""
    return replace(_engine().check(data, name, "材料"), remarks=())


@cache
def _expected(name: str) -> FileReport:
    return _report(WAYS["plain"](TEXTS[name]), "材料.docx")


@each_text
@pytest.mark.parametrize("way", WAYS)
def test_a_word_file_gives_the_same_paragraphs_and_levels(name: str, way: str) -> None:
    text = TEXTS[name]
    document = read(WAYS[way](text), "材料.docx")
    assert [(p.text, p.level) for p in document.paragraphs] == [(line.text, line.level) for line in text]


@each_text
@pytest.mark.parametrize("way", WAYS)
def test_a_word_file_gives_the_same_outline_and_findings(name: str, way: str) -> None:
    assert _report(WAYS[way](TEXTS[name]), "材料.docx") == _expected(name)


@each_text
@pytest.mark.parametrize("file", OTHER_FORMATS)
def test_another_format_gives_the_same_outline_and_findings(name: str, file: str) -> None:
    report = _report(OTHER_FORMATS[file](TEXTS[name]), file)
    expected = _expected(name)
    assert report.paragraphs == expected.paragraphs
    assert report.outline == expected.outline
    assert [(f.code, f.excerpt, f.start, f.end) for f in report.findings] == [
        (f.code, f.excerpt, f.start, f.end) for f in expected.findings
    ]


def test_the_texts_are_recognised() -> None:
    """The comparisons above would mean little if nothing were found in the texts."""
    found = {name: _expected(name) for name in TEXTS}
    assert [report.pack for report in found.values()] == ["minzhu-2021", "minzhu-2023", "generic"]
    for report in found.values():
        assert report.outline
        assert {"problems", "causes", "measures"} <= {section.id for section in report.outline.sections}
