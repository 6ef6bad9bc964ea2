"""Inside a section: which blocks head an aspect (a dimension), which start an item, and which go on with what stands before.

Every block has a probability of each role by its words and its place among its neighbours; but roles go by the kind of number, as people
number things alike that are alike. So a few readings are compared: this kind heads the aspects, that kind the items below each.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from checker.outline.blocks import Block
from checker.outline.clues import Said, heading_features, shapes
from checker.outline.decode import level_of
from checker.outline.model import SectionId
from checker.packs import Pack

_HEADING_NUMBERS = ("han", "paren-han")
_ENTRY = 2.0
_UNNUMBERED = 4.0
_NESTED = 3.0


def role_features(section: SectionId, blocks: Sequence[Block], what: Sequence[Said], base: Pack) -> list[set[str]]:
    """For each block of a section what the model weighs of it: its words, its kind, and its neighbours'."""
    levels = [level_of(b) for b in blocks]
    counts = Counter(k for k in levels if k)
    together = len({b.paragraph for b in blocks}) == 1
    order = {k: n for n, k in enumerate(dict.fromkeys(k for k in levels if k))}
    found = []
    for n, (block, words) in enumerate(zip(blocks, what, strict=True)):
        own = levels[n]
        before = levels[n - 1] if n else "start"
        after = levels[n + 1] if n + 1 < len(blocks) else "end"
        inner = _inside(levels, n)
        features = (
            {f"#{f}" for f in heading_features(block, words, base)}
            if block.kind
            else {f"%{g}" for g in _start(words.text)} | shapes(words.text)
        )
        features |= {
            f"§section={section}",
            f"§kind={own}",
            f"§section={section}&kind={own}",
            f"§before={before}",
            f"§after={after}",
            f"§kind={own}&after={after}",
            f"§order={min(order.get(own, 9), 3)}",
            f"§alike={min(counts[own], 4)}" if own else "§alike=0",
            f"§inner={min(inner, 3)}",
            f"§kind={own}&inner={min(inner, 2)}&alone={block.alone}",
            f"§size={min((block.end - block.start) // 40, 5)}",
            f"§opens={block.opens}&together={together}",
        }
        if not n:
            features.add("§first")
        if block.mark:
            features.add(f"§number={min(block.mark.number, 3)}")
        tail = words.text[-1:] if words.text[-1:] in "。：；:;" else "x"
        features |= {f"§tail={tail}", f"§alone={block.alone}&tail={tail}&comma={'，' in words.text}"}
        found.append(features)
    return found


def _start(text: str) -> Iterator[str]:
    """The first characters of running text: 以上这些…, 主要表现在… tell a lead-in or a summary from an item."""
    for n in range(2, 7):
        yield text[:n]
    yield from (text[i : i + 2] for i in range(min(len(text), 30)))


def _inside(levels: Sequence[str], at: int) -> int:
    """How many numbered blocks of other kinds follow the block before the next of its own kind."""
    own, seen = levels[at], 0
    for level in levels[at + 1 :]:
        if level == own:
            break
        seen += bool(level) and level != "plain"
        if seen >= 3:
            break
    return seen


def nest(blocks: Sequence[Block], odds: Sequence[Mapping[str, float]], *, aspects: bool) -> tuple[str, ...]:
    """The best roles of a section's ``blocks`` by the log-probabilities ``odds`` of each; ``aspects`` allows dimensions."""
    kinds = {level_of(b) for b in blocks if b.kind and (b.opens or b.kind in _HEADING_NUMBERS)} if aspects else set()
    readings = [_read(blocks, odds, kind) for kind in (None, *sorted(kinds))]
    return max(readings, key=lambda reading: reading[0])[1]


def _read(
    blocks: Sequence[Block], odds: Sequence[Mapping[str, float]], heads: str | None
) -> tuple[float, tuple[str, ...]]:
    """The best roles where blocks of the kind ``heads`` head the aspects: its total, and the roles."""
    counts = Counter(level_of(b) for b in blocks)
    cuts = [n for n, (b, o) in enumerate(zip(blocks, odds, strict=True)) if heads and _heads(b, o, heads, counts)]
    total = 0.0
    roles: list[str] = []
    starts = sorted({0, *cuts})
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        if start in cuts:
            total += odds[start]["dimension"]
            roles.append("dimension")
            start += 1
        score, inner = _items(blocks[start:end], odds[start:end])
        total += score
        roles += inner
    return total, tuple(roles)


def _heads(block: Block, odds: Mapping[str, float], kind: str, counts: Mapping[str, int]) -> bool:
    """Whether a block heads an aspect where those of ``kind`` do: all that are numbered so; others (a number got lost) with good reason."""
    own = level_of(block)
    ahead = odds["dimension"] - max(odds["item"], odds["text"])
    if own == kind:
        return kind != "plain" or ahead > 0
    return bool(block.kind) and (own == "plain" or counts[own] == 1) and ahead > _ENTRY


def _items(blocks: Sequence[Block], odds: Sequence[Mapping[str, float]]) -> tuple[float, list[str]]:
    """The best roles of the blocks of one aspect: one kind of number starts the items, or each paragraph is one."""
    best: tuple[float, list[str]] = (float("-inf"), [])
    kinds = dict.fromkeys(level_of(b) for b in blocks if b.mark)
    for kind in (*kinds, None):
        roles = []
        last = 0
        for block, odd in zip(blocks, odds, strict=True):
            if block.noise or block.goes_on:
                role = "text"
            elif kind is None:
                starts = block.opens or not block.kind  # a paragraph, or what follows a heading in its own
                role = "item" if starts and not block.mark and odd["item"] > odd["text"] else "text"
            elif level_of(block) == kind and block.mark:
                nested = not block.opens and block.mark.number <= last
                role = "text" if nested else "item"
                last = last if nested else block.mark.number
            elif not block.mark and (block.opens or not block.kind) and odd["item"] - odd["text"] > _UNNUMBERED:
                role = "item"
            else:
                role = "text"
            roles.append(role)
        total = sum(max(odd[role], -8.0) for role, odd in zip(roles, odds, strict=True))
        if kind not in (None, next(iter(kinds), None)):
            total -= _NESTED  # numbers of another kind than the first usually list something inside an item
        if total > best[0]:
            best = (total, roles)
    return best
