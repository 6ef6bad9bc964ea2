"""The shape of a pack as it is written: the keys that ``rules/campaigns/*.toml`` and users' own packs may have."""

import re
from functools import cached_property
from typing import Literal

import msgspec

from checker.headings import pairs, plain

_LONG = 4
SECTION_IDS = ("last-year", "problems", "cases", "causes", "measures", "explanations")


class DimensionRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", dict=True):
    """A mandated dimension. ``title`` is the mandated wording (or the best that is known), ``accept`` its lawful variants,
    ``anchors`` words that only this dimension has, ``topics`` what its causes and measures speak of. ``kind`` limits it to
    individual or group material. ``exact`` says that the wording is known well enough to report a misquotation, ``optional``
    that not everyone must answer it, so that its absence isn't reported.
    """

    id: str
    title: str
    short: str = ""
    kind: Literal["", "individual", "group"] = ""
    accept: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    exact: bool = False
    optional: bool = False
    confidence: Literal["H", "M", "L"] = "M"

    @property
    def name(self) -> str:
        return self.short or self.title

    @cached_property
    def named(self) -> tuple[frozenset[str], ...]:
        """The pairs of characters of each of its titles (checker.headings)."""
        titles = (self.title, self.short, *(a for a in self.accept if "→" not in a and len(a) > _LONG))
        return tuple(pairs(t) for t in titles if t)

    @cached_property
    def plain_anchors(self) -> tuple[str, ...]:
        """Its anchors without marks."""
        return tuple(plain(a) for a in self.anchors)


class SectionRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """How a part of the material is headed: ``aliases`` and ``unless`` are regular expressions searched in the heading's words.

    ``mentions`` are searched in the whole text, for a part that may also be a sentence elsewhere; ``{earlier}`` in one stands for
    the years before the pack's.
    """

    aliases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


class Demands(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Parts that the notice asks for beyond problems, causes and measures."""

    last_year: bool | None = None
    cases: bool | None = None
    explanations: bool | None = None


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Thresholds, all of them experience and none of them a regulation (经验值，可配置). Lengths are in characters without spaces."""

    problems_share: float | None = None
    document_length: int | None = None
    dimension_length: int | None = None
    section_length: int | None = None
    complete_share: float | None = None


class PackFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A pack as written; what is left out comes from the pack named in ``extends``.

    ``year`` is the campaign's, ``years`` others that its texts may lawfully bear (a campaign that ran on into the next year).
    ``addresses`` are the pages that ``source`` speaks of.
    """

    id: str
    title: str
    source: str
    addresses: tuple[str, ...] = ()
    year: int | None = None
    years: tuple[int, ...] = ()
    extends: str = "generic"
    confidence: Literal["H", "M", "L"] = "M"
    meeting: Literal["", "minzhu", "zuzhi"] = ""
    title_hints: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    dimensions: tuple[DimensionRule, ...] = ()
    demands: Demands = Demands()
    sections: dict[str, SectionRule] = {}
    limits: Limits = Limits()


def problem(file: PackFile) -> str | None:
    """What is wrong with a pack beyond its shape."""
    seen = [(d.id, d.kind) for d in file.dimensions]
    doubled = next((i for i, k in seen if seen.count((i, k)) > 1), None)
    if doubled:
        return f"dimensions 里的 id {doubled} 重复"
    unknown = next((name for name in file.sections if name not in SECTION_IDS), None)
    if unknown:
        return f"sections 里没有 {unknown} 这个部分；可用：{'、'.join(SECTION_IDS)}"
    for name, rule in file.sections.items():
        for pattern in rule.aliases + rule.unless + rule.mentions:
            try:
                re.compile(pattern)
            except re.error as error:
                return f"sections.{name} 的正则表达式 {pattern!r} 写错了{_at(error)}"
    return None


def _at(error: re.error) -> str:
    return "" if error.pos is None else f"（第 {error.pos + 1} 个字符处）"
