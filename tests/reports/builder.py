"""Reports to render: submissions of our own writing, with the places of findings and items found by their words."""

from dataclasses import replace

from checker.finding import SEVERITIES, Severity
from checker.report import (
    CoverageEntry,
    DimensionEntry,
    EvidenceEntry,
    FileReport,
    ItemEntry,
    OutlineEntry,
    Place,
    Report,
    ReportedFinding,
    RosterEntry,
    SectionEntry,
    Summary,
    Tool,
)
from checker.rulebook import Rule

TITLES = {"d1": "坚定理想信念", "d2": "联系服务群众", "d3": "敢于担当作为", "d4": "廉洁自律"}

TEXT = """2024年度民主生活会个人对照检查材料
县水利局党组书记、局长 张三
会前，我认真学习了有关文件，听取干部群众意见 26 条，同班子成员逐一谈心谈话，联系电话13812345678。现对照检查如下。
一、上年度整改落实情况
上年度查摆的 6 个问题，已整改 5 个，河道划界一项仍在推进。
二、存在的突出问题
（一）坚定理想信念方面
一是理论学习不深入。今年3月局里组织的专题读书班，我只听了半天就去开防汛会，总认为业务忙完再补也来得及。二是学用结合不够，学习停留在表面，有的同志没有联系实际。
（二）联系服务群众方面
一是到基层少。全年只去过青石河灌区两次，都由镇里陪着看点，怕遇到群众提难题不好答复。
二是解决问题慢。青石河东岸渠道渗漏，村民 5 月反映，到 9 月才安排维修，自己觉得金额不大、缓一缓没关系。
（三）敢于担当作为方面
遇到xx矛盾绕着走，工作太投入而忽视身体，dangshi 学习不够。
三、原因分析
一是理想信念这个“总开关”拧得不紧，把学习当成软任务。
二是宗旨意识淡化，同群众的感情不够深。
四、努力方向
（一）加强理论武装。每月自学不少于 8 小时，每季度给支部讲一次课。
（二）改进作风。进一步深入基层，切实为群众排忧解难。
以上检查，请同志们批评指正。"""

RULES = {
    code: Rule(
        code=code,
        name=name,
        severity=severity,
        basis="experience" if severity != "error" else "notice",
        source="审核经验" if severity != "error" else "当年通知",
        summary=summary,
        what=f"{summary}，逐份查看正文后得出。",
        why="缺了它，审核时会被退回。",
        how="对照通知补齐，写具体的人和事。",
    )
    for code, name, severity, summary in (
        ("E001", "unreadable-file", "error", "文件读不了"),
        ("S120", "missing-last-year", "warning", "没有说明上年度整改情况"),
        ("D201", "missing-dimension", "error", "缺少规定的维度"),
        ("D205", "thin-dimension", "warning", "维度写得过于单薄"),
        ("C302", "uncovered-by-measures", "info", "有维度没有整改措施回应"),
        ("P402", "no-event", "info", "没有见事"),
        ("P405", "vague-subject", "warning", "主体含糊"),
        ("W501", "placeholder", "error", "残留占位符"),
        ("W502", "letter-substitute", "error", "拼音代替汉字"),
        ("W510", "personal-number", "warning", "写有个人号码"),
        ("X803", "not-submitted", "error", "名单上的人没有提交"),
    )
}


class Text:
    """A submission's paragraphs, and where words stand in them."""

    def __init__(self, text: str) -> None:
        self.paragraphs = tuple(text.split("\n"))

    def place(self, words: str) -> Place:
        """The first place of ``words`` (paragraph, start, end)."""
        for number, paragraph in enumerate(self.paragraphs, 1):
            if words in paragraph:
                start = paragraph.index(words)
                return Place(number, start, start + len(words))
        raise ValueError(words)

    def item(self, lead: str, **flags: object) -> ItemEntry:
        at = self.place(lead)
        return ItemEntry(lead, at.paragraph, at.start, at.end, at.paragraph, **flags)

    def evidence(self, words: str) -> tuple[EvidenceEntry, ...]:
        at = self.place(words)
        return (EvidenceEntry(words, at.paragraph, at.start, at.end),)

    def section(self, section_id: str, heading: str, characters: int, **parts: object) -> SectionEntry:
        at = self.place(heading)
        return SectionEntry(section_id, heading, at.paragraph, at.start, at.end, characters, **parts)

    def dimension(self, dimension: str, heading: str, *items: ItemEntry) -> DimensionEntry:
        at = self.place(heading)
        return DimensionEntry(dimension, heading, at.paragraph, at.start, at.end, 120, items)

    def finding(self, code: str, message: str, *words: str, **more: object) -> ReportedFinding:
        places = tuple(map(self.place, words))
        return finding(code, message, places=places, **{"excerpt": words[0] if words else ""} | more)


