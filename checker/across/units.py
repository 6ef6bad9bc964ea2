"""Whether two names of units can be one: 水利局 and 县水利局, 发改局 and 发展和改革局 are; 县水利局 and 县教育局 aren't."""

import re

_PEERS = ("委员会", "街道", "局", "镇", "乡", "厅", "部", "办", "委", "院", "校")
_REGION = re.compile(r"^[\u4e00-\u9fff]{0,6}?(?:自治县|[省市县区旗])(?=[\u4e00-\u9fff]{2})")


def contradict(one: str, other: str) -> bool:
    """Whether ``one`` and ``other`` are certainly two units of the same rank; in doubt they aren't."""
    if not one or not other or one in other or other in one:
        return False
    kinds = _kind(one), _kind(other)
    cores = _core(one), _core(other)
    if not kinds[0] or kinds[0] != kinds[1] or min(map(len, cores)) < 2:
        return False
    return not (_within(*cores) or _within(*reversed(cores)))


def _kind(unit: str) -> str:
    kind = next((k for k in _PEERS if unit.endswith(k)), "")
    return "委" if kind == "委员会" else kind


def _core(unit: str) -> str:
    """What tells a unit from others: without its region and its last word."""
    kind = next((k for k in _PEERS if unit.endswith(k)), "")
    return _REGION.sub("", unit).removesuffix(kind)


def _within(short: str, long: str) -> bool:
    """Whether ``short`` can be an abbreviation of ``long``: all its characters stand there in order."""
    rest = iter(long)
    return all(c in rest for c in short)
