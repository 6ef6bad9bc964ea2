"""Reports kept small are the same reports, and few of them are in memory at a time."""

import json
import pickle
import zipfile
from pathlib import Path

from checker.batch import make_report
from checker.engine import Engine
from checker.kept import Kept
from checker.packs import load_packs
from checker.reports import render
from checker.sources import opened, sources
from tests.readers.builder import docx, p, r
from tests.reports.builder import batch

DEMO = Path(__file__).parent.parent / "fixtures" / "demo"


def test_what_is_kept_is_what_was_put_in() -> None:
    engine = Engine(load_packs())
    files = [engine.check(f.read_bytes(), f.name, f.name) for f in sorted(DEMO.rglob("*.*"))]
    kept = Kept(files)
    assert list(kept) == files == kept[:]
    assert [file.paragraphs for file in kept] == [file.paragraphs for file in files]
    assert kept[-1] == files[-1]
    assert list(kept.where(lambda f: f.status == "passed")) == [f for f in files if f.status == "passed"]
    assert sum(map(len, kept._packed)) < 0.7 * sum(len(pickle.dumps(f)) for f in files)


def test_every_format_says_the_same_of_kept_reports() -> None:
    files = batch().files
    plain, kept = make_report(files), make_report(Kept(files))
    assert plain.summary == kept.summary
    for form in ("text", "json", "sarif", "junit", "github", "gitlab", "html", "csv", "markdown"):
        assert render(plain, form) == render(kept, form), form


def test_the_page_of_a_large_run_leaves_the_texts_out() -> None:
    (file,) = [f for f in batch().files if f.paragraphs][:1]
    few, many = (str(render(make_report(Kept([file] * n)), "html")) for n in (2, 301))
    assert "网页里不附全文" in many
    assert "网页里不附全文" not in few
    assert len(many) / 301 < len(few) / 2
    assert json.loads(str(render(make_report(Kept([file] * 2)), "json")))["summary"]["files"] == 2


def test_members_of_an_archive_are_opened_one_after_another(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        for n in range(3):
            made.writestr(f"{n}.docx", docx(p(r("字"))))
    found = sources([tmp_path / "a.zip"])
    assert all(source.data is None for source in found)
    coming = opened(found)
    assert isinstance(next(coming).data, bytes)
    assert all(source.data is None for source in found)
