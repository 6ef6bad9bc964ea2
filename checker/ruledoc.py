"""The rules for readers: the page ``docs/rules.md`` and what ``duizhao explain`` prints, both from the records alone.

``python -m checker.ruledoc`` writes the page to standard output.
"""

from collections.abc import Iterator
from itertools import groupby

from checker.finding import Severity
from checker.rulebook import BASIS_NAMES, Example, Rule, rules

FAMILIES = {
    "E": "读不读得了",
    "S": "结构",
    "D": "对照的方面",
    "C": "问题、原因、措施的呼应",
    "P": "见人见事见思想",
    "W": "用语",
    "N": "序号",
    "X": "一批材料之间",
}
SEVERITY_NAMES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
KIND_NAMES = {"individual": "", "group": "班子材料"}


def facts(rule: Rule) -> str:
    """What weight a rule has and on whose word, in one line."""
    kept = "，不能用忽略来压下" if rule.mandatory else ""
    if not rule.default:
        kept += f"，平时不报，用 --select {rule.code} 才报"
    source = rule.source.removeprefix("经验判断：")
    return f"{SEVERITY_NAMES[rule.severity]}{kept}。依据：{BASIS_NAMES[rule.basis]}——{source}"


def remarks(example: Example) -> str:
    """What is to be known of an example, or nothing."""
    return "；".join(
        filter(None, (KIND_NAMES[example.kind], f"报：{example.excerpt}" if example.excerpt else "", example.note))
    )


def quoted(example: Example) -> list[str]:
    """The lines of an example as readers can see them; control characters as ·."""
    lines = ("".join(c if c.isprintable() else "·" for c in line) for line in example.text.split("\n"))
    return [line for line in lines if line.strip()] or ["（空白）"]


def page() -> str:
    """All rules as one Markdown page."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    yield "<!-- 由 python -m checker.ruledoc 从 rules/records/ 生成，请改那里。 -->\n"
    yield "# 规则\n"
    yield "每条规则有一个不变的代码。“错误”使检查不通过；“警告”“提示”不影响通过，可用 `--fail-on` 改变。"
    yield "在命令行里，`duizhao explain 代码` 显示其中一条。例文里的〔引言〕〔原因〕等代表完整材料的相应部分。\n"
    yield "| 代码 | 名称 | 级别 | 查什么 |\n|---|---|---|---|"
    for rule in rules().values():
        link = f"[{rule.code}](#{rule.code.lower()})"
        yield f"| {link} | {rule.name} | {SEVERITY_NAMES[rule.severity]} | {rule.summary} |"
    for family, members in groupby(rules().values(), key=lambda rule: rule.code[0]):
        yield f"\n## {FAMILIES[family]}"
        for rule in members:
            yield from _section(rule)
    yield ""


def _section(rule: Rule) -> Iterator[str]:
    yield f'\n<a id="{rule.code.lower()}"></a>\n\n### {rule.code} {rule.summary}\n'
    yield f"`{rule.name}`　{facts(rule)}\n"
    yield f"**是什么**　{rule.what}\n\n**为什么**　{rule.why}\n\n**怎么改**　{rule.how}"
    for title, examples in (("反例", rule.bad), ("正例", rule.good)):
        for example in examples:
            note = remarks(example)
            yield f"\n{title}{f'（{note}）' if note else ''}：\n\n```text"
            yield "\n".join(quoted(example)) + "\n```"


if __name__ == "__main__":
    import sys

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
