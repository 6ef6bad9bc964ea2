"""``duizhao outline``: what was recognised in one submission, and by what."""

from collections.abc import Iterator
from pathlib import Path

import click

from checker.cli.settings import build_engine, read_config, refuse
from checker.report import FileReport, ItemEntry, SectionEntry
from checker.reports.mask import in_line, named
from checker.reports.names import SECTION_NAMES


@click.command("outline", short_help="看看认出了什么", options_metavar="[选项]")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--pack", metavar="规则包", help="按这个规则包认，不自动识别")
@click.option(
    "--config", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="文件", help="用这个配置文件"
)
@click.option("--why", "explain", is_flag=True, help="再列出各部分、各方面、各条是凭什么认的，其次可能是什么")
def command(file: Path, pack: str | None, config: Path | None, explain: bool) -> None:
    """显示从一份材料里认出了什么：哪一次会、个人还是班子、各部分、各方面、每一条问题的人、事、思想，以及根据。"""
    from checker.batch import check_sources, sources
    from checker.reports.others import other_word

    if not file.exists():
        raise refuse(f"路径不存在：{file}")
    engine = build_engine(read_config(config, file), pack=pack, named=[file.as_posix()])
    for report in check_sources(engine, sources([file])):
        if report.status == "other":
            raise refuse(
                f"{report.path}：{other_word(report)}。要照样看，请用 --pack 指明规则包（不知道是哪一个就写 generic）"
            )
        if report.outline is None:
            raise refuse(f"{report.path}：{report.findings[0].message}。{report.findings[0].suggestion}")
        for line in _lines(report):
            click.echo(line)
    if explain:
        from checker.letters import letters_of
        from checker.outline.why import why
        from checker.readers import read

        document = read(file.read_bytes(), file.name)
        for line in why(document, engine.knowledge, letters_of(p.text for p in document.paragraphs)):
            click.echo(in_line(line))


def _lines(report: FileReport) -> Iterator[str]:
    assert report.outline is not None
    yield click.style(named(report.path), bold=True)
    yield f"标题：{in_line(report.title or '') or '（没有找到）'}"
    if report.byline:
        yield f"署名：{in_line(report.byline)}"
    yield f"文种：{'班子' if report.kind == 'group' else '个人'}"
    yield f"规则包：{report.pack}（{report.pack_title}）"
    if report.scores:
        yield "  像各规则包的程度：" + "，".join(f"{name} {score:.0%}" for name, score in report.scores.items())
    for remark in report.remarks:
        yield f"读取：{remark}"
    for section in report.outline.sections:
        yield from _section(section, report)
    for part, name in (("causes", "原因"), ("measures", "措施")):
        missing = report.coverage[part].uncovered if report.coverage else ()
        if missing:
            titles = report.dimension_titles or {}
            yield f"没有{name}回应的方面：" + "；".join(f"{i} {titles.get(i, '')}" for i in missing)


def _section(section: SectionEntry, report: FileReport) -> Iterator[str]:
    name = SECTION_NAMES.get(section.id, section.id)
    heading = f"“{in_line(section.heading)}”" if section.heading else "（没有标题）"
    yield click.style(f"第{section.paragraph}段 {name}", bold=True) + f" {heading} {section.characters} 字"
    for item in section.items:
        yield f"    {_item(item)}"
    for dimension in section.dimensions:
        title = (report.dimension_titles or {}).get(dimension.id, "规定以外的方面")
        heading = in_line(dimension.heading)
        shown = heading if len(heading) <= 30 else heading[:29] + "…"
        yield f"  第{dimension.paragraph}段 {dimension.id} {title}：“{shown}” {dimension.characters} 字"
        for item in dimension.items:
            yield f"    {_item(item)}"


def _item(item: ItemEntry) -> str:
    lead = in_line(item.lead)
    lead = lead if len(lead) <= 24 else lead[:23] + "…"
    if item.person is not None:
        marks = "".join(
            f" {name}{'✓' if has else '✗'}"
            + (f"（{in_line(item.evidence[key][0].text)[:10]}）" if has and item.evidence else "")
            for name, key, has in (
                ("人", "person", item.person),
                ("事", "event", item.event),
                ("思想", "thought", item.thought),
            )
        )
    else:
        marks = " 回应 " + ("、".join(item.dimensions) if item.dimensions else "无")
        if item.concrete is not None:
            marks += "，可核对" if item.concrete else "，不可核对"
    return f"{lead} {marks.strip()}"
