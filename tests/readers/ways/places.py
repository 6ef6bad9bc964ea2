"""Ways of placing paragraphs: controls, boxes, tables, breaks, and what stands beside them."""

from tests.readers.builder import DATE, box, docx, field, p, r, table
from tests.readers.ways.registry import NOISE, Text, each, way


@way
def block_controls(text: Text) -> bytes:
    """Content controls around paragraphs, one in the other."""
    inside = "".join(
        f'<w:sdt><w:sdtPr><w:alias w:val="段"/></w:sdtPr><w:sdtContent>{p(r(t.text), t.level)}</w:sdtContent></w:sdt>'
        for t in text
    )
    return docx(f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>")


@way
def text_boxes(text: Text) -> bytes:
    """The first two paragraphs in a text box anchored to the third, the last in one after the text of its host."""
    first = "".join(p(r(t.text), t.level) for t in text[:2])
    middle = p(box(first) + r(text[2].text), text[2].level) + each(text[3:-2], r)
    return docx(middle + p(r(text[-2].text) + box(p(r(text[-1].text), text[-1].level), 900_000), text[-2].level))


@way
def vml_boxes(text: Text) -> bytes:
    """Text boxes of Word 2007 and WPS, without an alternative."""
    inside = each(text, r)
    return docx(
        p(
            f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    )


@way
def one_table(text: Text) -> bytes:
    """All of it in the cells of a form, some merged over several rows and columns."""
    merged = '<w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="{}"/></w:tcPr>'
    rows = []
    for t in text:
        rows.append([merged.format("restart") + p(r(t.text), t.level), p("")])
        rows.append([merged.format("continue") + p(r(NOISE)), "<w:tcPr><w:vMerge/></w:tcPr>" + p(r(NOISE))])
    gone = f'<w:tbl><w:tr><w:trPr><w:del w:id="1" {DATE}/></w:trPr><w:tc>{p(r(NOISE))}</w:tc></w:tr></w:tbl>'
    return docx(table(rows) + gone)


@way
def form(text: Text) -> bytes:
    """A printed form: a table of one column, several paragraphs a cell."""
    cells = [text[i : i + 4] for i in range(0, len(text), 4)]
    width = '<w:tcPr><w:tcW w:w="8800" w:type="dxa"/></w:tcPr>'
    rows = table([width + each(cell, r)] for cell in cells)
    return docx(rows.replace("<w:tbl>", '<w:tbl><w:tblGrid><w:gridCol w:w="8800"/></w:tblGrid>') + p(""))


@way
def soft_breaks(text: Text) -> bytes:
    """Shift+Enter instead of Enter between paragraphs of one level."""
    body, group = "", []
    for this, after in zip(text, [*text[1:], None], strict=True):
        group.append(r(this.text))
        if after is None or after.level != this.level:
            body += p("<w:r><w:br/></w:r>".join(group), this.level)
            group = []
    return docx(body)


@way
def page_breaks(text: Text) -> bytes:
    pages = '<w:r><w:br w:type="page"/></w:r>'
    return docx(each(text, lambda words: pages + r(words) + "<w:r><w:lastRenderedPageBreak/></w:r>"))


@way
def contents(text: Text) -> bytes:
    """Two tables of contents in front, one in a content control, one as a bare field over several paragraphs."""
    heads = [t for t in text if t.level]
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p(r('目录'))}{each(heads, r)}</w:sdtContent></w:sdt>"
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    lines = "".join(p((begin if i == 0 else "") + r(t.text + " 3")) for i, t in enumerate(heads))
    return docx(control + lines + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>') + each(text, r))


@way
def notes_and_headers(text: Text) -> bytes:
    """Footnotes, endnotes, headers and footers stand apart from the text; comments nowhere."""
    note = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>'
    comment = '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    body = each(text, lambda words: r(words[:2]) + note + comment + r(words[2:]))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference r:id="rId5"/></w:sectPr>'
    separator = f'<w:footnote w:type="separator" w:id="0">{p("<w:r><w:separator/></w:r>")}</w:footnote>'
    more = {
        "footnotes": separator
        + f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r("脚注的话"))}</w:footnote>',
        "endnotes": f'<w:endnote w:id="3">{p(r("尾注的话"))}</w:endnote>',
        "header": p(r("县水利局")),
        "footer": p(field("PAGE", r("1"))),
    }
    return docx(body + section, more=more)
