"""``duizhao baseline``: what is found now is accepted, so that a check speaks of new findings only."""

import os
from pathlib import Path

import click

from checker.cli.nearest import nearest
from checker.cli.settings import build_engine, read_besides, read_config, refuse
from checker.reports.mask import named


@click.command("baseline", short_help="接受现有的问题，只报新的", options_metavar="[选项]")
@click.argument("paths", nargs=-1, required=True, metavar="路径...", type=click.Path(path_type=Path))
@click.option(
    "--output",
    default="duizhao-baseline.json",
    metavar="文件",
    type=click.Path(path_type=Path),
    help="基线文件（默认 duizhao-baseline.json）",
)
@click.option("--pack", metavar="规则包", help="按这个规则包检查，不自动识别")
@click.option("--exclude", multiple=True, metavar="通配符", help="跳过这些文件或文件夹")
@click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="文件",
    help="用这个配置文件（默认向上找 duizhao.toml）",
)
def command(
    paths: tuple[Path, ...], output: Path, pack: str | None, exclude: tuple[str, ...], config: Path | None
) -> None:
    """把现有的问题记进基线文件。以后 duizhao check --baseline 文件 只报新出现的；文件里没有材料原文。

    文件放在材料所在的文件夹或其上级，一起移动。读不出来的文件不能接受，照样会报。
    """
    from checker.baseline import accept, read, render
    from checker.batch import check_closed, check_sources, compare, make_report, sources
    from checker.cli.output import guard
    from checker.cli.progress import progress_bar
    from checker.data import DataError
    from checker.files import collect
    from checker.reports.others import NOT_ONE
    from checker.reports.write import WriteError, write_whole

    missing = [p for p in paths if not p.exists()]
    if missing:
        raise refuse("路径不存在：" + "、".join(named(str(p)) for p in missing))
    base = read_config(config, *paths)
    settings, folder, _ = base
    listed = [p.as_posix() for p in paths]
    found = collect(paths, [*exclude, *settings.exclude])
    governed = nearest(
        base, config, found.files, lambda c: build_engine(c, pack=pack, use_baseline=False, named=listed)
    )
    engine = governed.engines
    guard([output], [*found.files, *read_besides(settings, folder, config)])
    if output.is_file() and output.stat().st_size:
        try:
            read(output)
        except DataError:
            raise refuse(f"{named(str(output))} 已经存在，又不是基线文件，没有改动；请换一个文件名") from None
    submissions = sources(found.files)
    if not submissions:
        raise refuse("没有可检查的文件")
    for remark in governed.remarks(paths, config):
        click.echo(f"注：{remark}", err=True)
    with progress_bar(len(submissions)) as advance:
        reports = check_sources(engine, submissions, os.cpu_count() or 1, advance)
    compare(engine, reports)
    report = make_report([*check_closed(engine, found), *reports])
    accepted = accept(report, output.parent)
    try:
        write_whole(output, render(accepted))
    except WriteError as error:
        raise refuse(str(error)) from None
    count = sum(len(found) for found in accepted.files.values())
    click.echo(f"已写入 {named(str(output))}：接受了 {len(accepted.files)} 份材料的 {count} 条问题")
    if report.summary.other:
        click.echo(f"有 {report.summary.other} 份{NOT_ONE}，没有检查", err=True)
    if report.summary.unreadable:
        click.echo(f"有 {report.summary.unreadable} 份读不出来，没有接受", err=True)
