"""The field's own words, read from ``rules/lexicon/``: terms that stay whole, meetings with their dates."""

from datetime import date
from functools import cache

import msgspec

from checker.data import load_toml, rules_folder


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that segmentation keeps whole, with its tag in the notation of jieba's dictionary (n, v, nr, nt …)."""

    word: str
    tag: str


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A meeting or document: ``pattern`` finds it in normalised text, it has existed since ``since``.

    ``unless`` are patterns of lawful mentions before that (迎接…召开). What ``as_current`` matches presents it as the
    latest, which after ``current_until`` is ``superseded_by``.
    """

    name: str
    pattern: str
    since: date
    unless: tuple[str, ...] = ()
    current_until: date | None = msgspec.field(default=None, name="current-until")
    as_current: str = msgspec.field(default="", name="as-current")
    superseded_by: str = msgspec.field(default="", name="superseded-by")


class _Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, tuple[str, ...]]


class _Formulas(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    formulas: tuple[str, ...]


class _Events(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    event: tuple[Event, ...]


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
    """Meetings and documents with their dates, oldest first. Raises DataError where the file is malformed."""
    return tuple(sorted(load_toml(rules_folder() / "lexicon" / "meetings.toml", _Events).event, key=lambda e: e.since))
