"""Which configuration goes for which file of a run: the nearest above it, and what has to be told of them all."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.cli.beside import own
from checker.cli.settings import Configured, read_config, short
from checker.config import find_config
from checker.engine import Engine
from checker.engines import Engines
from checker.loosened import loosened
from checker.rulebook import rules


@dataclass(frozen=True)
class Nearest:
    """The ``engines`` of a run, the configurations that they come from, and how many files each of these goes for."""

    engines: Engines
    configured: tuple[Configured, ...]
    files: Counter[Path | None]

    def remarks(self, paths: Sequence[Path], named: Path | None) -> list[str]:
        """Sentences (Chinese) on configurations that came with what is checked and let something pass, and on which are in use
        where there are several. ``named`` is the one of the command line.
        """
        told = []
        for settings, _, file in self.configured:
            inside = file and any(file.resolve().is_relative_to(p.resolve()) for p in paths if p.is_dir())
            if file and inside and not named and (less := loosened(own(settings), rules())):
                told.append(
                    f"配置文件 {short(file)} 就放在被检查的文件夹里，它放宽了检查：{'；'.join(less)}。请确认是谁放的"
                )
        if len(self.configured) > 1:
            listed = "、".join(
                f"{short(c.file) if c.file else '没有配置文件'}（{self.files[c.file]} 个文件）" for c in self.configured
            )
            told.append(f"每份材料按离它最近的配置文件检查：{listed}")
        return told


def nearest(
    base: Configured, config: Path | None, files: Sequence[Path], build: Callable[[Configured], Engine]
) -> Nearest:
    """The engines for ``files``, made by ``build``. ``base`` goes for the run; ``config``, where named, goes for all files."""
    made: dict[Path | None, tuple[Configured, Engine]] = {_key(base.file): (base, build(base))}
    folders: dict[str, Engine] = {}
    counted: Counter[Path | None] = Counter()
    for file in files:
        folder = file.parent
        found = config or find_config(folder)
        if _key(found) not in made:
            configured = read_config(None, folder)
            made[_key(found)] = (configured, build(configured))
        configured, engine = made[_key(found)]
        folders[folder.as_posix()] = engine
        counted[configured.file] += 1
    used = tuple(c for c, _ in made.values() if counted[c.file] or c is base)
    return Nearest(Engines(made[_key(base.file)][1], folders), used, counted)


def _key(file: Path | None) -> Path | None:
    return file.resolve() if file else None
