"""C: problems, causes and measures answer one another, and measures commit to something."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from checker.data import load_toml, rules_folder
from checker.evidence import commits
from checker.finding import Finding
from checker.submission import Submission

_CLASSES = 2


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    outside: tuple[str, ...]
    inside: tuple[str, ...]


@cache
def _circumstances() -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    """What speaks of circumstances, a pattern for each class of them, and what speaks of oneself."""
    words = load_toml(rules_folder() / "lexicon" / "causes.toml", _Words)
    return tuple(map(re.compile, words.outside)), re.compile("|".join(words.inside))


def check(submission: Submission) -> Iterator[Finding]:
    """All findings on correspondence."""
    yield from _uncovered(submission)
    yield from _vague(submission)
    yield from _external(submission)


def _uncovered(submission: Submission) -> Iterator[Finding]:
    rules = {r.id: r for r in submission.pack.dimensions(submission.kind)}
    answered = {d.id for s in submission.outline.of("problems") for d in s.dimensions}
    for part, code, name, advice in (
        ("causes", "C301", "原因", "原因里有没有挖到这一方面的根子，没有就补上"),
        ("measures", "C302", "措施", "措施里有没有管这一方面的，没有就补上一条"),
    ):
        section = submission.outline.section(part)  # type: ignore[arg-type]
        if section is None:
            continue
        for dimension_id in submission.coverage.uncovered[part]:
            if dimension_id in answered:
                name_of = rules[dimension_id].name
                yield Finding(
                    code,
                    f"“{name_of}”方面查摆的问题，没有一条{name}回应",
                    f"看看{advice}；不必一一对应，但不能没有着落",
                    (section.heading.span,) if section.heading.written else (),
                    dimension_id,
                )


def _vague(submission: Submission) -> Iterator[Finding]:
    sections = submission.outline.of("measures")
    items = [item for s in sections for _, item in s.all_items()]
    if items and not any(commits(submission.normal(i.text).text) for i in items):
        heading = sections[0].heading
        yield Finding(
            "C303",
            f"{len(items)} 条措施没有一条能在事后核对：没有数字、次数、时限，也没有具体的人、事、文件",
            "至少写明做什么、做几次、什么时候做完、谁来盯，例如“每季度到联系村走访1次，6月底前办结……”",
            (heading.span,) if heading.written else (),
            "measures",
        )


def _external(submission: Submission) -> Iterator[Finding]:
    outside, inside = _circumstances()
    for section in submission.outline.of("causes"):
        for _, item in section.all_items():
            text = submission.normal(item.text).text
            if sum(bool(kind.search(text)) for kind in outside) >= _CLASSES and not inside.search(text):
                yield Finding(
                    "C304",
                    "这条原因说的都是客观条件，没有从自己身上找",
                    "客观困难可以提，但要写到自己的思想、党性、作风上：同样的条件下自己为什么没有做好",
                    item.parts[:1],
                    item.lead,
                )
