"""LibreOffice opens annotated copies and finds each comment on the words that it is meant for."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from checker.annotate import annotate
from checker.readers.docx import read_docx
from tests.gate.build import file, finding
from tests.readers.builder import docx, inserted, p, r, table

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice isn't installed"),
]


def opened(folder: Path, data: bytes) -> str:
    """The text as LibreOffice reads it: words with a comment in 【】, behind it the comment in 〔〕."""
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "fodt",
        "--outdir",
        str(folder),
        str(folder / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    whole = (folder / "a.fodt").read_text("utf-8")
    text = whole[whole.index("<office:text") : whole.index("</office:text>")]
    text = re.sub(r"<text:tracked-changes>.*?</text:tracked-changes>", "", text, flags=re.DOTALL)
    text = re.sub(
        r"<office:annotation .*?</office:annotation>", lambda m: f"〔{_plain(m[0])}〕【", text, flags=re.DOTALL
    )
    return _plain(re.sub(r"<office:annotation-end[^>]*/>", "】", text))


def _plain(xml: str) -> str:
    return re.sub(
        r"\s+|<[^>]+>",
        "",
        re.sub(r"<(dc:\w+|loext:sender-initials)>.*?</\1>|<meta:creator-initials>.*?</meta:creator-initials>", "", xml),
    )


def test_comments_stand_on_their_words(tmp_path: Path) -> None:
    data = docx(
        p(r("一是学用结合不紧。") + inserted(r("有的同志开会")) + r("多，", "<w:b/>"))
        + table([[p(r("部分干部不担当。"))]])
        + p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('某些党员作风不实。')}</w:sdtContent></w:sdt>")
    )
    places = [(1, 9, 13), (2, 0, 4), (3, 0, 4)]
    found = [finding(paragraph=n, start=s, end=e, message=f"第{n}条", suggestion="") for n, s, e in places]
    seen = opened(tmp_path, annotate(data, read_docx(data), file("a.docx", *found)))
    assert seen == (
        "一是学用结合不紧。〔P405警告第1条〕【有的同志】开会多，"
        "〔P405警告第2条〕【部分干部】不担当。〔P405警告第3条〕【某些党员】作风不实。"
    )
