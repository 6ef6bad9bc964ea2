"""Command line and duizhao.toml → what a run works with."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import click
import msgspec

from checker.baseline import read as read_baseline
from checker.config import FILE_NAME, Config, find_config, load_config, mandatory_above
from checker.data import DataError, read_text
from checker.engine import Engine
from checker.finding import SEVERITIES, Severity
from checker.misfits import line_of
from checker.packs import PackFile, did_you_mean, load_packs
from checker.packsbeside import packs_beside
from checker.policy import Policy, expand_codes
from checker.reports.mask import escaped, named
from checker.reports.names import SEVERITY_NAMES
from checker.rulebook import rules


class Refusal(click.ClickException):
    """An error of use or configuration: shown as it is, exit status 2."""

    exit_code = 2


def refuse(message: str) -> Refusal:
    """The refusal that says ``message`` (Chinese), in which names of files may have any character."""
    return Refusal("\n".join(map(escaped, message.split("\n"))))


class Configured(NamedTuple):
    """What a configuration says, the folder that its paths are relative to, and its file where there is one."""

    settings: Config
    folder: Path
    file: Path | None = None


def read_config(config: Path | None, *starts: Path) -> Configured:
    """The configuration that goes for all of ``starts``, the nearest above them; packs that lie there are among its packs."""
    here = meeting_place(starts)
    try:
        path = config or find_config(here)
        settings, folder = (load_config(path), path.parent) if path else (Config(), Path())
        above = mandatory_above(path) if path and not config else ()
    except DataError as error:
        raise refuse(str(error)) from None
    named = {(folder / pack).resolve() for pack in settings.packs}
    beside = [
        str(p.absolute()) for p in packs_beside(*([path.parent] if path else []), here) if p.resolve() not in named
    ]
    mandatory = (*(settings.mandatory or ()), *above) if above else settings.mandatory
    return Configured(
        msgspec.structs.replace(settings, packs=(*settings.packs, *beside), mandatory=mandatory), folder, path
    )


def meeting_place(paths: Sequence[Path]) -> Path:
    """The folder in which all of ``paths`` lie; the first one's where they have none in common."""
    folders = [p if p.is_dir() else p.parent for p in paths if str(p) != "-"]
    if len(folders) <= 1:
        return folders[0] if folders else Path()
    try:
        return Path(os.path.commonpath([f.absolute() for f in folders]))
    except ValueError:  # other drives
        return folders[0]


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
    configured: Configured,
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
    settings, folder, file = configured
    try:
        packs = load_packs(tuple(folder / p for p in settings.packs), (made,) if made else ())
        wanted = made.id if made else pack or settings.pack
        if wanted and wanted not in packs:
            raise DataError(f"没有 {wanted} 这个规则包；{did_you_mean(wanted, packs)}")
        known = rules()
        level = fail_on or settings.fail_on or "error"
        accepted = baseline or (folder / settings.baseline if settings.baseline else None)
        policy = Policy(
            select=expand_codes(select, known, asked=True) or _codes(file, settings.select, asked=True),
            ignore=expand_codes(ignore, known) | _codes(file, settings.disable),
            severity={code: s for key, s in settings.severity.items() for code in _codes(file, [key])},
            mandatory=_codes(file, settings.mandatory)
            if settings.mandatory is not None
            else frozenset(code for code, rule in known.items() if rule.mandatory),
            enforced=bool(settings.mandatory),
            suppressions=tuple(s for s in settings.ignore if _codes(file, [s.code])),
            folder=folder,
            fail_on=None if level == "never" else cast(Severity, level),
            baseline=read_baseline(accepted) if accepted and use_baseline else None,
        )
        _keep_mandatory(policy, file)
    except DataError as error:
        raise refuse(str(error)) from None
    return Engine(packs, policy, wanted, frozenset(named) if pack or made else frozenset())


def _codes(file: Path | None, words: Sequence[str], *, asked: bool = False) -> frozenset[str]:
    """The codes that ``words`` of the configuration ``file`` name; a mistake is told with its line."""
    found: frozenset[str] = frozenset()
    for word in words:
        try:
            found |= expand_codes([word], rules(), asked=asked)
        except DataError as error:
            raise DataError(f"{_line(file, word)}{error}") from None
    return found


def _keep_mandatory(policy: Policy, file: Path | None) -> None:
    """What the configuration makes mandatory can't be made light of by its severities either."""
    for code in sorted(policy.kept & policy.severity.keys()):
        usual = rules()[code].severity
        if SEVERITIES.index(policy.severity[code]) > SEVERITIES.index(usual):
            told = f"{code} 是必查规则（mandatory），不能从“{SEVERITY_NAMES[usual]}”降为“{SEVERITY_NAMES[policy.severity[code]]}”"
            raise DataError(_line(file, code) + told)


def _line(file: Path | None, word: str) -> str:
    if file is None:
        return ""
    number = line_of(read_text(file, "配置文件"), word)
    return f"{file}{f' 第 {number} 行' if number else ''}："