def finding(
    code: str, message: str, *, severity: Severity | None = None, places: tuple[Place, ...] = (), **more: object
) -> ReportedFinding:
    """A finding as the engine reports it; the severity is the rule's unless given."""
    first = places[0] if places else None
    fields: dict[str, object] = {
        "suggestion": RULES[code].how,
        "paragraph": first and first.paragraph,
        "start": first and first.start,
        "end": first and first.end,
        "line": None,
        "column": None,
        "excerpt": "",
        "count": max(len(places), 1),
        "suppressed": None,
        "fingerprint": f"{code}-{message}",
    }
    return ReportedFinding(
        code=code,
        name=RULES[code].name,
        severity=severity or RULES[code].severity,
        message=message,
        places=places,
        **fields | more,
    )


def submission(path: str = "材料/县水利局/张三-局长.docx", *extra: ReportedFinding) -> FileReport:
    """An individual's submission with gaps of all severities, d4 missing, d3 thin; ``extra`` findings are added."""
    t = Text(TEXT)
    outline = OutlineEntry(
        (
            t.section("opening", "会前", 61),
            t.section("last-year", "一、上年度整改落实情况", 28),
            t.section(
                "problems",
                "二、存在的突出问题",
                260,
                dimensions=(
                    t.dimension(
                        "d1",
                        "（一）坚定理想信念方面",
                        t.item(
                            "一是理论学习不深入",
                            person=True,
                            event=True,
                            thought=True,
                            evidence={
                                "person": t.evidence("我只听了半天"),
                                "event": t.evidence("专题读书班"),
                                "thought": t.evidence("总认为"),
                            },
                        ),
                        t.item("二是学用结合不够", person=False, event=False, thought=False, evidence={}),
                    ),
                    t.dimension(
                        "d2",
                        "（二）联系服务群众方面",
                        t.item("一是到基层少", person=True, event=True, thought=True),
                        t.item("二是解决问题慢", person=True, event=True, thought=True),
                    ),
                    t.dimension(
                        "d3",
                        "（三）敢于担当作为方面",
                        t.item("遇到xx矛盾绕着走", person=False, event=False, thought=False),
                    ),
                ),
            ),
            t.section(
                "causes",
                "三、原因分析",
                44,
                items=(
                    t.item("一是理想信念这个“总开关”拧得不紧", dimensions=("d1",)),
                    t.item("二是宗旨意识淡化", dimensions=("d2",)),
                ),
            ),
            t.section(
                "measures",
                "四、努力方向",
                60,
                items=(
                    t.item("（一）加强理论武装", dimensions=("d1",), concrete=True),
                    t.item("（二）改进作风", dimensions=("d2",), concrete=False),
                ),
            ),
            t.section("closing", "以上检查", 14),
        )
    )
    findings = (
        finding("D201", "没有对照“廉洁自律”查摆问题。", excerpt="d4"),
        t.finding("D205", "“敢于担当作为”只写了一句，过于单薄。", "（三）敢于担当作为方面", excerpt="d3"),
        finding("C302", "没有措施回应“敢于担当作为”“廉洁自律”。", excerpt="d3"),
        t.finding("P402", "没有写具体的事。", "二是学用结合不够"),
        t.finding("P405", "说成“有的同志”，没有摆进自己。", "有的同志"),
        t.finding("W501", "残留占位符 xx。", "xx"),
        t.finding("W502", "“dangshi”应为“党史”。", "dangshi"),
        t.finding("W510", "写有手机号 13812345678。", "13812345678", suppressed="值班电话，已公开"),
        *extra,
    )
    return FileReport(
        path=path,
        status="failed",
        findings=findings,
        pack="minzhu-2024",
        pack_title="2024年度民主生活会",
        kind="individual",
        title=t.paragraphs[0],
        byline=t.paragraphs[1],
        characters=sum(map(len, t.paragraphs)),
        outline=outline,
        coverage={
            "causes": CoverageEntry(("d1", "d2"), ("d3", "d4")),
            "measures": CoverageEntry(("d1", "d2"), ("d3", "d4")),
        },
        dimension_titles=TITLES,
        paragraphs=t.paragraphs,
    )


