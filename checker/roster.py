"""The roster (``--roster 名单.xlsx|csv``): who owes a submission, who hasn't submitted, who submitted twice (X803)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.finding import Finding
from checker.report import FileReport, RosterEntry
from checker.reports.mask import in_line, named
from checker.reports.people import Person, identify, office, shared_folders, steps
from checker.tables import TableError, tables

_HEADINGS = {
    "unit": ("单位", "单位名称", "所在单位", "工作单位", "部门", "支部", "党支部", "所在支部", "所在党支部"),
    "name": ("姓名", "名字", "党员姓名"),
    "post": ("职务", "职位", "岗位", "现任职务", "职务名称"),
    "office": ("单位及职务", "单位职务", "单位和职务", "工作单位及职务", "所在单位及职务"),
}
_GROUP = re.compile(r".*班子(?:集体|材料|成员)?|党委会?|党工委|党组|支委会?|支部委员会")
_FIRST_ROWS = 20


class RosterError(Exception):
    """The roster can't be used; the message (Chinese) names the file and says why."""


def load_roster(path: Path) -> tuple[RosterEntry, ...]:
    """The entries of ``path`` (.xlsx or .csv by content), none with submissions yet. Raises RosterError."""
    try:
        found_tables = tables(path)
    except TableError as error:
        raise RosterError(f"{named(str(path))}：{error}") from None
    for table in found_tables:
        found = _entries(table)
        if found:
            return found
    needed = f"前 {_FIRST_ROWS} 行要有表头“单位”“姓名”“职务”，至少有姓名或单位"
    raise RosterError(f"{named(str(path))}：花名册里没有找到人。{needed}")


def _entries(table: Sequence[Sequence[str]]) -> tuple[RosterEntry, ...]:
    for number, row in enumerate(table[:_FIRST_ROWS]):
        titles = [re.sub(r"\s|[（(].*", "", cell) for cell in row]
        columns = {key: i for key, names in _HEADINGS.items() for i, title in enumerate(titles) if title in names}
        if columns.keys() & {"unit", "name", "office"}:
            rows = enumerate(table[number + 1 :], number + 2)
            return tuple(entry for n, line in rows if (entry := _entry(n, line, columns)))
    return ()


def _entry(number: int, row: Sequence[str], columns: dict[str, int]) -> RosterEntry | None:
    said = {key: row[i].replace("\n", "") if i < len(row) else "" for key, i in columns.items()}
    both = office(said.get("office", ""))
    name = re.sub(r"\s|[（(].*", "", said.get("name", ""))
    unit, post = said.get("unit") or both.unit, said.get("post") or both.post
    if not (name or unit) or name in ("合计", "总计", "姓名") or unit in ("合计", "总计"):
        return None
    return RosterEntry(number, unit, name, post)


@dataclass(frozen=True, slots=True)
class _Submission:
    file: FileReport
    person: Person
    words: str


def match(roster: Iterable[RosterEntry], files: Sequence[FileReport]) -> tuple[RosterEntry, ...]:
    """``roster`` with the submissions of each entry: a name decides, and the unit where it contradicts."""
    roster = tuple(roster)
    shared = shared_folders(f.path for f in files)
    found: dict[int, list[FileReport]] = {i: [] for i in range(len(roster))}
    rest = []
    names = defaultdict(list)
    for i, entry in enumerate(roster):
        names[entry.name].append(i)
    for file in files:
        words = re.sub(r"\s", "", "\n".join([*steps(file.path), file.title or "", file.byline or ""]))
        submission = _Submission(file, identify(file.path, file.title, file.byline, shared), words)
        owners = _by_name(roster, names, submission)
        if not owners:
            rest.append(submission)
        for owner in owners:
            found[owner].append(file)
    for submission in rest:
        for i, entry in enumerate(roster):
            if not entry.name and _by_unit(entry, submission):
                found[i].append(submission.file)
    return tuple(replace(e, submissions=tuple(f.path for f in _own(e, found[i]))) for i, e in enumerate(roster))


def _by_name(roster: Sequence[RosterEntry], names: Mapping[str, list[int]], submission: _Submission) -> list[int]:
    """The entries whose name the submission bears; of several, those whose unit, then whose post, it bears too."""
    known = submission.person.name
    named = names.get(known, []) if known else []
    if not named:
        borne = [name for name in names if len(name) > 1 and name in submission.words]
        longest = [name for name in borne if not any(name in other != name for other in borne)]
        named = [i for name in longest for i in names[name]]
    agreeing = [i for i in named if _same_unit(roster[i].unit, submission)]
    if agreeing:
        posts = [i for i in agreeing if _same_post(roster[i].post, submission)]
        return posts or agreeing
    anywhere = [i for i in named if not roster[i].unit]
    if anywhere or not any(_same_unit(e.unit, submission) for e in roster):
        return anywhere or named
    return []


def _by_unit(entry: RosterEntry, submission: _Submission) -> bool:
    if not entry.unit or not _same_unit(entry.unit, submission):
        return False
    if _GROUP.fullmatch(entry.post):
        return submission.file.kind != "individual"
    return not entry.post or _same_post(entry.post, submission)


def _same_unit(unit: str, submission: _Submission) -> bool:
    """Either contains the other: 水利局 and 县水利局 are one."""
    own = submission.person.unit
    return bool(unit) and (unit in submission.words or (len(own) > 2 and own in unit))


def _same_post(post: str, submission: _Submission) -> bool:
    posts = set(re.split(r"[、，,\s]", post)) - {""}
    return bool(posts & set(re.split(r"[、，,]", submission.person.post)))


def _own(entry: RosterEntry, files: Sequence[FileReport]) -> Sequence[FileReport]:
    """A person's own material rather than the leading body's that bears the name too."""
    individual = [f for f in files if f.kind != "group"]
    return individual if entry.name and individual else files


def findings(roster: Sequence[RosterEntry], files: Sequence[FileReport]) -> Iterator[Finding]:
    """X803 for everyone of a matched ``roster`` who hasn't submitted, or has twice for one campaign."""
    packs = {f.path: (f.pack, f.kind) for f in files}
    taken = {path for entry in roster for path in entry.submissions}
    strangers = sum(f.path not in taken for f in files)
    more = f"另有 {strangers} 份材料没能对上花名册，请看看文件名或署名里是否写明了单位和姓名。" if strangers else ""
    for entry in roster:
        where = f"花名册第 {entry.row} 行"
        who = in_line("".join(filter(None, (entry.unit, entry.name or entry.post))))
        excerpt = in_line(entry.name or who)
        if not entry.submissions:
            yield Finding("X803", f"{where}：{who}没有提交材料。", f"请催交。{more}", excerpt=excerpt)
        by_campaign: dict[object, list[str]] = {}
        for path in entry.submissions if entry.name or entry.post else ():
            by_campaign.setdefault(packs.get(path), []).append(path)
        for paths in by_campaign.values():
            if len(paths) > 1:
                listed = "、".join(map(named, paths))
                message = f"{where}：{who}交了 {len(paths)} 份：{listed}。"
                yield Finding("X803", message, "请与本人核对，只留定稿。", excerpt=excerpt, count=len(paths))
