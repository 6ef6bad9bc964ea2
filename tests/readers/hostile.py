"""Files that mean harm, or that something went wrong with: ``HOSTILE`` maps what they are to what makes them."""

import io
import struct
import zipfile
from collections.abc import Callable

from tests.readers.builder import SPACES, docx, p, pack, parts, r

GOOD = p(r("一、存在的问题")) + p(r("学习不深入。"))
_OPEN = f'<?xml version="1.0" encoding="UTF-8"?><w:document {SPACES}><w:body>'
_CLOSE = "</w:body></w:document>"


def with_document(document: str | bytes) -> bytes:
    """A Word file whose main part is ``document``."""
    return pack({**parts(""), "word/document.xml": document})


def with_entity(declaration: str, name: str, encoding: str = "UTF-8") -> bytes:
    """A Word file whose only text is the entity ``name``."""
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [{declaration}]>'
    body = f"<w:document {SPACES}><w:body>{p(f'<w:r><w:t>&{name};</w:t></w:r>')}{_CLOSE}"
    return with_document((head + body).encode(encoding))


def billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return with_entity(f'<!ENTITY l0 "ha">{entities}', "l9")


def external_entity() -> bytes:
    return with_entity('<!ENTITY x SYSTEM "file:///etc/passwd">', "x")


def entity_in_utf16() -> bytes:
    return with_entity('<!ENTITY x "y">', "x", "UTF-16")


def entity_in_the_relationships() -> bytes:
    members = parts(GOOD)
    members["_rels/.rels"] = members["_rels/.rels"].replace(
        "<Relationships", '<!DOCTYPE x [<!ENTITY e "f">]><Relationships', 1
    )
    return pack(members)


def undefined_entity() -> bytes:
    return with_document(f"{_OPEN}<w:p><w:r><w:t>&nbsp;文字</w:t></w:r></w:p>{_CLOSE}")


def big_text_node() -> bytes:
    return with_document(f"{_OPEN}<w:p><w:r><w:t>{'字' * 7_000_000}</w:t></w:r></w:p>{_CLOSE}")


def bomb() -> bytes:
    """60 MB in 0.1 MB."""
    return with_document(_OPEN.encode() + b"<w:p/>" * 10_000_000 + _CLOSE.encode())


def bomb_that_lies() -> bytes:
    """Its header says that it is small."""
    data = with_document(_OPEN + "<w:p/>" * 5_000_000 + _CLOSE)
    out = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    honest = struct.pack("<L", size)
    at = out.find(honest)
    while at >= 0:
        out[at : at + 4] = struct.pack("<L", 1000)
        at = out.find(honest, at + 4)
    return bytes(out)


def many_paragraphs() -> bytes:
    return with_document(_OPEN + "<w:p><w:r><w:t>字</w:t></w:r></w:p>" * 60_000 + _CLOSE)


def many_elements() -> bytes:
    return with_document(_OPEN + "<w:p/>" * 3_000_000 + _CLOSE)


def many_attributes() -> bytes:
    attributes = " ".join(f'a{i}=""' for i in range(1_500_000))
    return with_document(f"{_OPEN}<w:p {attributes}/>{_CLOSE}")


def many_namespaces() -> bytes:
    spaces = " ".join(f'xmlns:n{i}="urn:{i}"' for i in range(40_000))
    return with_document(f"{_OPEN}<w:p {spaces}><w:r><w:t>字</w:t></w:r></w:p>{_CLOSE}")


def huge_paragraph() -> bytes:
    return with_document(f"{_OPEN}<w:p><w:r><w:t>{'一是学习不够。' * 10_000}</w:t></w:r></w:p>{_CLOSE}")


def deep(tag: str, depth: int = 5000) -> bytes:
    return with_document(
        f"{_OPEN}{f'<w:{tag}>' * depth}<w:p><w:r><w:t>字</w:t></w:r></w:p>{f'</w:{tag}>' * depth}{_CLOSE}"
    )


