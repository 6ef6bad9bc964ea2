"""``duizhao packs``: the packs there are, what one demands, whether one's own is right, and a new one from a notice."""

import sys
from pathlib import Path

import click

from checker.cli.settings import read_config, refuse
from checker.data import DataError
from checker.packs import Pack, did_you_mean, load_packs, read_pack

FILE = click.Path(path_type=Path, dir_okay=False)


def _known(files: tuple[Path, ...] = ()) -> dict[str, Pack]:
    """The built-in packs, those of the folder and its configuration, and those in ``files``."""
    settings, folder, _ = read_config(None, Path())
    try:
        return load_packs((*(folder / p for p in settings.packs), *files))
    except DataError as error:
        raise refuse(str(error)) from None


def _in(file: Path) -> str:
    """The id of the pack in ``file``."""
    try:
        return read_pack(file).id
    except DataError as error:
        raise refuse(str(error)) from None


@click.group("packs", short_help="规则包")
def command() -> None:
    """规则包写明一次会要求对照哪些方面、要有哪些部分。"""


@command.command("list")
@click.argument("files", metavar="[文件...]", nargs=-1, type=FILE)
def list_packs(files: tuple[Path, ...]) -> None:
    """列出所有规则包；给出文件时，只列这些文件里的。"""
    packs = _known(files)
    for pack in [packs[_in(file)] for file in files] or packs.values():
        kinds = {len(pack.dimensions(kind)) for kind in ("individual", "group")}
        count = "、".join(str(n) for n in sorted(kinds)) + " 个方面" if max(kinds) else "不限方面"
        click.echo(_shown(f"{pack.id:<15} {pack.title}（{count}，可信度 {pack.confidence}）"))


@command.command("show")
@click.argument("name", metavar="规则包或文件")
def show(name: str) -> None:
    """显示一个规则包要求什么、出处在哪里。"""
    file = Path(name)
    written = name.endswith(".toml") or file.is_file()
    packs = _known((file,) if written else ())
    wanted = _in(file) if written else name
    if wanted not in packs:
        raise refuse(f"没有 {name} 这个规则包；{did_you_mean(name, packs)}")
    for line in _lines(packs[wanted]):
        click.echo(_shown(line))


def _lines(pack: Pack) -> list[str]:
    lines = [f"{pack.id}  {pack.title}", f"出处：{pack.source}", *(f"  {address}" for address in pack.addresses)]
    lines.append(f"可信度：{pack.confidence}{'（待核）' if pack.confidence == 'L' else ''}")
    same = pack.dimensions("group") == pack.dimensions("individual")
    for kind, title in (("individual", "个人"), ("group", "班子")):
        if kind == "group" and same:
            continue
        lines.append("要对照的方面：" if same else f"要对照的方面（{title}）：")
        for rule in pack.dimensions(kind):
            doubt = "（措辞待核）" if rule.confidence == "L" else ""
            lines.append(f"  {rule.id} {rule.title}{'（不写不报）' if rule.optional else ''}{doubt}")
    wanted = [
        text
        for flag, text in (
            (pack.demands.last_year, "上年度整改落实情况"),
            (pack.demands.cases, "典型案例剖析"),
            (pack.demands.explanations, "需要说明的事项"),
        )
        if flag
    ]
    lines.append("另外要写：" + ("、".join(wanted) or "无"))
    limits = pack.limits
    lines.append(
        f"限度（经验值）：问题部分不少于全文 {limits.problems_share:.0%}，全文不少于 {limits.document_length} 字，一个方面不少于 {limits.dimension_length} 字"
    )
    return lines


@command.command("check")
@click.argument("files", metavar="文件...", nargs=-1, required=True, type=FILE)
@click.option(
    "--try",
    "texts",
    multiple=True,
    metavar="材料",
    type=click.Path(path_type=Path),
    help="拿写好的材料试一试：每个锚词是不是只认出自己的方面；可多次给出，也可以是文件夹",
)
def check(files: tuple[Path, ...], texts: tuple[Path, ...]) -> None:
    """检查自己写的规则包，错在哪个文件、哪一行、哪个键；也收内置规则包的编号。

    退出状态：0 没有错误；1 用 --try 试出锚词认错了方面；2 规则包有错误。
    """
    from checker.packdoubts import doubts

    known = _known()
    written = tuple(file for file in files if file.is_file() or str(file) not in known)
    packs = _known(written)
    chosen = [packs[_in(file)] if file in written else packs[str(file)] for file in files]
    for file in written:
        left = [
            n for n, line in enumerate(_text(file).splitlines(), 1) if "<" in line and not line.lstrip().startswith("#")
        ]
        if left:
            raise refuse(f"{file} 第 {left[0]} 行：还有尖括号里的内容没有换成通知的原文")
    for pack in chosen:
        wrong = doubts(pack)
        if wrong:
            raise refuse("\n".join(f"{pack.id}：{text}" for text in wrong))
    click.echo(f"{len(files)} 个规则包没有错误（连同内置的共 {len(packs)} 个）")
    if texts:
        from checker.cli.packs_try import tried

        if not tried(chosen, packs, texts):
            sys.exit(1)


def _shown(line: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in line)


def _text(file: Path) -> str:
    from checker.data import read_text

    return read_text(file, "规则包")


@command.command("schema")
def schema() -> None:
    """输出规则包的 JSON Schema，给编辑器用（补全、当场报错）。"""
    from checker.packschema import schema_text

    click.echo(schema_text(), nl=False)


from checker.cli.packs_new import new  # noqa: E402 (the command of its own module)

command.add_command(new)
