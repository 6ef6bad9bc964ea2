"""What an item begins with and what no longer belongs to it."""

import re

SUMMARY = re.compile(
    r"(?:以上|上述|这些|凡此种种|综上|总之|总体(?:上看|来看|而言)|总的(?:来看|来说)|归根到底|归结起来|究其原因|剖析(?:以上|上述|这些))"
)
_LEAD_END = re.compile(r"[。！？；：，,;:!?]")
SHORTEST_LEAD = 4
LONGEST_LEAD = 30


def lead_of(words: str, skip: int) -> str:
    """The first clause behind the number or label of ``skip`` characters; the second too where it says next to nothing (此外)."""
    line = words.split("\n", 1)[0]
    stop = _LEAD_END.search(line, skip + SHORTEST_LEAD) or _LEAD_END.search(line, skip)
    if stop and stop.start() > skip + LONGEST_LEAD:
        stop = _LEAD_END.search(line, skip)
    return (line[: stop.start()] if stop else line).strip()
