"""Reports to standard output and to files."""

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from checker.cli.settings import Configured, Refusal, refuse
from checker.config import FILE_NAME
from checker.files import SUFFIXES
from checker.packs import did_you_mean
from checker.report import Report
from checker.reports import BINARY, FORMATS, parts
from checker.reports.mask import named
from checker.reports.write import WriteError, write_whole

_NEVER_OURS = SUFFIXES - {".html", ".htm", ".md", ".markdown", ".txt", ".text"}
Output = tuple[str, Path | None]


def parse_formats(formats: Sequence[str]) -> list[Output]:
    """FORMAT or FORMAT=FILE each; text to standard output where nothing is given."""
    outputs: list[Output] = []
    for text in formats or ("text",):
        name, equals, file = text.partition("=")
        if equals and not file.strip():
            raise refuse(f"--format {text} 缺文件名；写成 --format {name}=文件名，要显示在屏幕上就写 --format {name}")
        if name not in FORMATS:
            raise refuse(f"没有 {name} 这种格式；{did_you_mean(name, FORMATS)}")
        if name in BINARY and not file:
            raise refuse(f"{name} 格式要写到文件：--format {name}=文件名")
        outputs.append((name, Path(file) if file else None))
    if sum(1 for _, file in outputs if file is None) > 1:
        raise refuse("只能有一种格式输出到屏幕，其余请写成 --format 格式=文件名")
    return outputs


def configured_formats(configured: Configured) -> list[Output]:
    """What the configuration asks for: its files lie in its folder, wherever the command is called. Text where it asks for nothing."""
    settings, folder, file = configured
    try:
        wanted = parse_formats(settings.format)
    except Refusal as error:
        raise refuse(f"{file}：format：{error.message}") from None
    for _, target in wanted:
        if target and (target.is_absolute() or ".." in target.parts):
            raise refuse(f"{file}：format 里的文件 {named(str(target))} 要写在配置文件所在的文件夹里，不带 .. 和盘符")
    return [(name, folder / target if target else None) for name, target in wanted]


def guard(targets: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Refuses to write where that would overwrite what is read, a submission, a configuration, or another report."""
    taken = {_identity(path): path for path in inputs}
    seen: set[object] = set()
    for target in targets:
        identity = _identity(target)
        name = named(str(target))
        if identity in taken:
            raise refuse(f"{name} 是这次要读的文件（{named(taken[identity].name)}），报告不能盖掉它；请换一个文件名")
        if identity in seen:
            raise refuse(f"两份报告都要写到 {name}；请各用一个文件名")
        if target.name == FILE_NAME or (target.is_file() and target.suffix.lower() in _NEVER_OURS):
            raise refuse(f"{name} 像是材料或配置文件，报告不会盖掉它；请换一个文件名")
        seen.add(identity)


def _identity(path: Path) -> object:
    """The same for all names of one file, be they links, other cases or other ways to it."""
    try:
        if stat.S_ISREG((found := path.stat()).st_mode) and found.st_ino:
            return found.st_dev, found.st_ino
    except (OSError, ValueError):
        pass
    return os.path.normcase(os.path.realpath(path)) if not path.is_char_device() else object()


def write_reports(report: Report, outputs: Sequence[Output]) -> None:
    """Each report whole or not at all: files first, standard output last."""
    for name, file in sorted(outputs, key=lambda o: o[1] is None):
        written = parts(report, name)
        if file is None:
            for part in written:
                click.echo(part, nl=False)
            continue
        try:
            write_whole(file, (click.unstyle(part) if isinstance(part, str) else part for part in written))
        except WriteError as error:
            raise refuse(str(error)) from None
        click.echo(f"已写入 {named(str(file))}", err=True)
