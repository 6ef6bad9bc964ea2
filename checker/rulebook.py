"""The rule book: one record a rule, read from ``rules/records/*.toml``; everything that speaks of a rule reads it here."""

from functools import cache
from typing import Literal

import msgspec

from checker.data import load_toml, rules_folder
from checker.finding import Severity

Basis = Literal["notice", "regulation", "standard", "experience", "input"]
BASIS_NAMES: dict[Basis, str] = {
    "notice": "通知要求",
    "regulation": "党内法规",
    "standard": "国家标准",
    "experience": "经验判断",
    "input": "检查前提",
}


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A text for readers that also runs as a test. ``place`` says where in a sound submission it is put: as a problem item,
    a cause, a measure, the opening or the title; ``document``: it is a whole submission, in which 〔引言〕, 〔原因〕 and the
    like stand for the parts of the sound one; ``file``: it is the very content of a file; ``batch``: it concerns several files. ``excerpt`` is what a bad one
    reports, ``also`` are codes that it can't but trip too.
    """

    text: str
    excerpt: str = ""
    place: Literal["item", "cause", "measure", "opening", "title", "document", "file", "batch"] = "item"
    kind: Literal["individual", "group"] = "individual"
    note: str = ""
    also: tuple[str, ...] = ()


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a rule is called, how grave it is, on what authority, and what it is for; ``what``, ``why``, ``how`` are Chinese prose.

    One without ``default`` is reported only where somebody asks for it.
    """

    code: str
    name: str
    severity: Severity
    basis: Basis
    source: str
    summary: str
    what: str
    why: str
    how: str
    mandatory: bool = False
    default: bool = True
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rule: tuple[Rule, ...]


@cache
def rules() -> dict[str, Rule]:
    """All rules by code, in the order of their codes. Raises DataError where a record is malformed."""
    folder = rules_folder() / "records"
    found = [rule for f in folder.iterdir() if f.name.endswith(".toml") for rule in load_toml(f, RuleFile).rule]
    order = {family: i for i, family in enumerate("ESDCPWNX")}
    return {rule.code: rule for rule in sorted(found, key=lambda r: (order[r.code[0]], r.code))}
