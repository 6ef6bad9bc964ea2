"""``duizhao packs check --try``: whether a pack's anchors find their own aspects in real texts and no other."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click

from checker.cli.settings import refuse
from checker.engine import Engine
from checker.packdoubts import strays
from checker.packs import Pack
from checker.report import FileReport
from checker.reports.mask import in_line


def tried(chosen: Sequence[Pack], packs: Mapping[str, Pack], paths: Iterable[Path]) -> bool:
    """Try each pack on the texts at ``paths`` and say what was found; whether no anchor found another's aspect."""
    from checker.batch import check_sources, sources
    from checker.files import collect

    paths = list(paths)
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise refuse(f"路径不存在：{missing[0]}")
    texts = sources(collect(paths).files)
    sound = True
    for pack in chosen:
        hits: dict[tuple[str, str], int] = {}
        for report in check_sources(Engine(packs, pack=pack.id), texts):
            sound = _one(report, pack, hits) and sound
        for rule in pack.all_dimensions:
            for anchor in rule.anchors:
                count = hits.get((rule.id, anchor), 0)
                click.echo(in_line(f"锚词 {rule.id} “{anchor}”：认出自己的方面 {count} 次"))
    return sound


def _one(report: FileReport, pack: Pack, hits: dict[tuple[str, str], int]) -> bool:
    if report.outline is None or report.kind is None:
        click.echo(in_line(f"{report.path}：读不了，略过"))
        return True
    click.echo(in_line(f"{report.path}（{'班子' if report.kind == 'group' else '个人'}）"))
    found = [d for section in report.outline.sections if section.id == "problems" for d in section.dimensions]
    wrong: list[str] = []
    for dimension in found:
        click.echo(
            "  " + in_line(f"{dimension.heading} → {'不是通知的方面' if dimension.id[0] == 'x' else dimension.id}")
        )
        for rule in pack.dimensions(report.kind):
            if rule.id == dimension.id:
                for anchor in rule.anchors:
                    hits[rule.id, anchor] = hits.get((rule.id, anchor), 0) + (anchor in dimension.heading)
        if dimension.id[0] != "x":
            wrong += strays(dimension.heading, dimension.id, pack, report.kind)
    for rule in pack.dimensions(report.kind):
        if all(d.id != rule.id for d in found):
            click.echo("  " + in_line(f"没有找到 {rule.id} {rule.name}"))
    for text in wrong:
        click.echo("  " + in_line(f"认错：{text}"))
    return not wrong
