"""``duizhao rules``: all rules in a list."""

import click


@click.command("rules", short_help="列出全部规则：代码、名称、级别、查什么")
def command() -> None:
    """列出全部规则。要看其中一条的全文，用 duizhao explain 代码。"""
    from itertools import groupby

    from checker.rulebook import rules
    from checker.ruledoc import FAMILIES, SEVERITY_NAMES

    for family, members in groupby(rules().values(), key=lambda rule: rule.code[0]):
        click.echo(click.style(FAMILIES[family], bold=True))
        for rule in members:
            click.echo(
                f"  {rule.code}  {SEVERITY_NAMES[rule.severity]}  {rule.name:<22} {rule.summary}{'' if rule.default else '（平时不报）'}"
            )
