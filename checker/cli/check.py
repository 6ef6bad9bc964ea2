"""``duizhao check``."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from checker.cli.beside import told
from checker.cli.by_notice import by_notice
from checker.cli.nearest import nearest
from checker.cli.settings import Configured, build_engine, read_besides, read_config, refuse, short
from checker.engine import Engine
from checker.report import FileReport, RosterEntry, is_other
from checker.reports import FORMATS
from checker.reports.mask import named
from checker.system_errors import reason


@click.command("check", short_help="检查材料", options_metavar="[选项]")
@click.argument("paths", nargs=-1, required=True, metavar="路径...", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--pack", metavar="规则包", help="按这个规则包检查，不自动识别；点名的文件一律当作对照检查材料")
@click.option(
    "--notice",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="通知",
    help="照这份通知检查所有材料，不用规则包（巡察整改、以案促改、作风整顿、民主党派这些没有统一条目的会）",
)
@click.option("--select", multiple=True, metavar="规则", help="只查这些规则：W503，或一族 W、S1；可多次给出")
@click.option("--ignore", multiple=True, metavar="规则", help="不查这些规则")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="有这一级及以上的问题就以 1 退出（默认 error）",
)
@click.option(
    "--format", "formats", multiple=True, metavar="格式[=文件]", help=f"输出格式：{'、'.join(FORMATS)}；可多次给出"
)
@click.option("--exclude", multiple=True, metavar="通配符", help="跳过这些文件或文件夹")
@click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="文件",
    help="用这个配置文件（默认向上找 duizhao.toml）",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="文件",
    help="花名册（.xlsx 或 .csv，表头有单位、姓名、职务）：报谁没交、谁交了两份",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="基线文件（duizhao baseline）里的问题不算，只报新的",
)
@click.option(
    "--workers", type=click.IntRange(1), default=None, metavar="个数", help="同时检查几份（默认按处理器个数）"
)
@click.option("--stdin-name", default="标准输入.txt", metavar="文件名", help="路径写 - 时，标准输入当作这个文件")
@click.option("--allow-empty", is_flag=True, help="没有可检查的文件时不算出错")
def command(
    paths: tuple[Path, ...],
    pack: str | None,
    notice: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    formats: tuple[str, ...],
    exclude: tuple[str, ...],
    config: Path | None,
    roster: Path | None,
    baseline: Path | None,
    workers: int | None,
    stdin_name: str,
    allow_empty: bool,
) -> None:
    """检查对照检查材料。路径是文件或文件夹（含下级文件夹），- 是标准输入。

    退出状态：0 没有达到 --fail-on 的问题；1 有；2 用法或配置有误、路径不存在、没有检查到任何材料。
    """
    from checker.batch import check_closed, check_sources, compare, make_report, sources
    from checker.cli.output import configured_formats, guard, parse_formats, write_reports
    from checker.cli.progress import progress_bar
    from checker.files import COPY_ENDING, collect
    from checker.idle import unused
    from checker.kept import Kept
    from checker.readers.limits import FILE_BYTES
    from checker.reports.others import ADVICE, NOT_ONE

    missing = [p for p in paths if str(p) != "-" and not p.exists() and not p.is_symlink()]
    if missing:
        raise refuse("路径不存在：" + "、".join(named(str(p)) for p in missing))
    base = read_config(config, *paths)
    settings, folder, used = base
    outputs = parse_formats(formats) if formats else configured_formats(base)
    roster = roster or (folder / settings.roster if settings.roster else None)
    made, read = by_notice(notice, pack)
    listed = [stdin_name if str(p) == "-" else p.as_posix() for p in paths]

    def build(configured: Configured) -> Engine:
        return build_engine(
            configured,
            pack=pack,
            made=made,
            select=select,
            ignore=ignore,
            fail_on=fail_on or settings.fail_on or "error",
            baseline=baseline,
            named=listed,
        )

    found = collect([p for p in paths if str(p) != "-"], [*exclude, *settings.exclude])
    if notice:
        found.files = [file for file in found.files if not file.samefile(notice)]
    governed = nearest(base, config, found.files, build)
    engine = governed.engines.base
    accepted = baseline or (folder / settings.baseline if settings.baseline else None)
    guard(
        (file for _, file in outputs if file),
        [*found.files, *read_besides(settings, folder, roster, accepted, config, notice)],
    )
    reports = Kept(check_closed(governed.engines, found))
    if any(str(p) == "-" for p in paths):
        try:
            data = sys.stdin.buffer.read(FILE_BYTES + 1)
        except OSError as error:
            raise refuse(f"读不了标准输入：{reason(error)}") from None
        reports.append(engine.check(data, stdin_name, stdin_name))
    if not found.files and not reports:
        if allow_empty:
            click.echo("没有可检查的文件", err=True)
            return
        raise refuse(
            f"没有可检查的文件：{'、'.join(named(str(p)) for p in paths)}"
            + (f"（略过 {found.others + found.own} 个其他文件）" if found.others + found.own else "")
        )
    submissions = sources(found.files)
    with progress_bar(len(submissions)) as advance:
        reports.extend(
            check_sources(governed.engines, submissions, workers or settings.workers or os.cpu_count() or 1, advance)
        )
    remarks = [*governed.remarks(paths, config), *told(settings), *read]
    if all(name != "text" or file for name, file in outputs):
        for remark in remarks:
            click.echo(f"注：{remark}", err=True)
    if found.others:
        remarks.append(f"略过 {found.others} 个其他格式的文件")
    if found.own:
        remarks.append(f"略过 {found.own} 个本程序写的报告和批注副本（名称以“{COPY_ENDING}”结尾）")
    entries: tuple[RosterEntry, ...] = ()
    missing_ones: list[FileReport] = []
    if roster:
        entries, missing_ones = compare_roster(engine, roster, reports)
    compare(governed.engines, reports, entries)
    reports.extend(missing_ones)
    for configured in governed.configured:
        policy = build(configured).policy
        remarks += unused(policy.suppressions, ((f.path, f.findings) for f in reports), policy, paths)
    report = make_report(reports, engine.policy.fail_on or "never", remarks, entries, short(used) if used else None)
    write_reports(report, outputs)
    if report.summary.other and not report.summary.files and not allow_empty:
        raise refuse(f"没有检查任何材料：{report.summary.other} 份文件都{NOT_ONE}。{ADVICE}")
    if any(f.status in ("failed", "unreadable") for f in report.files) and engine.policy.fail_on is not None:
        sys.exit(1)


def compare_roster(
    engine: Engine, roster: Path, reports: Iterable[FileReport]
) -> tuple[tuple[RosterEntry, ...], list[FileReport]]:
    """The roster with what each one on it submitted, and the report on who hasn't, if anybody."""
    from checker.kept import without_text
    from checker.roster import RosterError, findings, load_roster, match

    known = [without_text(report) for report in reports if not is_other(report)]
    try:
        entries = match(load_roster(roster), known)
    except RosterError as error:
        raise refuse(str(error)) from None
    report = engine.roster(roster.as_posix(), findings(entries, known))
    return entries, [report] if report.findings else []
