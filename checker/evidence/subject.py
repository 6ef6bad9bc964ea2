"""Whose clause it is: the author's own, other people's, vague people's (有的同志), or nobody's that is named."""

from typing import Literal

from checker.evidence.reading import Found, Reading

Subject = Literal["own", "others", "vague", "none"]
_NEAR = 4
_MODIFIED = "、的些位名数"
_ROLES = ("preposition", "causes", "opening")
_REACH = 8


class Subjects:
    """The subjects of a text's clauses. Needs a reading with the cues of ``subject``."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._clauses = reading.clauses.order
        self._by_clause: list[dict[str, list[Found]]] = [{} for _ in self._clauses]
        for found in reading.found.get("subject", ()):
            role = found.record.name
            role = role if role in _ROLES else "subject"
            self._by_clause[found.clause].setdefault(role, []).append(found)
        self._heads: list[Subject] = []
        for number, clause in enumerate(self._clauses):
            self._heads.append(self._of(number, clause.end, last=False))

    def at(self, place: int, clause: int) -> Subject:
        """The subject of the verb or state at ``place`` in clause number ``clause``."""
        return self._of(clause, place, last=True)

    def _inherited(self, number: int) -> Subject:
        """What the clause before says in the same sentence; other people are the subject of the next clause only."""
        if not number or self._clauses[number - 1].sentence != self._clauses[number].sentence:
            return "none"
        if self._heads[number - 1] == "others" and not self._by_clause[number - 1].get("subject"):
            return "none"
        return self._heads[number - 1]

    def _of(self, number: int, place: int, *, last: bool) -> Subject:
        """The subject before ``place``: of the clause's ``last`` verb, or of the clause as the next one inherits it."""
        result = inherited = self._inherited(number)
        for found in self._by_clause[number].get("subject", ()):
            if found.end > place:
                break
            near = last and place - found.end <= _NEAR and self._text[found.start - 1] in _MODIFIED
            some_of_us = inherited == "own" and self._text.startswith("有的有", found.start)
            subject = _kind(found)
            if subject == "own":
                if result == "none" or not self._follows(number, "preposition", found):
                    result = "own"
            elif (near or self._begins(number, found)) and not some_of_us:
                result = subject
        return result

    def _begins(self, number: int, found: Found) -> bool:
        """Whether ``found`` stands where a clause has its subject: at its beginning, after 但, after 使."""
        return (
            found.start == self._clauses[number].start
            or self._follows(number, "causes", found)
            or any(o.end == found.start for o in self._by_clause[number].get("opening", ()))
        )

    def _follows(self, number: int, role: str, found: Found) -> bool:
        return any(0 <= found.start - o.end <= _REACH for o in self._by_clause[number].get(role, ()))


def _kind(found: Found) -> Subject:
    name = found.record.name
    return "own" if name.startswith("own") else "others" if name.startswith("others") else "vague"
