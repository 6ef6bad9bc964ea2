"""Ways of storing words inside a paragraph."""

import io

from tests.readers.builder import deleted, docx, field, inserted, p, pack, parts, r
from tests.readers.ways.registry import NOISE, Text, each, halves, way


@way
def plain(text: Text) -> bytes:
    return docx(each(text, r))


@way
def python_docx(text: Text) -> bytes:
    from docx import Document

    document = Document()
    for line in text:
        if line.level:
            document.add_heading(line.text, line.level)
        else:
            document.add_paragraph(line.text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@way
def outline_levels(text: Text) -> bytes:
    """Levels given by the paragraph itself, no style part at all."""
    body = "".join(p(r(t.text), 0, f'<w:outlineLvl w:val="{t.level - 1 if t.level else 9}"/>') for t in text)
    members = parts(body)
    del members["word/styles.xml"]
    return pack(members)


@way
def short_runs(text: Text) -> bytes:
    """Runs of three characters with what Word and WPS leave between them."""

    def content(words: str) -> str:
        between = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="_Toc1"/><w:bookmarkEnd w:id="1"/>'
        look = '<w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:eastAsia="仿宋"/><w:sz w:val="32"/><w:lang w:val="en-US"/>'
        return between.join(r(words[i : i + 3], look) for i in range(0, len(words), 3))

    return docx(each(text, content))


@way
def indented(text: Text) -> bytes:
    """Indents typed as tabs and wide spaces, spaces left at the end, empty paragraphs between."""
    return docx(
        "".join(p("<w:r><w:tab/></w:r>" + r("　　") + r(t.text + "  "), t.level) + p("") + p(r("　")) for t in text)
    )


@way
def without_preserve(text: Text) -> bytes:
    """Indented XML: white space at the ends of w:t doesn't count."""
    return docx("".join(p(f"\n  <w:r>\n    <w:t>\n      {t.text}\n    </w:t>\n  </w:r>\n", t.level) for t in text))


@way
def inline_controls(text: Text) -> bytes:
    """Content controls, links, smart tags and other wrappers around runs."""

    def content(words: str) -> str:
        a, b = halves(words)
        first, second = halves(b)
        return (
            f"<w:sdt><w:sdtPr/><w:sdtContent>{r(a)}</w:sdtContent></w:sdt>"
            f'<w:hyperlink r:id="rId9"><w:smartTag w:element="x">{r(first)}</w:smartTag></w:hyperlink>'
            f'<w:customXml w:element="y"><w:bdo w:val="ltr">{r(second)}</w:bdo></w:customXml>'
        )

    return docx(each(text, content))


@way
def fields(text: Text) -> bytes:
    """Words that are results of fields, complex, simple and nested; deleted old results; codes never."""

    def content(words: str) -> str:
        a, b = halves(words)
        nested = field(f"IF {NOISE} ", inserted(r(a)) + deleted(NOISE))
        inner = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
            + field("PAGE", r(NOISE))
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + r(b[:1])
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        return nested + inner + f'<w:fldSimple w:instr=" TITLE ">{r(b[1:])}</w:fldSimple>' + field("XE 索引", "")

    return docx(each(text, content))


@way
def unclosed_field(text: Text) -> bytes:
    """A field that never ends must not swallow the text after it."""
    return docx(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + each(text, r))


@way
def hidden(text: Text) -> bytes:
    """Hidden runs and paragraphs, directly and by style; what says it isn't hidden stays."""

    def content(words: str) -> str:
        a, b = halves(words)
        noise = r(NOISE, "<w:vanish/>") + r(NOISE, '<w:rStyle w:val="hidc"/>') + r(NOISE, '<w:vanish w:val="true"/>')
        return r(a, '<w:vanish w:val="0"/>') + noise + r(b, '<w:rStyle w:val="hidc"/><w:vanish w:val="false"/>')

    gone = p(r(NOISE), 0, '<w:pStyle w:val="hid"/>')
    return docx("".join(gone + p(content(t.text), t.level) for t in text))


@way
def odd_characters(text: Text) -> bytes:
    """Ruby, formulas, symbols, drop caps, and control characters that some programs leave in."""

    def content(words: str) -> str:
        ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('pin')}</w:rt><w:rubyBase>{r(words[:1])}</w:rubyBase></w:ruby></w:r>"
        symbol = (
            f'<w:r><w:sym w:font="宋体" w:char="{ord(words[1]):04X}"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        )
        formula = f"<m:oMath><m:r><m:t>{words[2]}</m:t></m:r></m:oMath>"
        return ruby + symbol + formula + f"<w:r><w:softHyphen/></w:r>{r(words[3:] + chr(11))}"

    return docx(each(text, content))


@way
def drop_caps(text: Text) -> bytes:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    return docx("".join(p(r(t.text[:1]), 0, frame) + p(r(t.text[1:]), t.level) for t in text))
