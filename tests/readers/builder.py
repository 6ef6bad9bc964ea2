"""Word files put together part by part, so that each trick of Word can be written exactly as Word writes it."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ANCHOR = (
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"'
    ' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>{}</wp:posOffset></wp:positionV>'
    '<wp:extent cx="4800000" cy="600000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="文本框 1"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
)
_SHAPE = (
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4800000" cy="600000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
)
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DATE = 'w:author="甲" w:date="2021-12-01T08:00:00Z"'

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{ident}"{default}><w:name w:val="{name}"/>{rest}</w:style>'
    for ident, name, default, rest in (
        ("a", "Normal", ' w:default="1"', ""),
        *(
            (str(n), f"heading {n}", "", f'<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr>')
            for n in (1, 2)
        ),
        ("hid", "隐藏段落", "", '<w:basedOn w:val="a"/><w:rPr><w:vanish/></w:rPr>'),
    )
) + (
    '<w:style w:type="character" w:styleId="hidc"><w:name w:val="隐藏字"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="boldc"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)


def r(text: str, properties: str = "") -> str:
    """A run."""
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str, level: int = 0, properties: str = "", mark: str = "") -> str:
    """A paragraph of run-level ``content``, a heading by its style; ``mark`` are properties of the paragraph mark."""
    style = f'<w:pStyle w:val="{level}"/>' if level else ""
    inside = style + properties + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p><w:pPr>{inside}</w:pPr>{content}</w:p>"


def deleted(text: str, ident: int = 900) -> str:
    """A tracked deletion of ``text``."""
    return f'<w:del w:id="{ident}" {DATE}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def inserted(content: str, ident: int = 901) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="{ident}" {DATE}>{content}</w:ins>'


def field(code: str, result: str) -> str:
    """A complex field with run-level ``result``."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(paragraphs: str, offset: int = 0) -> str:
    """A run with a text box, as Word writes it: a drawing, and the same again in VML for older programs.

    ``offset`` is how far below the top of its paragraph it stands, in English Metric Units.
    """
    vml = f"<w:pict><v:textbox><w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{_ANCHOR.format(offset)}'
        f"<wps:wsp><wps:cNvSpPr/>{_SHAPE}<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx>"
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table of cells, each the XML of its content, ``w:tcPr`` included where it has some."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(f'<w:tc>{c}</w:tc>' for c in row)}</w:tr>" for row in rows) + "</w:tbl>"


def level(index: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list definition."""
    inside = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{index}">{inside}</w:lvl>'


def numbering(abstract: Mapping[str, str], instances: Mapping[str, tuple[str, str]]) -> str:
    """The content of a numbering part: definitions by id, and instances as id → (definition, overrides)."""
    return "".join(f'<w:abstractNum w:abstractNumId="{k}">{v}</w:abstractNum>' for k, v in abstract.items()) + "".join(
        f'<w:num w:numId="{k}"><w:abstractNumId w:val="{a}"/>{more}</w:num>' for k, (a, more) in instances.items()
    )


def number(list_id: int | str, at: int | None = 0) -> str:
    """The paragraph property that numbers it."""
    depth = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    return f'<w:numPr>{depth}<w:numId w:val="{list_id}"/></w:numPr>'


def relations(entries: Mapping[str, str], kind: str = R) -> str:
    """A relationships part: type (its last word) → target."""
    rows = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}/{t}" Target="{to}"/>' for i, (t, to) in enumerate(entries.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE_RELATIONS}">{rows}</Relationships>'


def parts(
    body: str, *, styles: str = STYLES, numbers: str = "", more: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The parts of a Word file by name; ``more`` are contents of further ones (footnotes, header, …)."""
    found = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN_TYPE}"/></Types>',
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"{_HEAD}<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"{_HEAD}<w:styles {SPACES}>{styles}</w:styles>",
    }
    related = {"styles": "styles.xml"}
    if numbers:
        found["word/numbering.xml"] = f"{_HEAD}<w:numbering {SPACES}>{numbers}</w:numbering>"
        related["numbering"] = "numbering.xml"
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}
    for kind, content in (more or {}).items():
        found[f"word/{kind}1.xml"] = f"{_HEAD}<w:{roots[kind]} {SPACES}>{content}</w:{roots[kind]}>"
        related[kind] = f"{kind}1.xml"
    found["word/_rels/document.xml.rels"] = relations(related)
    return found


def pack(members: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of ``members``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, *, styles: str = STYLES, numbers: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """A Word file with ``body`` inside its ``w:body``."""
    return pack(parts(body, styles=styles, numbers=numbers, more=more))
