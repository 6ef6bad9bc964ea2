"""Packs: what one campaign demands, read from ``rules/campaigns/*.toml`` and from files that users write themselves."""

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

import msgspec

from checker.data import DataError, load_toml, parse_toml, rules_folder

SECTION_IDS = ("last-year", "problems", "cases", "causes", "measures", "explanations")


class DimensionRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
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


class Pack(msgspec.Struct, frozen=True, dict=True):
    """A pack with everything filled in."""

    id: str
    title: str
    source: str
    addresses: tuple[str, ...]
    year: int | None
    years: tuple[int, ...]
    confidence: str
    meeting: str
    title_hints: tuple[str, ...]
    theme: tuple[str, ...]
    all_dimensions: tuple[DimensionRule, ...]
    demands: Demands
    sections: dict[str, SectionRule]
    limits: Limits

    def of_year(self, year: int) -> bool:
        """Whether a text of this campaign may bear ``year``; any where the pack has none."""
        return self.year is None or year == self.year or year in self.years

    def dimensions(self, kind: str) -> tuple[DimensionRule, ...]:
        """The dimensions mandated for ``kind`` (individual or group), in the notice's order."""
        return tuple(d for d in self.all_dimensions if d.kind in ("", kind))

    @cached_property
    def section_patterns(self) -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
        """For each section id: what its heading says, and what keeps a heading from being it."""
        return {
            name: (re.compile("|".join(rule.aliases)), re.compile("|".join(rule.unless)) if rule.unless else None)
            for name, rule in self.sections.items()
            if rule.aliases
        }

    def mentions(self, section: str) -> re.Pattern[str] | None:
        """What shows that the text speaks of ``section`` anywhere, or None where nothing is known."""
        rule = self.sections.get(section)
        if not rule or not rule.mentions:
            return None
        last = (self.year or 2100) - 1
        earlier = f"(?:{'|'.join(str(year) for year in range(last, last - 8, -1))})"
        return re.compile("|".join(m.replace("{earlier}", earlier) for m in rule.mentions))


def _fill(file: PackFile, base: Pack | None) -> Pack:
    def limit(name: str) -> object:
        own = getattr(file.limits, name)
        return own if own is not None or base is None else getattr(base.limits, name)

    def demand(name: str) -> bool | None:
        own: bool | None = getattr(file.demands, name)
        return own if own is not None or base is None else getattr(base.demands, name)

    sections = dict(base.sections) if base else {}
    for name, rule in file.sections.items():
        inherited = sections.get(name, SectionRule())
        sections[name] = SectionRule(
            rule.aliases + inherited.aliases, rule.unless + inherited.unless, rule.mentions + inherited.mentions
        )
    return Pack(
        id=file.id,
        title=file.title,
        source=file.source,
        addresses=file.addresses,
        year=file.year if file.year is not None or base is None else base.year,
        years=file.years or (base.years if base and file.year is None else ()),
        confidence=file.confidence,
        meeting=file.meeting or (base.meeting if base else ""),
        title_hints=file.title_hints or (base.title_hints if base and base.id != "generic" else ()),
        theme=file.theme or (base.theme if base else ()),
        all_dimensions=_dimensions(file, base),
        demands=Demands(**{n: demand(n) for n in Demands.__struct_fields__}),
        sections=sections,
        limits=Limits(**{n: limit(n) for n in Limits.__struct_fields__}),  # type: ignore[arg-type]
    )


def _dimensions(file: PackFile, base: Pack | None) -> tuple[DimensionRule, ...]:
    """A pack's own dimensions replace those of ``generic``; they are added to those of any other base, same id replaced."""
    if base is None or base.id == "generic":
        return file.dimensions or (base.all_dimensions if base else ())
    own = {(d.id, d.kind): d for d in file.dimensions}
    kept = tuple(own.pop((d.id, d.kind), d) for d in base.all_dimensions)
    return kept + tuple(own.values())


def _problem(file: PackFile) -> str | None:
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
                return f"sections.{name} 的正则表达式 {pattern!r} 写错了：{error}"
    return None


def resolve(written: dict[str, tuple[str, PackFile]]) -> dict[str, Pack]:
    """The packs of ``written`` (id → file name and content), filled in from what they extend. Raises DataError."""
    packs: dict[str, Pack] = {}

    def build(pack_id: str, waiting: tuple[str, ...]) -> Pack:
        if pack_id in packs:
            return packs[pack_id]
        name, file = written[pack_id]
        problem = _problem(file)
        if problem:
            raise DataError(f"{name}：{problem}")
        if pack_id in waiting:
            raise DataError(f"{name}：extends 绕成了圈：{' → '.join((*waiting, pack_id))}")
        if pack_id == "generic":
            base = None
        elif file.extends in written:
            base = build(file.extends, (*waiting, pack_id))
        else:
            raise DataError(f"{name}：extends 指的规则包 {file.extends} 不存在；{did_you_mean(file.extends, written)}")
        packs[pack_id] = _fill(file, base)
        return packs[pack_id]

    for pack_id in written:
        build(pack_id, ())
    return packs


@cache
def _built_in() -> dict[str, tuple[str, PackFile]]:
    folder = rules_folder() / "campaigns"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    files = [(f.name, load_toml(f, PackFile)) for f in found]
    return {file.id: (name, file) for name, file in files}


def load_packs(own: tuple[Path, ...] = ()) -> dict[str, Pack]:
    """All packs by id: the built-in ones and those of the files ``own``, which replace a built-in one of the same id.

    Raises DataError where a file can't be read or isn't a pack.
    """
    written = dict(_built_in())
    for path in own:
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise DataError(f"{path}：读不了规则包：{error}") from None
        file = parse_toml(text, str(path), PackFile)
        written[file.id] = (str(path), file)
    return resolve(written)


def did_you_mean(word: str, known: object) -> str:
    """「您是不是想写 …」 with the nearest of ``known``, or all of them where none is near."""
    from difflib import get_close_matches

    names = sorted(str(name) for name in known)  # type: ignore[attr-defined]
    near = get_close_matches(word, names, 1, 0.5)
    return f"您是不是想写 {near[0]}？" if near else f"可用：{'、'.join(names)}"
