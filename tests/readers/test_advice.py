"""What to do with a file that can't be read: advice that can be followed, and names nothing that there isn't."""

from pathlib import Path

import pytest

from checker.readers import read
from checker.readers.errors import Unreadable
from tests.readers.builder import docx, p
from tests.readers.hostile import encrypted_old_word_file, encrypted_word_file

HOME = Path(__file__).parents[2]
PICTURE = (
    '<w:r><w:drawing><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<a:blip r:embed="rId9"/></a:graphicData></a:graphic></w:drawing></w:r>'
)


def refusal(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(data, "a.docx")
    return caught.value


@pytest.mark.parametrize("data", [encrypted_word_file(), encrypted_old_word_file()])
def test_a_password_and_how_to_remove_it(data: bytes) -> None:
    said = refusal(data)
    assert said.reason == "文件加了密，需要密码"
    assert "Word 在“文件—信息—保护文档—用密码进行加密”里清空密码" in said.advice
    assert "WPS 在“文件—文档加密—密码加密”里清空密码" in said.advice


def test_text_in_a_picture() -> None:
    said = refusal(docx(p(PICTURE)))
    assert "只有图片" in said.reason
    assert "文字识别（OCR）" in said.advice


def test_nothing_is_promised_that_cannot_be_installed() -> None:
    """There is no extra for recognition of characters."""
    files = [*HOME.glob("*.md"), *HOME.glob("docs/*.md"), *HOME.glob("checker/**/*.py"), HOME / "pyproject.toml"]
    assert not [str(f) for f in files if "[ocr]" in f.read_text("utf-8") or "tesseract" in f.read_text("utf-8")]
