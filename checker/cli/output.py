"""Reports to standard output and to files."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from checker.cli.settings import refuse
from checker.packs import did_you_mean
from checker.report import Report
from checker.reports import BINARY, FORMATS, render
from checker.reports.write import WriteError, write_whole

_LONG_RUN = 20
Output = tuple[str, Path | None]


def parse_formats(formats: Sequence[str]) -> list[Output]:
    """FORMAT or FORMAT=FILE each; text to standard output where nothing is given."""
    outputs: list[Output] = []
    for text in formats or ("text",):
        name, _, file = text.partition("=")
        if name not in FORMATS:
            raise refuse(f"没有 {name} 这种格式；{did_you_mean(name, FORMATS)}")
        if name in BINARY and not file:
            raise refuse(f"{name} 格式要写到文件：--format {name}=文件名")
        outputs.append((name, Path(file) if file else None))
    if sum(1 for _, file in outputs if file is None) > 1:
        raise refuse("只能有一种格式输出到屏幕，其余请写成 --format 格式=文件名")
    return outputs


@contextmanager
def progress_bar(length: int) -> Iterator[Callable[[], None]]:
    """What to call after each submission: it moves a bar on a terminal's standard error, and does nothing elsewhere."""
    if not sys.stderr.isatty() or length < _LONG_RUN:
        yield lambda: None
        return
    with click.progressbar(length=length, label="检查", file=sys.stderr) as bar:
        yield lambda: bar.update(1)


def write_reports(report: Report, outputs: Sequence[Output]) -> None:
    """Each report whole or not at all: files first, standard output last."""
    for name, file in sorted(outputs, key=lambda o: o[1] is None):
        content = render(report, name)
        if file is None:
            click.echo(content, nl=False)
            continue
        try:
            write_whole(file, click.unstyle(content) if isinstance(content, str) else content)
        except WriteError as error:
            raise refuse(str(error)) from None
        click.echo(f"已写入 {file}", err=True)
