"""A body of text → its items: by the numbers that stand in it, or a paragraph each where it has none."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checker.document import Span
from checker.outline.marks import Mark, inline_marks, leading_mark
from checker.outline.model import Item

Text = Callable[[int], str]
_LEAD_END = re.compile(r"[。！？；：，,;:!?]")
_LEAD_IN_END = ("：", ":", "——")
_SUMMARY = re.compile(
    r"^(?:以上|上述|这些|凡此种种|综上|总之|总体(?:上看|来看|而言)|总的(?:来看|来说)|归根到底|归结起来|究其原因|剖析(?:以上|上述|这些))"
)
_LEAD_IN = re.compile(
    r"(?:主要(?:有|是|表现|体现|存在|原因|从)|(?<![%\d])以下(?:几|[一二三四五六七八九十两\d]|问题|不足|差距|方面|原因|措施|几点)|几(?:个方面|点|条)|[一二三四五六七八九十两]个方面|如下|具体(?:表现|有)|逐[条一项]|下面)[^。]*[。：:]$"
)
_ANNOUNCES = re.compile(r"问题|不足|差距|原因|主观|反思|剖析|查摆")
SHORTEST_ITEM = 25
SHORTEST_LEAD = 4
LONGEST_LEAD = 30


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place where an item starts: paragraph, offset, its mark."""

    span: int
    start: int
    mark: Mark


def split_items(body: Sequence[Span], text: Text) -> tuple[Item, ...]:
    """The items of ``body``; ``text`` gives a paragraph's text by its number. Lead-ins and summaries are none."""
    marks = _marks(body, text)
    kind = _item_kind(body, text, marks)
    if kind is None:
        return _paragraph_items(body, text)
    cuts = _in_sequence([cut for cut in marks if cut.mark.kind == kind], body)
    items = []
    for n, cut in enumerate(cuts):
        following = cuts[n + 1] if n + 1 < len(cuts) else None
        items.append(_item(_parts(body, text, cut, following), text, cut.mark))
    return tuple(items)


def _marks(body: Sequence[Span], text: Text) -> list[_Cut]:
    found = []
    for n, span in enumerate(body):
        words = text(span.paragraph)
        first = leading_mark(words, span.start)
        if first:
            found.append(_Cut(n, first.start, first))
        inside = inline_marks(words, span.start, span.end)
        found += [_Cut(n, mark.start, mark) for mark in inside if not first or mark.start > first.start]
    return found


def _item_kind(body: Sequence[Span], text: Text, marks: Sequence[_Cut]) -> str | None:
    """The kind of number that divides ``body``: the first one; none where it only lists something inside one paragraph."""
    for cut in marks:
        same = [other for other in marks if other.mark.kind == cut.mark.kind]
        if cut.start == body[cut.span].start:
            return cut.mark.kind
        if cut.mark.number != 1 or len(same) < 2:
            continue
        before = text(body[cut.span].paragraph)[body[cut.span].start : cut.start]
        others = [n for n, s in enumerate(body) if n != cut.span and s.end - s.start >= SHORTEST_ITEM]
        unmarked = [n for n in others if not any(o.span == n for o in same) and not is_lead_in(text(body[n].paragraph))]
        if len(unmarked) < 2 and len(before) <= 120:
            return cut.mark.kind
    return None


def _in_sequence(cuts: list[_Cut], body: Sequence[Span]) -> list[_Cut]:
    """Without the numbers of lists nested inside an item: those that start again at one in the middle of a paragraph."""
    kept: list[_Cut] = []
    for cut in cuts:
        at_start = cut.start == body[cut.span].start
        last = kept[-1].mark.number if kept else 0
        if at_start or not kept or last < cut.mark.number <= last + 3:
            kept.append(cut)
    return kept


def _parts(body: Sequence[Span], text: Text, cut: _Cut, following: _Cut | None) -> tuple[Span, ...]:
    """From one item's start to the next one's; a summary behind the last item belongs to none."""
    last = following.span if following else len(body) - 1
    parts = []
    for n in range(cut.span, last + 1):
        start = cut.start if n == cut.span else body[n].start
        end = following.start if following and n == following.span else body[n].end
        if not following and n > cut.span and _SUMMARY.match(text(body[n].paragraph)[start:end]):
            break
        if end > start:
            parts.append(Span(body[n].paragraph, start, end))
    return tuple(parts)


def _item(parts: tuple[Span, ...], text: Text, mark: Mark | None) -> Item:
    words = "\n".join(text(p.paragraph)[p.start : p.end] for p in parts)
    skip = mark.end - mark.start if mark else 0
    return Item(lead_of(words, skip), words, parts, words[:skip].strip())


def lead_of(words: str, skip: int) -> str:
    """The first clause behind the number or label of ``skip`` characters; the second too where it says next to nothing (此外)."""
    line = words.split("\n", 1)[0]
    stop = _LEAD_END.search(line, skip + SHORTEST_LEAD) or _LEAD_END.search(line, skip)
    if stop and stop.start() > skip + LONGEST_LEAD:
        stop = _LEAD_END.search(line, skip)
    return (line[: stop.start()] if stop else line).strip()


def _paragraph_items(body: Sequence[Span], text: Text) -> tuple[Item, ...]:
    """A paragraph an item; a short line without an end is the lead of the paragraph after it."""
    items: list[Item] = []
    waiting: list[Span] = []
    lengths = [span.end - span.start for span in body]
    for n, span in enumerate(body):
        words = text(span.paragraph)[span.start : span.end].strip()
        alone = len(body) == 1 and words.endswith("。")
        if not words or (not waiting and not alone and (is_lead_in(words) or _SUMMARY.match(words))):
            continue
        if n == 0 and len(body) > 2 and _opens(words) and 2 * lengths[0] < sorted(lengths[1:])[len(body) // 2 - 1]:
            continue
        heads = len(words) <= SHORTEST_ITEM and not words.endswith(("。", "！", "；", "？"))
        if heads and n + 1 < len(body):
            waiting.append(span)
            continue
        items.append(_item((*waiting, span), text, None))
        waiting = []
    return tuple(items)


def _opens(words: str) -> bool:
    """Whether a paragraph is one short sentence, as those are that open a list of longer ones."""
    one_sentence = words.endswith("。") and words.count("。") == 1
    return one_sentence and SHORTEST_ITEM < len(words) <= 60 and bool(_ANNOUNCES.search(words))


def is_lead_in(words: str) -> bool:
    """Whether a paragraph only announces what follows."""
    words = words.strip()
    return words.endswith(_LEAD_IN_END) or (len(words) <= 90 and bool(_LEAD_IN.search(words)))
