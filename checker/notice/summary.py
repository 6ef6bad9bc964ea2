"""What was read from a notice, in a few lines for the screen."""

from collections.abc import Iterator

from checker.notice.model import Notice
from checker.notice.pack import doubts_of, missing, mistakes
from checker.packfile import PackFile

_SUBJECTS = {"individual": "个人", "group": "班子"}


def lines(notice: Notice, pack: PackFile) -> Iterator[str]:
    """The meeting, its aspects, what has to be looked at and what wasn't found."""
    yield f"{pack.id}  {pack.title}"
    for one in notice.lists:
        yield f"{_SUBJECTS.get(one.subject, '班子和个人')}要对照 {len(one.titles)} 个方面（通知第 {one.paragraph} 段）："
        for n, title in enumerate(one.titles, 1):
            yield f"  {n}. {title}"
    for text in (*doubts_of(notice), *mistakes(pack)):
        yield f"待核：{text}"
    left = list(missing(notice))
    if left:
        yield f"通知里没有找到：{'、'.join(left)}"
