"""What an item begins with."""

import re

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
