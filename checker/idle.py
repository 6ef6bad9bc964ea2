"""Suppressions of the configuration that suppress nothing: told where the run could have shown that they are needed, else not."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.config import Suppression
from checker.globs import matches
from checker.policy import Policy, expand_codes, names
from checker.report import ReportedFinding
from checker.rulebook import rules


def unused(
    suppressions: Sequence[Suppression],
    files: Iterable[tuple[str, Iterable[ReportedFinding]]],
    policy: Policy,
    checked: Sequence[Path] | None = None,
) -> tuple[str, ...]:
    """Sentences (Chinese) on those of ``suppressions`` that are idle, or can't work, in ``files`` (path and findings).

    ``checked`` are the paths that the run was given: what lies elsewhere may still need its suppression. None means everything.
    """
    if not suppressions:
        return ()
    found = [(path, list(findings)) for path, findings in files]
    told = []
    for entry in suppressions:
        what = f"[[ignore]] path = {entry.path!r}，code = {entry.code!r}："
        codes = expand_codes([entry.code], rules())
        here = [findings for path, findings in found if matches(path, entry.path, policy.folder)]
        hits = (f for findings in here for f in findings if f.suppressed and names(f, entry.code))
        if codes & policy.mandatory:
            if here:
                told.append(f"{what}不起作用：{'、'.join(sorted(codes & policy.mandatory))} 是必查规则，不能豁免")
        elif (
            not any(entry.excerpt in f.excerpt for f in hits)
            and _was_checked(entry.path, policy.folder, checked)
            and any(policy.wants(code) for code in codes)
        ):
            told.append(f"{what}没有用到，可以删去")
    return tuple(told)


def _was_checked(pattern: str, folder: Path, checked: Sequence[Path] | None) -> bool:
    """Whether all that ``pattern`` can name, from ``folder``, lies in what was ``checked``."""
    if checked is None:
        return True
    fixed = folder
    if "/" in pattern.rstrip("/"):
        for part in pattern.split("/"):
            if re.search(r"[*?\[]", part):
                break
            fixed = fixed / part
    where = Path(os.path.realpath(fixed))
    return any(where.is_relative_to(os.path.realpath(path)) for path in checked)
