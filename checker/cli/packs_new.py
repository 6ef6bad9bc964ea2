"""``duizhao packs new``: a pack from a notice."""

from pathlib import Path

import click

from checker.cli.settings import refuse
from checker.reports.mask import named
from checker.system_errors import reason

_BLANK = """# 规则包：{id}。把尖括号里的内容换成通知的原文，再用 duizhao packs check {file} 检查。
# 把它放在材料文件夹里，或在 duizhao.toml 里写 packs = ["{file}"]，duizhao check 就会用上它。
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


@click.command("new", short_help="照通知写一个规则包", options_metavar="[选项]")
@click.argument("notice", metavar="通知", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--id", "pack_id", metavar="编号", default="", help="规则包的编号（默认如 minzhu-2026）")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar="文件", help="写到这个文件（默认是编号加 .toml；- 是屏幕）"
)  # fmt: skip
def new(notice: Path, pack_id: str, output: Path | None) -> None:
    """读通知（.docx .doc .wps .pdf .html .txt，- 是粘贴到标准输入的文字），写出规则包，注明根据和待核的地方。

    通知里没有列出要对照的方面，就不写。给出一个还不存在的 .toml 文件，写一个空白的，自己填。
    """
    if notice.suffix == ".toml":
        _blank(notice, pack_id)
        return
    from checker.notice.pack import pack_of
    from checker.notice.source import NoNotice, notice_from
    from checker.notice.write import toml_text

    try:
        read = notice_from(notice)
    except NoNotice as error:
        raise refuse(f"{error}；没有写规则包") from None
    pack = pack_of(read, pack_id)
    target = output or Path(f"{pack.id}.toml")
    text = toml_text(read, pack, target.as_posix() if str(target) != "-" else f"{pack.id}.toml")
    if str(target) == "-":
        click.echo(text, nl=False)
        return
    _write(target, text)
    from checker.notice.summary import lines

    for line in [f"已写入 {target}", *lines(read, pack), f"请对着通知核一遍，再用 duizhao packs check {target} 检查"]:
        click.echo("".join(c if c.isprintable() else "\ufffd" for c in line))


def _blank(file: Path, pack_id: str) -> None:
    digits = "".join(c for c in file.stem if c.isdigit())
    year = digits[:4] if len(digits) >= 4 else "2026"
    _write(file, _BLANK.format(id=pack_id or file.stem, file=file.as_posix(), year=year))
    shown = named(str(file))
    click.echo(
        f"已写入 {shown}，是空白的；填好后用 duizhao packs check {shown} 检查。有通知的，用 duizhao packs new 通知.docx"
    )


def _write(file: Path, text: str) -> None:
    """Write a file that isn't there yet."""
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(text)
    except FileExistsError:
        raise refuse(f"{file} 已经存在，没有改动") from None
    except OSError as error:
        raise refuse(f"写不了 {file}：{reason(error)}") from None
