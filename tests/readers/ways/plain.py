"""Ways that are no Word file; the levels that they can hold differ."""

import html
from base64 import encodebytes

from tests.readers.texts import Line
from tests.readers.ways.registry import Text


def _page(text: Text) -> str:
    def tag(line: Line) -> str:
        return f"h{line.level}" if line.level else "p"

    body = "".join(f"<{tag(t)}>\n  {html.escape(t.text)}\n</{tag(t)}>\n" for t in text)
    unseen = "<script>var a = '看不见';</script><p style='display:none'>看不见</p><nav>首页</nav>"
    return f"<!DOCTYPE html><html><head><title>标题</title></head><body>{unseen}<div>{body}</div></body></html>"


def utf8_page(text: Text) -> bytes:
    return _page(text).encode()


def gbk_page(text: Text) -> bytes:
    head = '<head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
    return _page(text).replace("<head>", head).encode("gb18030")


def one_file_page(text: Text) -> bytes:
    """What Word and browsers call a web page in one file."""
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_x"\r\n\r\n--=_x\r\n'
    part = b'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    return head + part + encodebytes(_page(text).encode("gb18030")) + b"\r\n--=_x--\r\n"


def markdown(text: Text) -> bytes:
    return "\n\n".join("#" * t.level + " " * bool(t.level) + t.text for t in text).encode()


def text_file(text: Text) -> bytes:
    return "\r\n".join("　　" + t.text for t in text).encode()


def gbk_text_file(text: Text) -> bytes:
    return "\r\n".join(t.text for t in text).encode("gb18030")


OTHER_FORMATS = {
    "网页.html": utf8_page,
    "网页.htm": gbk_page,
    "归档.mht": one_file_page,
    "归档.doc": one_file_page,
    "材料.md": markdown,
    "材料.txt": text_file,
    "旧材料.txt": gbk_text_file,
}
