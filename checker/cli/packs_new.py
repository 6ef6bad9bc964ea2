"""``duizhao packs new``: a pack from a notice."""

from pathlib import Path

import click

from checker.cli.settings import refuse
from checker.files import reason
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


@click.command("new")
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
