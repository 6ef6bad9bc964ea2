"""Command line and duizhao.toml → what a run works with."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

import click
import msgspec

from checker.baseline import read as read_baseline
from checker.config import FILE_NAME, Config, find_config, load_config
from checker.data import DataError
from checker.engine import Engine
from checker.finding import Severity
from checker.loosened import loosened
from checker.packs import PackFile, did_you_mean, load_packs
from checker.packsbeside import packs_beside
from checker.policy import Policy, expand_codes
from checker.reports.mask import escaped, named
from checker.rulebook import rules


class Refusal(click.ClickException):
    """An error of use or configuration: shown as it is, exit status 2."""

    exit_code = 2


def refuse(message: str) -> Refusal:
    """The refusal that says ``message`` (Chinese), in which names of files may have any character."""
    return Refusal("\n".join(map(escaped, message.split("\n"))))


def read_config(config: Path | None, start: Path) -> tuple[Config, Path]:
    """The configuration that goes for ``start`` and the folder that its paths are relative to; packs that lie there are among its packs."""
    here = start if start.is_dir() else start.parent
    try:
        path = config or find_config(here)
        settings, folder = (load_config(path), path.parent) if path else (Config(), Path())
    except DataError as error:
        raise refuse(str(error)) from None
    named = {(folder / pack).resolve() for pack in settings.packs}
    beside = [
        str(p.absolute()) for p in packs_beside(*([path.parent] if path else []), here) if p.resolve() not in named
    ]
    return msgspec.structs.replace(settings, packs=(*settings.packs, *beside)), folder


def config_remarks(settings: Config, config: Path | None, paths: Sequence[Path], lying: Iterable[Path]) -> list[str]:
    """Sentences (Chinese) on configurations that came with what is checked: what the one in use lets pass, which aren't used.

    ``config`` is what the command line names; ``lying`` are those that lie in the folders checked.
    """
    used = in_use(config, paths)
    same = used.resolve() if used else None
    inside = used and any(used.resolve().is_relative_to(p.resolve()) for p in paths if p.is_dir())
    remarks = []
    if used and inside and not config and (less := loosened(settings, rules())):
        remarks.append(
            f"配置文件 {short(used)} 就放在被检查的文件夹里，它放宽了检查：{'；'.join(less)}。请确认是谁放的"
        )
    idle = [short(file) for file in lying if file.resolve() != same]
    if idle:
        more = f"，起作用的是 {short(used)}" if used else ""
        remarks.append(f"材料里的配置文件没有起作用{more}：{'、'.join(idle[:5])}{' 等' if len(idle) > 5 else ''}")
    return remarks


def in_use(config: Path | None, paths: Sequence[Path]) -> Path | None:
    """The configuration file that goes for ``paths``."""
    start = next((p for p in paths if str(p) != "-"), Path())
    return config or find_config(start if start.is_dir() else start.parent)


def short(file: Path) -> str:
    """The name of ``file``, from the working directory where it lies below it."""
    here = Path.cwd()
    whole = file.absolute()
    return named((whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix())


def read_besides(settings: Config, folder: Path, *given: Path | None) -> list[Path]:
    """The files that a run reads besides the submissions: ``given`` ones, and what the configuration in ``folder`` names.

    The baseline is no one of them where it is written anew, so it has to be given.
    """
    return [*filter(None, given), folder / FILE_NAME, *(folder / pack for pack in settings.packs)]


def build_engine(
    settings: Config,
    folder: Path,
    *,
    pack: str | None = None,
    made: PackFile | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_on: str | None = None,
    baseline: Path | None = None,
    use_baseline: bool = True,
    named: Iterable[str] = (),
) -> Engine:
    """The engine for these settings; command line values go before the file's. ``made`` is a pack that is no file and goes for all
    submissions. Who names a pack on the command line says that the files that he ``named`` are submissions. Raises ClickException
    (exit status 2).
    """
    try:
        packs = load_packs(tuple(folder / p for p in settings.packs), (made,) if made else ())
        wanted = made.id if made else pack or settings.pack
        if wanted and wanted not in packs:
            raise DataError(f"没有 {wanted} 这个规则包；{did_you_mean(wanted, packs)}")
        known = rules()
        level = fail_on or settings.fail_on or "error"
        accepted = baseline or (folder / settings.baseline if settings.baseline else None)
        policy = Policy(
            select=expand_codes(select or settings.select, known, asked=True),
            ignore=expand_codes([*ignore, *settings.disable], known),
            severity={code: s for key, s in settings.severity.items() for code in expand_codes([key], known)},
            mandatory=expand_codes(settings.mandatory, known)
            if settings.mandatory is not None
            else frozenset(code for code, rule in known.items() if rule.mandatory),
            enforced=bool(settings.mandatory),
            suppressions=tuple(s for s in settings.ignore if expand_codes([s.code], known)),
            folder=folder,
            fail_on=None if level == "never" else cast(Severity, level),
            baseline=read_baseline(accepted) if accepted and use_baseline else None,
        )
    except DataError as error:
        raise refuse(str(error)) from None
    return Engine(packs, policy, wanted, frozenset(named) if pack or made else frozenset())
