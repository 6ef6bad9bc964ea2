"""Causes and measures under one heading (原因分析及整改措施): which text is which."""

import re
from collections.abc import Sequence

from checker.document import Span
from checker.outline.items import Text, lead_of, split_items
from checker.outline.marks import SENTENCE_END, leading_mark
from checker.outline.model import Item

_LABEL = re.compile(
    rf"(?:(?<=^)|(?<=[{SENTENCE_END}]))(?:(?P<cause>(?:存在)?(?:问题)?(?:产生)?的?(?:主要)?(?:思想)?(?:原因|根源)(?:分析|剖析)?[：:])"
    r"|(?P<measure>(?:下一步|今后)?的?(?:整改|改进|努力|解决)?(?:措施|方向|打算|举措|办法|对策)[：:]|(?:怎么改|整改|改进)[：:]))"
)
_MEASURE = re.compile(
    r"今后|下一步|下步|接下来|[我班将]将|将(?:进一步|严格|继续|坚持|认真|以|把|自觉|始终)|要(?:进一步|切实|坚持|加强|把|以)|确保|力争|底前|日前|月前"
    r"|每(?:周|月|季|天|年|学期|日|半年|两个?)|进一步|不断(?:提高|提升|增强)|切实(?:加强|增强|提高)"
)
_CAUSE = re.compile(r"总(?:觉得|认为|以为|想)|根源|原因|没有|不够|不足|放松|淡[化薄]|缺[乏少]|欠缺|疏于|不强|不深|不牢|不高|不严|说到底|久而久之|往往")


def split_combined(body: Sequence[Span], text: Text) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The causes and the measures of ``body``: by their labels where it has some, else by what each paragraph says."""
    if any(_LABEL.search(text(s.paragraph)[s.start : s.end]) for s in body):
        return _by_labels(body, text)
    causes = [s for s in body if not _is_measure(text(s.paragraph)[s.start : s.end])]
    measures = [s for s in body if s not in causes]
    return split_items(causes, text), split_items(measures, text)


def _is_measure(words: str) -> bool:
    return len(_MEASURE.findall(words)) > len(_CAUSE.findall(words))


def _by_labels(body: Sequence[Span], text: Text) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    pieces: list[tuple[str, list[Span]]] = []
    for span in body:
        words = text(span.paragraph)[span.start : span.end]
        cuts = [(m.start(), m.lastgroup or "cause") for m in _LABEL.finditer(words)]
        if not cuts or cuts[0][0] > 0:
            before = Span(span.paragraph, span.start, span.start + (cuts[0][0] if cuts else len(words)))
            if leading_mark(words) and (cuts or re.search(r"[。；]", words)):
                kind = "measure" if not cuts and _is_measure(words) else "cause"
                pieces.append((kind, [before]))
            elif pieces:
                pieces[-1][1].append(before)
        for n, (start, kind) in enumerate(cuts):
            end = cuts[n + 1][0] if n + 1 < len(cuts) else len(words)
            pieces.append((kind, [Span(span.paragraph, span.start + start, span.start + end)]))
    return tuple(_whole(s, text) for k, s in pieces if k == "cause"), tuple(_whole(s, text) for k, s in pieces if k == "measure")


def _whole(spans: Sequence[Span], text: Text) -> Item:
    """One item of all ``spans``; its lead runs through the label."""
    words = "\n".join(text(s.paragraph)[s.start : s.end] for s in spans)
    label = _LABEL.match(words)
    mark = leading_mark(words)
    skip = label.end() if label else mark.end if mark else 0
    return Item(lead_of(words, skip), words, tuple(spans), words[:skip])
