"""What only a whole batch shows (X804–X807): one pass over all reports, each of them looked at once."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from checker.across.seen import Seen, look
from checker.finding import Finding
from checker.packs import Pack
from checker.report import FileReport, RosterEntry

CODES = ("X804", "X805", "X806", "X807")


def compared(
    files: Iterable[FileReport], packs: Mapping[str, Pack], roster: Sequence[RosterEntry] = ()
) -> dict[int, list[Finding]]:
    """What is to be said of ``files`` beside each other, by their number (from 0). ``roster`` is who owes a submission, and gave which."""
    from checker.across.campaigns import outliers
    from checker.across.owners import mismatches, twice

    seen = look(files, packs)
    found: dict[int, list[Finding]] = {}
    for number, finding in chain(outliers(seen), mismatches(seen, roster), twice(seen, roster)):
        found.setdefault(number, []).append(finding)
    return found


__all__ = ["CODES", "Seen", "compared", "look"]
