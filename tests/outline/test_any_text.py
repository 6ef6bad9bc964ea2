"""Whatever the text: an outline comes out, and everything in it lies where it should."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Document, Paragraph, Span
from checker.outline import outline
from checker.outline.model import Outline
from tests.outline.build import CAUSES, DIMENSIONS, MEASURES, PROBLEMS, TITLE, knowledge

_PIECES = (
    *(
        "一、存在的问题",
        "二、原因分析",
        "三、努力方向",
        "原因分析及整改措施",
        "四、需要说明的事项",
        "上年度整改落实情况",
    ),
    *(f"（{n}）在带头{d}方面" for n, d in zip("一二三四", DIMENSIONS, strict=True)),
    *(f"带头{d}。" for d in DIMENSIONS),
    *(f"{n}是{w}。" for n, pair in zip("一二三四", PROBLEMS, strict=True) for w in pair),
    *(f"{n}.{w}。" for n, w in enumerate((*CAUSES, *MEASURES), 1)),
    *(
        "原因：",
        "措施：",
        "第一，",
        "①",
        "其二，",
        "（1）",
        "1、",
        "首先，",
        "以上",
        "2025年1月10日",
        "方秋实",
        TITLE,
        "主要有：",
    ),
    *("。", "；", "，", "：", "——", "“”", " ", "　", "\u200b", "😀", "a", "上一篇"),
)
_TEXT = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), max_size=8).map("".join)
_PARAGRAPH = st.builds(
    Paragraph, text=_TEXT.filter(str.strip), level=st.sampled_from([0, 0, 0, 1, 2, 3]), bold=st.booleans()
)
_DOCUMENT = st.lists(_PARAGRAPH, max_size=25).map(lambda paragraphs: Document("txt", tuple(paragraphs)))


def inside(span: Span, document: Document) -> bool:
    return 1 <= span.paragraph <= len(document.paragraphs) and 0 <= span.start <= span.end <= len(
        document.paragraphs[span.paragraph - 1].text
    )


def within(inner: Span, outer: list[Span]) -> bool:
    return any(o.paragraph == inner.paragraph and o.start <= inner.start and inner.end <= o.end for o in outer)


def in_order(spans: list[Span]) -> bool:
    """Each ends before the next begins."""
    return all((a.paragraph, a.end) <= (b.paragraph, b.start) for a, b in itertools.pairwise(spans))


def check(found: Outline, document: Document) -> None:
    own: list[Span] = list(found.title_spans)
    sections = [s for n, s in enumerate(found.sections) if n == 0 or s.body != found.sections[n - 1].body]
    for section in sections:
        own += [section.heading.span] if section.heading.written else []
        own += section.body
    assert all(inside(span, document) for span in own)
    assert in_order(own), "title, headings and bodies stand one after another"
    for section in found.sections:
        items = [part for _, item in section.all_items() for part in item.parts]
        assert all(within(part, list(section.body)) for part in items), "items lie inside their section"
        for dimension in section.dimensions:
            assert all(within(span, list(section.body)) for span in dimension.body)
            assert all(within(part, list(dimension.body)) for item in dimension.items for part in item.parts)
        if section.id == "problems":
            assert in_order([d.heading.span for d in section.dimensions])
    for section in sections:
        parts = [part for _, item in section.all_items() for part in item.parts]
        assert in_order(parts), "items never overlap"
    for _, item in (pair for section in found.sections for pair in section.all_items()):
        assert item.text == "\n".join(document.paragraphs[p.paragraph - 1].text[p.start : p.end] for p in item.parts)
        assert item.lead in item.text


@settings(max_examples=250, deadline=None)
@given(_DOCUMENT)
def test_any_text_has_an_outline_in_which_all_lies_in_order(document: Document) -> None:
    check(outline(document, knowledge()), document)


@settings(max_examples=100, deadline=None)
@given(_DOCUMENT, st.sampled_from(sorted(knowledge().packs)), st.sampled_from(["individual", "group"]))
def test_so_it_has_for_any_pack_and_kind(document: Document, pack: str, kind: str) -> None:
    found = outline(document, knowledge(), pack=pack, kind="individual" if kind == "individual" else "group")
    assert (found.pack, found.kind) == (pack, kind)
    check(found, document)
