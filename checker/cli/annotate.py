"""``duizhao annotate``: Word copies with what was found as comments."""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePath

import click

from checker.batch import Source
from checker.cli.nearest import nearest
from checker.cli.settings import build_engine, read_config, refuse
from checker.files import COPY_ENDING
from checker.reports.mask import in_line, named
from checker.system_errors import reason

_LONGEST_NAME = 255
_SIGNED = "（原文件有数字签名，副本加了批注，签名在副本里失效；要以签名为准，请看原文件）"


@click.command("annotate", short_help="把问题批注在 Word 副本里", options_metavar="[选项]")
@click.argument("paths", nargs=-1, required=True, metavar="路径...", type=click.Path(path_type=Path))
@click.option("--output", required=True, metavar="文件夹", type=click.Path(path_type=Path), help="副本写到这个文件夹")
@click.option("--pack", metavar="规则包", help="按这个规则包检查，不自动识别")
@click.option("--select", multiple=True, metavar="规则", help="只批注这些规则：W503，或一族 W、S1；可多次给出")
@click.option("--ignore", multiple=True, metavar="规则", help="不批注这些规则")
@click.option("--exclude", multiple=True, metavar="通配符", help="跳过这些文件或文件夹")
@click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="文件",
    help="用这个配置文件（默认向上找 duizhao.toml）",
)
def command(
    paths: tuple[Path, ...],
    output: Path,
    pack: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    exclude: tuple[str, ...],
    config: Path | None,
) -> None:
    """给每份材料写一份 Word 副本，问题用批注标在有关的字词上；原文件不动，.md、.txt、.pdf 等另成 .docx。

    退出状态：0 全部写成；1 有的读不出来或写不了批注；2 用法或配置有误。
    """
    from checker.annotate import annotate
    from checker.annotate.container import is_signed
    from checker.batch import check_closed, check_source, sources
    from checker.files import collect, load
    from checker.readers import read
    from checker.readers.errors import Unreadable
    from checker.readers.sniff import sniff
    from checker.reports.others import ADVICE, NOT_ONE, other_word
    from checker.reports.write import WriteError, write_whole
    from checker.sources import opened

    missing = [p for p in paths if not p.exists()]
    if missing:
        raise refuse("路径不存在：" + "、".join(named(str(p)) for p in missing))
    base = read_config(config, *paths)
    listed = [p.as_posix() for p in paths]
    found = collect(paths, [*exclude, *base.settings.exclude])
    governed = nearest(
        base,
        config,
        found.files,
        lambda c: build_engine(c, pack=pack, select=select, ignore=ignore, named=listed),
    )
    engine = governed.engines
    submissions = sources(found.files)
    if not submissions:
        raise refuse("没有可批注的文件")
    for remark in governed.remarks(paths, config):
        click.echo(f"注：{remark}", err=True)
    failed, passed_over = False, 0
    for closed in check_closed(engine, found):
        failed = True
        click.echo(f"{named(closed.path)}：{closed.findings[0].message}", err=True)
    for source, target in zip(opened(submissions), _targets(submissions, output), strict=True):
        if len(os.fsencode(target.name)) > _LONGEST_NAME:
            failed = True
            click.echo(f"{named(source.path)}：副本的文件名太长，没有写；请改短原文件名", err=True)
            continue
        report = check_source(engine, source)
        if report.status == "other":
            passed_over += 1
            click.echo(f"{named(source.path)}：{other_word(report)}，没有批注", err=True)
            continue
        if report.status == "unreadable":
            failed = True
            click.echo(
                f"{named(source.path)}：{in_line(report.findings[0].message)}。{in_line(report.findings[0].suggestion)}",
                err=True,
            )
            continue
        try:
            data = source.data if isinstance(source.data, bytes) else load(Path(source.path))
            copy = annotate(data, read(data, source.name), report)
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, copy)
        except Unreadable as error:
            failed = True
            click.echo(f"{named(source.path)}：{error.reason}。{error.advice}", err=True)
            continue
        except WriteError as error:
            raise refuse(str(error)) from None
        except OSError as error:
            raise refuse(f"写不了 {named(str(target))}：{reason(error)}") from None
        counted = sum(f.suppressed is None for f in report.findings)
        said = f"{counted} 条问题" if counted else "没有发现问题"
        lost = _SIGNED if copy != data and sniff(data) == "docx" and is_signed(data) else ""
        click.echo(f"{named(str(target))}：{said}{lost}")
    if passed_over == len(submissions):
        raise refuse(f"没有批注任何材料：{passed_over} 份文件都{NOT_ONE}。{ADVICE}")
    if failed:
        sys.exit(1)


def _targets(submissions: Sequence[Source], output: Path) -> list[Path]:
    """Where the copies go: below ``output`` in the folders that tell the submissions apart."""
    parents = [Path(s.path).resolve().parent for s in submissions]
    try:
        common = Path(os.path.commonpath(parents))
    except ValueError:
        raise refuse("这些文件不在同一个盘上；请分几次批注") from None
    folders = [output / parent.relative_to(common) for parent in parents]
    stems = [folder / PurePath(s.name).stem for folder, s in zip(folders, submissions, strict=True)]
    times = Counter(stems)
    targets = [
        folder / f"{stem.name if times[stem] == 1 else s.name}{COPY_ENDING}"
        for folder, stem, s in zip(folders, stems, submissions, strict=True)
    ]
    taken = {os.path.realpath(s.path) for s in submissions} & {os.path.realpath(t) for t in targets}
    if taken:
        raise refuse("副本会盖掉要检查的文件：" + "、".join(named(t) for t in sorted(taken)))
    return targets
