"""Where an item praises before it comes to the fault."""

from bisect import bisect_left
from collections import defaultdict

from checker.evidence.reading import Reading

_LEAD = 60
_LEAST = 2
_TURNS = ("turn", "compared")


def praise_end(reading: Reading, least: int = _LEAST) -> int:
    """The offset in an item's (normalised) text at which its praise, if it opens with some, turns to the fault; else 0.

    Praise is what stands before a turning word (但、不足的是 …) and tells more of what was done well than of what was not; it
    takes ``least`` words of praise, or a concession (虽然). The reading needs the cues of ``praise``.
    """
    text = reading.text
    places = _places(reading)
    start, end = lead_end(reading), 0
    for turn in places["turn"]:
        first = max(start, end)
        before = text[first:turn]
        if not before.strip("\u3000 "):
            continue
        good, fault, concession = (_count(places[n], first, turn) for n in ("good", "fault", "concession"))
        if (end and "。" in before) or good <= fault or not (good >= least or concession):
            break
        end = turn
    return end


def lead_end(reading: Reading) -> int:
    """Where the sentence that names the problem ends, if it is a short one and no praise; else 0."""
    clauses = reading.clauses.order
    end = 0
    for clause in clauses:
        if clause.sentence != clauses[0].sentence or end > _LEAD:
            break
        end = clause.end
    places = _places(reading)
    good, fault = (_count(places[n], 0, end) for n in ("good", "fault"))
    return end + 1 if end < min(_LEAD, len(reading.text) - 1) and not _LEAST <= good > fault else 0


def praise_outweighs(reading: Reading) -> bool:
    """Whether an item's praise is longer than its problem; its lead-in clause counts as neither."""
    end = praise_end(reading)
    start = lead_end(reading)
    return end - start > len(reading.text) - end and end > start


def _places(reading: Reading) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for found in reading.found.get("praise", ()):
        name = found.record.id.split(".")[1]
        places["turn" if name in _TURNS else name].append(found.start)
    return places


def _count(places: list[int], first: int, last: int) -> int:
    return bisect_left(places, last) - bisect_left(places, first)