def clean(path: str, title: str, byline: str = "", kind: str = "group", pack: str = "2024年度民主生活会") -> FileReport:
    """A short submission without findings, all four dimensions written."""
    lines = [title, byline or "二〇二四年十二月", "一、存在的问题"]
    lines += [
        f"（{n}）{name}方面。班子议事时，分管领导没有把话说透，认为顾全面子更要紧。"
        for n, name in zip("一二三四", TITLES.values(), strict=True)
    ]
    lines += [
        "二、原因分析",
        "一是班子成员之间批评少、迁就多。",
        "三、整改措施",
        "一是每季度召开一次专题会，逐项销号。",
    ]
    t = Text("\n".join(lines))
    flags = {"person": True, "event": False, "thought": True}
    dimensions = tuple(
        t.dimension(d, f"（{n}）{name}方面", t.item(f"（{n}）{name}方面", **flags))
        for n, (d, name) in zip("一二三四", TITLES.items(), strict=True)
    )
    everything = tuple(TITLES)
    outline = OutlineEntry(
        (
            t.section("problems", "一、存在的问题", 150, dimensions=dimensions),
            t.section("causes", "二、原因分析", 20, items=(t.item("一是班子成员之间", dimensions=everything),)),
            t.section(
                "measures", "三、整改措施", 24, items=(t.item("一是每季度召开", dimensions=everything, concrete=True),)
            ),
        )
    )
    covered = CoverageEntry(everything, ())
    return FileReport(
        path=path,
        status="passed",
        findings=(),
        pack="minzhu-2024",
        pack_title=pack,
        kind=kind,
        title=title,
        byline=byline or None,
        characters=220,
        outline=outline,
        coverage={"causes": covered, "measures": covered},
        dimension_titles=TITLES,
        paragraphs=t.paragraphs,
    )


def warned(path: str) -> FileReport:
    """As ``clean``, with a warning and a finding that concerns the whole document."""
    file = clean(path, "县教育局2024年度民主生活会对照检查材料", "县教育局党组成员、副局长 李四", "individual")
    return replace(file, findings=(finding("S120", "全文没有提到上年度整改落实情况。"),))


def unreadable(path: str = "材料/县林业局/王五.docx") -> FileReport:
    return FileReport(
        path, "unreadable", (finding("E001", "文件设有打开密码，读不了。", suggestion="去掉密码后重新报送。"),)
    )


def report(*files: FileReport, roster: tuple[RosterEntry, ...] = ()) -> Report:
    """A report of ``files`` with the numbers that belong to them."""
    findings = [f for file in files for f in file.findings]
    counts = {s: sum(f.severity == s and f.suppressed is None for f in findings) for s in SEVERITIES}
    states = [file.status for file in files]
    summary = Summary(
        len(files), states.count("passed"), states.count("failed"), states.count("unreadable"), counts,
        sum(f.suppressed is not None for f in findings),
    )  # fmt: skip
    return Report(1, Tool("duizhao", "0.1.0"), summary, files, roster=roster)


def batch() -> Report:
    """A batch as an office gets it: three units, a leading body, one unreadable file, one who hasn't submitted."""
    files = (
        submission(),
        clean("材料/县水利局/领导班子.docx", "县水利局领导班子2024年度民主生活会对照检查材料"),
        warned("材料/县教育局/李四-副局长.docx"),
        clean(
            "材料/县教育局/赵敏.md", "2024年度民主生活会个人对照检查材料", "县教育局党组书记、局长 赵敏", "individual"
        ),
        unreadable(),
    )
    roster = (
        RosterEntry(2, "县水利局", "张三", "局长", (files[0].path,)),
        RosterEntry(3, "县教育局", "李四", "副局长", (files[2].path,)),
        RosterEntry(4, "县教育局", "赵敏", "局长", (files[3].path,)),
        RosterEntry(5, "县林业局", "王五", "局长", (files[4].path,)),
        RosterEntry(6, "县林业局", "钱文", "总工程师"),
    )
    return report(*files, roster=roster)
