"""Packs that were found beside the documents: told, since they may have come with what is checked."""

from pathlib import Path

import msgspec

from checker.config import Config
from checker.packs import built_in, read_pack
from checker.reports.mask import named


def own(settings: Config) -> Config:
    """``settings`` with the packs alone that the configuration itself names."""
    return msgspec.structs.replace(settings, packs=tuple(p for p in settings.packs if not Path(p).is_absolute()))


def told(settings: Config) -> list[str]:
    """Which packs of the folder are in use, and which built-in ones they replace; nothing where there are none."""
    names = []
    for file in (Path(p) for p in settings.packs if Path(p).is_absolute()):
        pack = read_pack(file).id
        names.append(named(file.name) + (f"（代替内置的 {pack}）" if pack in built_in() else ""))
    return [f"用上了文件夹里的规则包 {'、'.join(names)}"] if names else []
