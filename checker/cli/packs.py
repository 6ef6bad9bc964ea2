"""``duizhao packs``: the packs there are, what one demands, whether one's own is right, and a new one to fill in."""

from pathlib import Path

import click

from checker.cli.settings import read_config, refuse
from checker.data import DataError
from checker.files import reason
from checker.packs import Pack, did_you_mean, load_packs
from checker.reports.mask import in_line

_NEW = """# 规则包：{id}。把尖括号里的内容换成通知的原文，再用 duizhao packs check {file} 检查。
# 在 duizhao.toml 里写 packs = ["{file}"]，duizhao check 就会用上它。
id = "{id}"
title = "<年度和会议名称，如 2026年度民主生活会>"
year = {year}
meeting = "minzhu"              # minzhu 民主生活会，zuzhi 组织生活会
source = "<通知的名称、文号；不公开的写“据通知”>"
confidence = "H"
theme = ["<主题里最能认出这次会的一两句>"]

[demands]
last-year = true                # 要不要写上年度整改落实情况
cases = false                   # 要不要写典型案例剖析
explanations = false            # 要不要写需要说明的事项

# 通知规定的每个方面写一段，顺序照通知。
[[dimensions]]
id = "d1"
title = "<通知的原文，如 带头……>"
short = "<简称，用在报告里>"
anchors = ["<只有这个方面才有的词>"]
topics = ["<这个方面的原因和措施会说到的词>"]
exact = true                    # 标题必须与 title 一致（只写其中完整的短句可以）

[[dimensions]]
id = "d2"
title = "<通知的原文>"
anchors = ["<只有这个方面才有的词>"]
topics = []
exact = true
"""


def _known(config: Path | None = None) -> dict[str, Pack]:
    settings, folder = read_config(config, Path())
    try:
        return load_packs(tuple(folder / p for p in settings.packs))
    except DataError as error:
        raise refuse(str(error)) from None


@click.group("packs", short_help="规则包")
def command() -> None:
    """规则包写明一次会要求对照哪些方面、要有哪些部分。"""


@command.command("list")
def list_packs() -> None:
    """列出所有规则包。"""
    for pack in _known().values():
        kinds = {len(pack.dimensions(kind)) for kind in ("individual", "group")}
        count = "、".join(str(n) for n in sorted(kinds)) + " 个方面" if max(kinds) else "不限方面"
        click.echo(f"{pack.id:<13} {pack.title}（{count}，可信度 {pack.confidence}）")


@command.command("show")
@click.argument("name", metavar="规则包")
def show(name: str) -> None:
    """显示一个规则包要求什么、出处在哪里。"""
    packs = _known()
    if name not in packs:
        raise refuse(f"没有 {name} 这个规则包；{did_you_mean(name, packs)}")
    pack = packs[name]
    click.echo(f"{pack.id}  {pack.title}\n出处：{pack.source}")
    for address in pack.addresses:
        click.echo(f"  {address}")
    click.echo(f"可信度：{pack.confidence}{'（待核）' if pack.confidence == 'L' else ''}")
    for kind, title in (("individual", "个人"), ("group", "班子")):
        if kind == "group" and pack.dimensions("group") == pack.dimensions("individual"):
            continue
        same = pack.dimensions("group") == pack.dimensions("individual")
        click.echo("要对照的方面：" if same else f"要对照的方面（{title}）：")
        for rule in pack.dimensions(kind):
            click.echo(f"  {rule.id} {rule.title}{'（措辞待核）' if rule.confidence == 'L' else ''}")
    wanted = [
        text
        for flag, text in (
            (pack.demands.last_year, "上年度整改落实情况"),
            (pack.demands.cases, "典型案例剖析"),
            (pack.demands.explanations, "需要说明的事项"),
        )
        if flag
    ]
    click.echo("另外要写：" + ("、".join(wanted) or "无"))
    limits = pack.limits
    click.echo(
        f"限度（经验值）：问题部分不少于全文 {limits.problems_share:.0%}，全文不少于 {limits.document_length} 字，一个方面不少于 {limits.dimension_length} 字"
    )


@command.command("check")
@click.argument("files", metavar="文件...", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
def check(files: tuple[Path, ...]) -> None:
    """检查自己写的规则包，错在哪个文件、哪一行、哪个键。"""
    try:
        packs = load_packs(files)
    except DataError as error:
        raise refuse(str(error)) from None
    for file in files:
        if "<" in file.read_text("utf-8"):
            raise refuse(f"{file}：还有尖括号里的内容没有换成通知的原文")
    click.echo(f"{len(files)} 个规则包没有错误（连同内置的共 {len(packs)} 个）")


@command.command("new")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path, dir_okay=False))
def new(file: Path) -> None:
    """写一个空白的规则包，照通知填好就能用。"""
    if file.exists():
        raise refuse(f"{file} 已经存在，没有改动")
    digits = "".join(c for c in file.stem if c.isdigit())
    text = _NEW.format(id=file.stem, file=file.as_posix(), year=digits[:4] if len(digits) >= 4 else "2026")
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        raise refuse(f"写不了 {file}：{reason(error)}") from None
    click.echo(f"已写入 {in_line(str(file))}；填好后用 duizhao packs check {in_line(str(file))} 检查")
