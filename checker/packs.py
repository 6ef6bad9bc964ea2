"""Packs: what one campaign demands, read from ``rules/campaigns/*.toml`` and from files that users write themselves."""

import re
from functools import cache, cached_property
from pathlib import Path

import msgspec

from checker.data import DataError, load_toml, parse_toml, read_text, rules_folder
from checker.packfile import SECTION_IDS, Demands, DimensionRule, Limits, PackFile, SectionRule
from checker.packfile import problem as mistake_in

__all__ = [
    "SECTION_IDS",
    "Demands",
    "DimensionRule",
    "Limits",
    "Pack",
    "PackFile",
    "SectionRule",
    "built_in",
    "did_you_mean",
    "load_packs",
    "resolve",
]


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


def resolve(written: dict[str, tuple[str, PackFile]]) -> dict[str, Pack]:
    """The packs of ``written`` (id → file name and content), filled in from what they extend. Raises DataError."""
    packs: dict[str, Pack] = {}

    def build(pack_id: str, waiting: tuple[str, ...]) -> Pack:
        if pack_id in packs:
            return packs[pack_id]
        name, file = written[pack_id]
        problem = mistake_in(file)
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
def built_in() -> dict[str, tuple[str, PackFile]]:
    folder = rules_folder() / "campaigns"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    files = [(f.name, load_toml(f, PackFile)) for f in found]
    return {file.id: (name, file) for name, file in files}


def load_packs(own: tuple[Path, ...] = (), made: tuple[PackFile, ...] = ()) -> dict[str, Pack]:
    """All packs by id: the built-in ones, those of the files ``own`` and those ``made`` in memory; the later replace those of the same id.

    Raises DataError where a file can't be read or isn't a pack.
    """
    written = dict(built_in())
    for path in own:
        file = read_pack(path)
        written[file.id] = (str(path), file)
    written.update({file.id: (file.source, file) for file in made})
    return resolve(written)


def read_pack(path: Path) -> PackFile:
    """The pack in the file ``path`` as written. Raises DataError."""
    return parse_toml(read_text(path, "规则包"), str(path), PackFile)


def did_you_mean(word: str, known: object) -> str:
    """「您是不是想写 …」 with the nearest of ``known``, or all of them where none is near."""
    from difflib import get_close_matches

    names = sorted(str(name) for name in known)  # type: ignore[attr-defined]
    slip = word.upper().replace("O", "0").replace("I", "1")  # W5O3 for W503
    near = [slip] if slip in names else get_close_matches(word, names, 1, 0.5)
    return f"您是不是想写 {near[0]}？" if near else f"可用：{'、'.join(names)}"
