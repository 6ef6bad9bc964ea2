"""``--notice``: the pack that a notice makes, for this run only."""

from pathlib import Path

from checker.cli.settings import refuse
from checker.packfile import PackFile


def by_notice(notice: Path | None, pack: str | None) -> tuple[PackFile | None, list[str]]:
    """The pack that ``notice`` makes and what to remark on it; nothing where no notice is given."""
    if notice is None:
        return None, []
    if pack:
        raise refuse("--notice 和 --pack 只能用一个：前者照通知检查，后者照规则包检查")
    from checker.notice.pack import IN_MEMORY, doubts_of, mistakes, pack_of
    from checker.notice.source import NoNotice, notice_from

    try:
        read = notice_from(notice)
    except NoNotice as error:
        raise refuse(str(error)) from None
    made = pack_of(read, IN_MEMORY)
    counts = {"individual": "个人", "group": "班子"}
    said = "，".join(f"{counts.get(one.subject, '')}{len(one.titles)} 个方面" for one in read.lists)
    doubts = [f"通知待核：{text}" for text in (*doubts_of(read), *mistakes(made))]
    return made, [f"照通知 {notice.name} 检查：{said}", *doubts]
