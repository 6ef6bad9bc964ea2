"""Where an item praises before it comes to the fault."""

from bisect import bisect_left
from collections import defaultdict

from checker.evidence.reading import Reading

_LEAD = 60
_TURNS = ("turn", "compared")


def praise_end(reading: Reading, least: int = 2) -> int:
    """The offset in an item's (normalised) text at which its praise, if it opens with some, turns to the fault; else 0.

    Praise is what stands before a turning word (但、不足的是 …) and tells more of what was done well than of what was not; it
    takes ``least`` words of praise, or a concession (虽然). The reading needs the cues of ``praise``.
    """
    text = reading.text
    places: dict[str, list[int]] = defaultdict(list)
    for found in reading.found.get("praise", ()):
        name = found.record.id.split(".")[1]
        places["turn" if name in _TURNS else name].append(found.start)
    start, end = lead_end(reading), 0
    for turn in places["turn"]:
        first = max(start, end)
        before = text[first:turn]
        if not before.strip("\u3000 "):
            continue

        def count(name: str, first: int = first, turn: int = turn) -> int:
            return bisect_left(places[name], turn) - bisect_left(places[name], first)

        good = count("good")
        if (end and "。" in before) or good <= count("fault") or not (good >= least or count("concession")):
            break
        end = turn
    return end


def lead_end(reading: Reading) -> int:
    """Where the sentence that names the problem ends, if it is a short one; else 0."""
    clauses = reading.clauses.order
    if not clauses:
        return 0
    number = clauses[0].sentence
    end = 0
    for clause in clauses:
        if clause.sentence != number or end > _LEAD:
            break
        end = clause.end
    return end + 1 if end < min(_LEAD, len(reading.text) - 1) else 0


def praise_outweighs(reading: Reading) -> bool:
    """Whether an item's praise is longer than its problem; its lead-in clause counts as neither."""
    end = praise_end(reading)
    start = lead_end(reading)
    return end - start > len(reading.text) - end and end > start
