"""The field's own words, read from ``rules/lexicon/``: terms that stay whole, meetings with their dates."""

from datetime import date
from functools import cache
from typing import Literal

import msgspec

from checker.data import load_toml, rules_folder

_DATED = ("meetings.toml", "sayings.toml", "regulations.toml")


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that segmentation keeps whole, with its tag in the notation of jieba's dictionary (n, v, nr, nt …)."""

    word: str
    tag: str


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A meeting or document, a saying or a regulation: ``pattern`` finds it in normalised text, it has existed since ``since``.

    ``unless`` are patterns of lawful mentions before that (迎接…召开). What ``as_current`` matches presents it as the
    latest, which after ``current_until`` is ``superseded_by``.
    """

    name: str
    pattern: str = "(?!)"
    since: date = date.min
    kind: Literal["meeting", "saying", "regulation"] = "meeting"
    unless: tuple[str, ...] = ()
    current_until: date | None = msgspec.field(default=None, name="current-until")
    as_current: str = msgspec.field(default="", name="as-current")
    superseded_by: str = msgspec.field(default="", name="superseded-by")


class _Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, tuple[str, ...]]


class _Formulas(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    formulas: tuple[str, ...]


class _Events(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``unless`` are lawful mentions of any of its events."""

    event: tuple[Event, ...]
    unless: tuple[str, ...] = ()


@cache
def terms() -> tuple[Term, ...]:
    """The user dictionary of segmentation. Raises DataError where the file is malformed."""
    file = load_toml(rules_folder() / "lexicon" / "terms.toml", _Terms)
    return tuple(Term(word, tag) for tag, words in file.words.items() for word in words)


@cache
def formulas() -> tuple[str, ...]:
    """Sentences that everybody writes word for word. Raises DataError where the file is malformed."""
    return load_toml(rules_folder() / "lexicon" / "formulas.toml", _Formulas).formulas


@cache
def events() -> tuple[Event, ...]:
    """Meetings, sayings and regulations with their dates, oldest first. Raises DataError where a file is malformed."""
    folder = rules_folder() / "lexicon"
    files = [load_toml(folder / name, _Events) for name in _DATED]
    found = [msgspec.structs.replace(e, unless=e.unless + file.unless) for file in files for e in file.event]
    return tuple(sorted(found, key=lambda e: e.since))
