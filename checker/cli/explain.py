"""``duizhao explain CODE``: one rule in full."""

from collections.abc import Iterator

import click

from checker.cli.settings import refuse

_WIDTH = 78  # two columns are left for a mark that may not begin a line
_NOT_FIRST = "，。；：、！？”’）》】…"


@click.command("explain", short_help="解释一条规则：是什么、为什么、怎么改，附例文")
@click.argument("code", metavar="代码")
def command(code: str) -> None:
    """解释一条规则：是什么、为什么、怎么改，附例文。代码如 W503，也可以写名称如 fixed-phrase。"""
    from checker.packs import did_you_mean
    from checker.rulebook import rules

    wanted = code.strip()
    found = next((r for r in rules().values() if wanted.upper() == r.code or wanted.lower() == r.name), None)
    if found is None:
        near = wanted.upper() if wanted[:1].isalpha() and wanted[1:].isdigit() else wanted.lower()
        known = [r.code if near.isupper() else r.name for r in rules().values()]
        raise refuse(f"没有 {code} 这条规则；{did_you_mean(near, known)}")
    click.echo("\n".join(_explained(found.code)))


def _explained(code: str) -> Iterator[str]:
    from checker.rulebook import rules
    from checker.ruledoc import facts, quoted, remarks

    rule = rules()[code]
    yield click.style(f"{rule.code} {rule.name}", bold=True)
    yield from _wrapped(rule.summary, "")
    yield ""
    yield from _wrapped(facts(rule), "")
    for title, text in (("是什么", rule.what), ("为什么", rule.why), ("怎么改", rule.how)):
        yield ""
        yield click.style(title, bold=True)
        yield from _wrapped(text, "  ")
    for title, colour, examples in (("反例", "red", rule.bad), ("正例", "green", rule.good)):
        yield ""
        yield click.style(title, fg=colour, bold=True)
        for number, example in enumerate(examples, 1):
            mark = f"  {number}. "
            for line in quoted(example):
                yield from _wrapped(line, " " * len(mark), mark)
                mark = " " * len(mark)
            if note := remarks(example):
                yield from _wrapped(f"（{note}）", mark)


def _wrapped(text: str, indent: str, first: str = "") -> list[str]:
    """``text`` in lines of at most 80 columns, Chinese counted double, closing marks kept off the line's start."""
    from wcwidth import wrap

    lines: list[str] = []
    for line in wrap(text, _WIDTH, initial_indent=first or indent, subsequent_indent=indent):
        words = line.removeprefix(indent) if lines else line
        if lines and words[:1] in _NOT_FIRST:
            lines[-1] += words[:1]
            words = words[1:]
        if words:
            lines.append(indent * bool(lines) + words)
    return lines
