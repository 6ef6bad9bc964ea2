"""What counts: selection, severity, suppression with a reason. Applied after the checks, so that what is suppressed still exists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from checker.baseline import Baseline
from checker.config import Suppression
from checker.data import DataError
from checker.document import Comment
from checker.finding import SEVERITIES, Severity
from checker.globs import matches
from checker.packs import did_you_mean
from checker.report import ReportedFinding
from checker.rulebook import Rule, rules


@dataclass(frozen=True, slots=True)
class Policy:
    """``select`` and ``ignore`` are codes; an empty ``select`` means all. ``fail_on`` is the least severity that fails a file.

    ``mandatory`` codes can't be suppressed; where the configuration names them (``enforced``), they can't be deselected either.
    ``suppressions`` are the configuration's, with paths from ``folder``; what the ``baseline`` accepted is suppressed last.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    mandatory: frozenset[str] = frozenset()
    enforced: bool = False
    fail_on: Severity | None = "error"
    suppressions: tuple[Suppression, ...] = ()
    folder: Path = Path()
    baseline: Baseline | None = None

    def wants(self, code: str) -> bool:
        """Whether findings of ``code`` are reported at all. An enforced mandatory one always is."""
        if self.enforced and code in self.mandatory:
            return True
        return code not in self.ignore and (code in self.select if self.select else code not in _off())

    @property
    def kept(self) -> frozenset[str]:
        """The codes whose findings nothing may take away."""
        return self.mandatory if self.enforced else frozenset()

    def fails(self, findings: Iterable[ReportedFinding]) -> bool:
        """Whether one of ``findings`` is grave enough to fail the check."""
        if self.fail_on is None:
            return False
        limit = SEVERITIES.index(self.fail_on)
        return any(f.suppressed is None and SEVERITIES.index(f.severity) <= limit for f in findings)


@cache
def _off() -> frozenset[str]:
    """The codes that are reported only where they are asked for."""
    return frozenset(code for code, rule in rules().items() if not rule.default)


def suppress(
    findings: Iterable[ReportedFinding], path: str, comments: Sequence[Comment], policy: Policy
) -> tuple[tuple[ReportedFinding, ...], tuple[str, ...]]:
    """``findings`` of the file ``path`` with the reason where one is suppressed, and remarks (Chinese) on comments without effect.

    A finding in several places is suppressed by a comment only where it stands in that paragraph alone.
    """
    rules_here = [s for s in policy.suppressions if matches(path, s.path, policy.folder)]
    used: set[int] = set()
    judged = []
    for finding in findings:
        reason = None
        if finding.code not in policy.mandatory:
            reason = next(
                (s.reason for s in rules_here if names(finding, s.code) and s.excerpt in finding.excerpt), None
            )
            for n, comment in enumerate(comments):
                if (
                    comment.reason
                    and any(names(finding, c) for c in comment.codes)
                    and _stands_in(finding, comment.paragraph)
                ):
                    used.add(n)
                    reason = reason or comment.reason
        judged.append(replace(finding, suppressed=reason) if reason else finding)
    idle = [_idle(comment, policy) for n, comment in enumerate(comments) if n not in used]
    accepted = policy.baseline.apply(path, judged, policy.kept) if policy.baseline else tuple(judged)
    return accepted, tuple(idle)


def names(finding: ReportedFinding, code: str) -> bool:
    """Whether ``code`` (or a rule's name) is that of ``finding``."""
    return finding.code == code.upper() or finding.name == code.lower()


def _stands_in(finding: ReportedFinding, paragraph: int | None) -> bool:
    return paragraph is None or (bool(finding.places) and all(p.paragraph == paragraph for p in finding.places))


def _idle(comment: Comment, policy: Policy) -> str:
    what = f"第{comment.line}行的豁免注释（{'、'.join(comment.codes)}）"
    if not comment.reason:
        return what + "没有写理由，不起作用"
    if any(code.upper() in policy.mandatory for code in comment.codes):
        return what + "不起作用：这是必查规则，不能豁免"
    return what + "没有用到，可以删去"


def expand_codes(words: Sequence[str], rules: Mapping[str, Rule], *, asked: bool = False) -> frozenset[str]:
    """The codes that ``words`` name: a code (W503), the beginning of one (W, W5), or a name (fixed-phrase). ``asked``: a beginning
    stands only for those that are on by default; the others have to be asked for by their whole code or name.

    Raises DataError with the nearest name where one names nothing.
    """
    names = {rule.name: code for code, rule in rules.items()}
    found: set[str] = set()
    for word in (w.strip() for text in words for w in text.split(",") if w.strip()):
        begins = {code for code in rules if code.startswith(word.upper())}
        hits = {code for code in begins if not asked or rules[code].default or code == word.upper()} or (
            {names[word.lower()]} if word.lower() in names else set()
        )
        if not hits:
            raise DataError(
                f"没有 {word} 这条规则；{did_you_mean(word.upper() if word[:1].isupper() else word, [*rules, *names])}"
            )
        found |= hits
    return frozenset(found)
