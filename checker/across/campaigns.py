"""X804: a submission that answers another campaign or year than nearly all the others."""

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.across.seen import Seen
from checker.finding import Finding

_FEWEST = 5
_MOST_SHARE = 0.75
_STRAY_SHARE = 0.1
"""What is more than a tenth of a batch is no stray but a second campaign."""


def outliers(seen: Sequence[Seen]) -> Iterator[tuple[int, Finding]]:
    """(number, finding) of each stray, where the batch is of one campaign otherwise."""
    known = [s for s in seen if s.campaign[1] is not None]
    counts = Counter(s.campaign for s in known)
    if len(known) < _FEWEST:
        return
    (usual, number), *_ = counts.most_common(1)
    if number < _MOST_SHARE * len(known):
        return
    usual_name = Counter(s.answers for s in known if s.campaign == usual).most_common(1)[0][0]
    for stray in known:
        if stray.campaign != usual and counts[stray.campaign] <= max(1, _STRAY_SHARE * len(known)):
            yield (
                stray.number,
                Finding(
                    "X804",
                    f"这一份对照的是{stray.answers}；同一批里 {number} 份对照的是{usual_name}",
                    "核对是不是交错了往年的或者别的会的材料；没有交错，就分开检查",
                    excerpt=stray.answers,
                ),
            )