def nested_boxes() -> bytes:
    inside = "<w:p><w:r><w:t>字</w:t></w:r></w:p>"
    for _ in range(60):
        inside = f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"
    return with_document(_OPEN + inside + _CLOSE)


def circular_styles() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{(i + 1) % 3000}"/></w:style>'
        for i in range(3000)
    )
    return docx("".join(p(r("字"), 0, f'<w:pStyle w:val="s{i}"/>') for i in range(100)), styles=styles)


def wrong_crc() -> bytes:
    data = pack(parts(GOOD), zipfile.ZIP_STORED)
    return data.replace("存在的问题".encode(), "存在的成绩".encode(), 1)


def truncated() -> bytes:
    return docx(GOOD)[:-300]


def broken_xml() -> bytes:
    return with_document(_OPEN + p(r("一、存在的问题")) + "<w:p><w:r><w:t>二、原因")


def not_xml() -> bytes:
    return with_document(b"\x00\x01\x02" * 100)


def no_main_part() -> bytes:
    return pack({"[Content_Types].xml": "<Types/>", "word/other.xml": "<x/>"})


def encrypted_member() -> bytes:
    """Every member says that it needs a password."""
    data = bytearray(docx(GOOD))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def odd_compression() -> bytes:
    return pack(parts(GOOD), zipfile.ZIP_LZMA)


def many_members() -> bytes:
    return pack({**parts(GOOD), **{f"x/{i}": "" for i in range(6000)}})


def encrypted_word_file() -> bytes:
    """What Word writes with a password: an OLE container."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


def encrypted_old_word_file() -> bytes:
    head = b"\xec\xa5" + bytes(9) + b"\x01" + bytes(500)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + head + "WordDocument".encode("utf-16-le") + bytes(100)


def picture_only() -> bytes:
    return docx(p("<w:r><w:drawing/></w:r>"))


def gibberish() -> bytes:
    return docx(p(r("".join(chr(0x3400 + 20 * i) for i in range(300)))))


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "实体膨胀": (billion_laughs, "DTD"),
    "外部实体": (external_entity, "DTD"),
    "UTF-16 里的实体": (entity_in_utf16, "DTD"),
    "关系里的实体": (entity_in_the_relationships, "DTD"),
    "未定义的实体": (undefined_entity, "已损坏"),
    "超大文字": (big_text_node, "已损坏|超出"),
    "压缩炸弹": (bomb, "解压后过大"),
    "谎报大小的炸弹": (bomb_that_lies, "已损坏|解压后过大"),
    "段落过多": (many_paragraphs, "段"),
    "元素过多": (many_elements, "结构过于庞大"),
    "属性过多": (many_attributes, "结构过于庞大"),
    "超长段落": (huge_paragraph, "一段超过"),
    "嵌套过深": (lambda: deep("sdt"), "已损坏"),
    "校验和不符": (wrong_crc, "已损坏"),
    "文件不完整": (truncated, "已损坏"),
    "XML 不完整": (broken_xml, "已损坏"),
    "不是 XML": (not_xml, "已损坏"),
    "没有正文": (no_main_part, "没有 Word 正文"),
    "压缩包加密": (encrypted_member, "需要密码"),
    "罕见压缩": (odd_compression, "压缩方式"),
    "部件过多": (many_members, "部件超过"),
    "加密的 docx": (encrypted_word_file, "需要密码"),
    "加密的 doc": (encrypted_old_word_file, "需要密码"),
    "只有图片": (picture_only, "只有图片"),
    "乱码": (gibberish, "无法辨认"),
}
HARMLESS: dict[str, Callable[[], bytes]] = {
    "很多命名空间": many_namespaces,
    "嵌套两百层": lambda: deep("sdtContent", 200),
    "框中有框": nested_boxes,
    "样式绕圈": circular_styles,
}
