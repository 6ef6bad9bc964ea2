"""The cues of ``rules/cues/``: words that show a person, an event, a thought, praise, a commitment, or whose a clause is.

A record is plain words with what must and must not stand round them; docs/model.md says how to write one. There are no patterns
in it, so every record costs the same and can be read by anybody who reads Chinese.
"""

import re
from functools import cache, cached_property
from typing import Literal

import msgspec

from checker.data import DataError, load_toml, rules_folder

FILES = ("thought", "event", "person", "praise", "commitment", "subject")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", dict=True):
    """One cue. All conditions are on normalised text and inside one clause.

    ``words`` (or a number followed by one of ``units``) begin it; where it has ``then``, one of these must follow within ``gap``
    characters, none of ``between`` among them. ``before``, ``not_before``, ``after``, ``not_after`` touch it; ``without`` is nowhere
    in its clause, one of ``beside`` is; it begins within ``near_start`` characters from the clause's beginning. It holds in the material of ``kinds``.
    ``thinks``: a verb whose subject, where it is dropped, is the author. ``yes`` and ``no`` are tested sentences.
    """

    id: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    numerals: Literal["any", "digits", "characters"] = "any"
    then: tuple[str, ...] = ()
    gap: int = 12
    between: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    near_start: int = 999
    kinds: tuple[Literal["individual", "group"], ...] = ("individual", "group")
    thinks: bool = False

    @cached_property
    def file(self) -> str:
        """The file that it stands in: what it is a cue of."""
        return self.id.split(".")[0]

    @cached_property
    def name(self) -> str:
        """Its name within its file."""
        return self.id.split(".")[1]

    @cached_property
    def tail(self) -> re.Pattern[str]:
        """The literals of ``then``, the longest first."""
        return re.compile("|".join(map(re.escape, sorted(self.then, key=len, reverse=True))))


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cue: tuple[Record, ...]


@cache
def records() -> tuple[Record, ...]:
    """All cues, each ``id`` with the name of its file before it (thought.fear). Raises DataError."""
    found: list[Record] = []
    for name in FILES:
        source = rules_folder() / "cues" / f"{name}.toml"
        for record in load_toml(source, _File).cue:
            if not _NAME.fullmatch(record.id) or not record.yes or bool(record.words) == bool(record.units):
                raise DataError(
                    f"{source}：{record.id}：要有名称（小写字母和连字符）、words 或 units 之一、至少一个 yes 例句"
                )
            found.append(msgspec.structs.replace(record, id=f"{name}.{record.id}"))
    repeated = {r.id for r in found if sum(o.id == r.id for o in found) > 1}
    if repeated:
        raise DataError(f"rules/cues：重复的名称 {sorted(repeated)}")
    return tuple(found)
