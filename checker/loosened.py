"""What a configuration lets pass that would be reported without it: for whoever didn't write it."""

from collections.abc import Iterator, Mapping, Sequence

from checker.config import Config
from checker.finding import SEVERITIES, Severity
from checker.policy import expand_codes
from checker.rulebook import Rule

_NAMES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}


def loosened(config: Config, known: Mapping[str, Rule]) -> tuple[str, ...]:
    """Phrases (Chinese) on what ``config`` takes away; empty where it only adds."""
    return tuple(_loosened(config, known))


def _loosened(config: Config, known: Mapping[str, Rule]) -> Iterator[str]:
    if config.fail_on == "never":
        yield "有什么问题都不算不通过"
    if config.select:
        yield f"只查 {_listed(config.select)}"
    if config.disable:
        yield f"不查 {_listed(config.disable)}"
    for key, severity in config.severity.items():
        lowered = [c for c in expand_codes([key], known) if _grade(severity) > _grade(known[c].severity)]
        if lowered:
            yield f"{key} 降为{_NAMES[severity]}"
    if config.mandatory is not None:
        kept = expand_codes(config.mandatory, known)
        freed = sorted(code for code, rule in known.items() if rule.mandatory and code not in kept)
        if freed:
            yield f"准许豁免 {_listed(freed)}"
    if config.exclude:
        yield f"跳过 {_listed(config.exclude)}"
    if config.ignore:
        yield f"豁免 {len(config.ignore)} 处（{_listed(sorted({entry.code for entry in config.ignore}))}）"
    if config.baseline:
        yield "基线里的问题不算"
    if config.pack:
        yield f"一律按规则包 {config.pack} 检查"
    if config.packs:
        yield f"用自带的规则包 {_listed(config.packs)}"


def _grade(severity: Severity) -> int:
    return SEVERITIES.index(severity)


def _listed(words: Sequence[str]) -> str:
    return "、".join(words[:5]) + (f" 等 {len(words)} 项" if len(words) > 5 else "")
