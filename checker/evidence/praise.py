"""Where an item praises before it comes to the fault."""

from bisect import bisect_left
from collections import defaultdict

from checker.evidence.reading import Reading

_LEAD = 60
_LEAST = 2
_TURNS = ("turn", "compared")


class Praise:
    """The praise of an item. The reading needs the cues of ``praise``; offsets are those of its text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._places: dict[str, list[int]] = defaultdict(list)
        for found in reading.found.get("praise", ()):
            name = found.record.name
            self._places["turn" if name in _TURNS else name].append(found.start)
        self._lead = self._lead_end()

    def end(self, least: int = _LEAST) -> int:
        """Where the praise, if the item opens with some, turns to the fault; else 0.

        Praise is what stands before a turning word (但、不足的是 …) and tells more of what was done well than of what was not; it
        takes ``least`` words of praise, or a concession (虽然).
        """
        end = 0
        for turn in self._places["turn"]:
            first = max(self._lead, end)
            before = self._reading.text[first:turn]
            if not before.strip("\u3000 "):
                continue
            good, fault, concession = (self._count(n, first, turn) for n in ("good", "fault", "concession"))
            if (end and "。" in before) or good <= fault or not (good >= least or concession):
                break
            end = turn
        return end

    def outweighs(self) -> bool:
        """Whether the praise is longer than the problem; the lead-in clause counts as neither."""
        end = self.end()
        return end - self._lead > len(self._reading.text) - end and end > self._lead

    def _lead_end(self) -> int:
        """Where the sentence that names the problem ends, if it is a short one and no praise; else 0."""
        clauses = self._reading.clauses.order
        end = 0
        for clause in clauses:
            if clause.sentence != clauses[0].sentence or end > _LEAD:
                break
            end = clause.end
        good, fault = (self._count(n, 0, end) for n in ("good", "fault"))
        return end + 1 if end < min(_LEAD, len(self._reading.text) - 1) and not _LEAST <= good > fault else 0

    def _count(self, name: str, first: int, last: int) -> int:
        places = self._places[name]
        return bisect_left(places, last) - bisect_left(places, first)
