"""The command ``duizhao``. Each subcommand lives in a module of its own, imported when it is called."""

import gettext
import os
import sys
from importlib import import_module
from importlib.resources import files

import click

from checker import __version__

_COMMANDS = {
    "check": "检查材料，报告缺什么、哪里不对、怎么改",
    "outline": "看看一份材料认出了哪些部分、方面和条目",
    "annotate": "把问题批注在 Word 副本里，原文件不动",
    "baseline": "接受现有的问题，以后只报新出现的",
    "rules": "列出全部规则",
    "explain": "解释一条规则：是什么、为什么、怎么改，附例文",
    "packs": "查看、检查、新建各次会的规则包",
}


class _Lazy(click.Group):
    """Loads a subcommand when it is asked for, so that --help imports nothing else."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"checker.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(gettext.gettext("Commands")):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_Lazy,
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]...",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__, "-V", "--version", prog_name="duizhao", message="%(prog)s %(version)s", help="显示版本"
)
def group() -> None:
    """对照检查材料的检查器：查规定的方面齐不齐，问题、原因、措施有没有、对不对得上，是不是见人见事见思想。

    只查形式、齐全和具体，不评价人。全程在本机运行，不联网。
    """


def _speak_chinese() -> None:
    """click's own messages come from the gettext catalogue that is set here; ours are Chinese as they are."""
    os.environ["LANGUAGE"] = "zh_CN"
    gettext.bindtextdomain("duizhao", str(files("checker") / "locale"))
    gettext.textdomain("duizhao")


def main() -> None:
    """Run the command; text goes out as UTF-8 whatever the console is set to."""
    from checker.cli.ending import heed_signals, run

    heed_signals()
    _speak_chinese()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(group))
