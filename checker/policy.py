"""What counts: selection, severity, suppression with a reason. Applied after the checks, so that what is suppressed still exists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checker.data import DataError
from checker.finding import SEVERITIES, Severity
from checker.packs import did_you_mean
from checker.report import ReportedFinding
from checker.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Policy:
    """``select`` and ``ignore`` are codes; an empty ``select`` means all. ``fail_on`` is the least severity that fails a file."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    mandatory: frozenset[str] = frozenset()
    fail_on: Severity | None = "error"

    def wants(self, code: str) -> bool:
        """Whether findings of ``code`` are reported at all. A mandatory one always is."""
        if code in self.mandatory:
            return True
        return code not in self.ignore and (not self.select or code in self.select)

    def fails(self, findings: Iterable[ReportedFinding]) -> bool:
        """Whether one of ``findings`` is grave enough to fail the check."""
        if self.fail_on is None:
            return False
        limit = SEVERITIES.index(self.fail_on)
        return any(f.suppressed is None and SEVERITIES.index(f.severity) <= limit for f in findings)


def expand_codes(words: Sequence[str], rules: Mapping[str, Rule]) -> frozenset[str]:
    """The codes that ``words`` name: a code (W503), the beginning of one (W, W5), or a name (fixed-phrase).

    Raises DataError with the nearest name where one names nothing.
    """
    names = {rule.name: code for code, rule in rules.items()}
    found: set[str] = set()
    for word in (w.strip() for text in words for w in text.split(",") if w.strip()):
        hits = {code for code in rules if code.startswith(word.upper())} or ({names[word.lower()]} if word.lower() in names else set())
        if not hits:
            raise DataError(f"没有 {word} 这条规则；{did_you_mean(word.upper() if word[:1].isupper() else word, [*rules, *names])}")
        found |= hits
    return frozenset(found)
