"""A pack as a commented TOML file, for a person to check against the notice."""

from importlib.resources import files

import msgspec
from jinja2 import Environment, StrictUndefined

from checker.notice.model import Notice
from checker.notice.pack import doubts_of, missing, mistakes
from checker.packfile import PackFile

_LONGEST = 80


def toml_text(notice: Notice, file: PackFile, name: str) -> str:
    """The file ``name`` that says ``file``, with the notice's words beside what was read from them."""
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    environment.filters["toml"] = lambda value: msgspec.json.encode(value).decode()
    environment.filters["line"] = _line
    rules = iter(file.dimensions)
    return environment.from_string((files("checker.notice") / "templates" / "pack.toml.j2").read_text("utf-8")).render(
        notice=notice,
        file=file,
        name=name,
        unsure=[*doubts_of(notice), *mistakes(file)],
        missing=list(missing(notice)),
        demands=[
            ("last-year", notice.last_year, "上年度整改落实情况"),
            ("cases", notice.cases, "典型案例剖析"),
            ("explanations", notice.explanations, "需要说明的事项"),
        ],
        lists=[(one, [next(rules) for _ in one.titles]) for one in notice.lists],
    )


def _line(text: str) -> str:
    """``text`` as it can stand in a comment: one line, not too long."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "…"
