"""Page headers, notes and comments are looked at too, and the finding says where."""

import pytest

from checker.annotate import annotate
from checker.engine import Engine
from checker.packs import load_packs
from checker.readers import read
from checker.report import ReportedFinding
from tests.readers.builder import docx, p, pack, parts, r

ENGINE = Engine(load_packs())
NOTE = '<w:footnote w:id="2">{}</w:footnote>'
REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'


def file(where: str, text: str, author: str = "王五") -> bytes:
    """A Word file with ``text`` in the place ``where``."""
    if where == "批注":
        made = dict(parts(p(r("一、存在的问题"))))
        related = '<Relationship Id="rId9" Type="http://x/comments" Target="comments.xml"/></Relationships>'
        name = "word/_rels/document.xml.rels"
        made[name] = made[name].replace("</Relationships>", related)
        root = made["word/styles.xml"].partition("<w:styles ")[2].partition(">")[0]
        comment = f'<w:comment w:id="1" w:author="{author}">{p(r(text))}</w:comment>'
        return pack({**made, "word/comments.xml": f"<w:comments {root}>{comment}</w:comments>"})
    if where == "脚注尾注":
        return docx(p(r("一、存在的问题") + REFERENCE), more={"footnotes": NOTE.format(p(r(text)))})
    kind = "header" if where == "页眉页脚" else "footer"
    return docx(p(r("一、存在的问题")) + SECTION, more={kind: p(r(text))})


def found(data: bytes) -> list[ReportedFinding]:
    return [f for f in ENGINE.check(data, "a.docx", "a.docx").findings if f.code[:2] == "W5"]


@pytest.mark.parametrize("where", ["页眉页脚", "页脚", "脚注尾注", "批注"])
@pytest.mark.parametrize(
    ("text", "code", "excerpt"),
    [
        ("××局对照检查材料", "W501", "××"),
        ("dangshi学习教育", "W502", "dangshi"),
        ("网址：www.example.com", "W509", "www.example.com"),
        ("联系电话：13812345678", "W510", "13812345678"),
        ("民主生活会材料    机密★10年", "W511", "机密★10年"),
        ("内部资料，注意保存", "W511", "内部资料，注意保存"),
    ],
)
def test_it_is_found_and_the_message_says_where(where: str, text: str, code: str, excerpt: str) -> None:
    said = [f for f in found(file(where, text)) if f.code == code and f.excerpt == excerpt]
    assert len(said) == 1
    assert said[0].message.startswith("页眉页脚里：" if where == "页脚" else f"{where}里：")
    assert said[0].paragraph is None


def test_sound_headers_are_passed() -> None:
    assert found(file("页眉页脚", "县水利局 2022年度民主生活会对照检查材料 第3页")) == []


@pytest.mark.parametrize("text", ["严格管理涉密文件", "“机密★10年”的文件没有清退", "第 3 页 共 10 页"])
def test_speaking_of_secrets_is_no_mark(text: str) -> None:
    assert found(file("页眉页脚", text)) == []


def test_our_own_comments_are_passed_over() -> None:
    assert found(file("批注", "W501 错误：××是没有填的占位符", author="duizhao")) == []


def test_the_annotated_copy_speaks_of_it_at_the_title() -> None:
    data = file("页眉页脚", "联系电话：13812345678")
    report = ENGINE.check(data, "a.docx", "a.docx")
    assert found(annotate(data, read(data, "a.docx"), report)) == found(data)
