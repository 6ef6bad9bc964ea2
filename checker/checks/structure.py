"""S: title, parts, their order and their share."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator

from checker.document import Span
from checker.finding import Finding
from checker.outline.campaign import meeting_of
from checker.outline.model import Section, SectionId
from checker.submission import Submission

CORE: tuple[SectionId, ...] = ("problems", "causes", "measures")
PART_NAMES = {
    "problems": "存在问题",
    "causes": "原因分析",
    "measures": "整改措施（努力方向）",
    "last-year": "上年度整改落实情况",
    "cases": "典型案例剖析",
    "explanations": "需要说明的事项",
}
_TITLE_YEAR = re.compile(r"(20\d\d)年(?!\d{1,2}月)度?(?=.{0,40}(?:民主|组织)生活会|.{0,20}(?:对照检查|检视剖析|发言))")
_ZUZHI_LENGTH = 800
_ONE_SENTENCE = {"explanations": 5, "last-year": 10}
"""Parts for which a sentence is enough, and what is shorter than any."""
_MEETINGS = {"minzhu": "民主生活会", "zuzhi": "组织生活会"}


def check(submission: Submission) -> Iterator[Finding]:
    """All findings on title and parts."""
    yield from _title(submission)
    yield from _missing(submission)
    yield from _order(submission)
    yield from _empty(submission)
    yield from _length(submission)
    yield from _demanded(submission)


def _title(submission: Submission) -> Iterator[Finding]:
    outline, pack = submission.outline, submission.pack
    if not outline.title:
        yield Finding(
            "S101", "没有找到标题", "在文首写明年度、会议名称和材料名称，例如“2022年度民主生活会个人对照检查材料”"
        )
        return
    if pack.id == "generic":
        return
    for span in outline.title_spans:
        text = submission.written(span)
        year = _TITLE_YEAR.search(text)
        if year and not pack.of_year(int(year[1])):
            place = Span(span.paragraph, span.start + year.start(), span.start + year.end())
            yield Finding(
                "S102",
                f"标题写的是“{year[0]}”，检查依据的是{pack.title}",
                f"确认是哪一次会；如果是{pack.title}，把“{year[0]}”改为“{pack.year}年度”",
                (place,),
                year[0],
            )
        wrong = _MEETINGS["zuzhi" if pack.meeting == "minzhu" else "minzhu"]
        right = _MEETINGS.get(pack.meeting)
        at = text.find(wrong)
        if right and at >= 0 and right not in outline.title:
            yield Finding(
                "S102",
                f"标题写的是“{wrong}”，检查依据的是{pack.title}",
                f"确认是哪一次会，再改标题或正文；{pack.title}应写“{right}”",
                (Span(span.paragraph, span.start + at, span.start + at + len(wrong)),),
                wrong,
            )


def _missing(submission: Submission) -> Iterator[Finding]:
    for part in CORE:
        if submission.outline.section(part) is None:
            yield Finding(
                "S110",
                f"没有找到“{PART_NAMES[part]}”部分",
                "补上这一部分，并单列一个看得出来的标题；如果已经写了，用 duizhao outline 看看标题为什么没有认出来",
                excerpt=part,
            )


def _order(submission: Submission) -> Iterator[Finding]:
    if any(len(submission.outline.of(i)) > 1 for i in CORE):
        return  # each aspect or problem has causes and measures of its own
    firsts = [(s.heading.span.paragraph, i) for i in CORE if (s := submission.outline.section(i))]
    numbers = [CORE.index(part) for _, part in sorted(firsts, key=lambda f: f[0])]
    for before, after in itertools.pairwise(numbers):
        if after < before:
            early, late = CORE[before], CORE[after]
            section = submission.outline.section(early)
            assert section is not None
            yield Finding(
                "S111",
                f"“{PART_NAMES[early]}”写在了“{PART_NAMES[late]}”前面",
                "按“问题—原因—措施”的先后重排；上年度整改情况和典型案例的位置不限",
                (section.heading.span,),
                early,
            )
            return


def _empty(submission: Submission) -> Iterator[Finding]:
    """Parts with next to nothing in them. A part that is given anew for every aspect is the sum of its pieces; 没有需要说明的事项 is enough, and so is what S120 asks for."""
    least = submission.pack.limits.section_length or 0
    sizes: Counter[str] = Counter()
    for section in submission.outline.sections:
        sizes[section.id] += section.characters
    for section in submission.outline.sections:
        enough = min(_ONE_SENTENCE.get(section.id, least), least)
        if section.heading.written and section.id not in ("other", "closing") and sizes[section.id] < enough:
            yield Finding(
                "S112",
                f"“{section.heading.written}”下面只有 {section.characters} 字，等于没有写",
                "把这一部分写完；如果内容并到了别处，删掉这个空标题",
                (section.heading.span,),
                section.id,
            )


def _length(submission: Submission) -> Iterator[Finding]:
    outline, limits = submission.outline, submission.pack.limits
    problems = outline.of("problems")
    size = sum(s.characters for s in problems)
    if problems and outline.characters and limits.problems_share:
        share = size / outline.characters
        if share < limits.problems_share:
            yield Finding(
                "S113",
                f"“存在问题”部分 {size} 字，只占全文 {outline.characters} 字的 {share:.0%}，低于 {limits.problems_share:.0%}（一般要求，供参考）",
                "把成绩、体会、表态压下来，篇幅用在查摆问题上",
                _heading_place(problems[0]),
                "problems",
            )
    least = limits.document_length
    if least and submission.pack.id == "generic" and meeting_of(outline.title) == "zuzhi":
        least = min(least, _ZUZHI_LENGTH)  # as the packs of that meeting have it
    if least and outline.characters < least:
        yield Finding(
            "S114",
            f"全文 {outline.characters} 字，少于这类材料通常的 {least} 字（一般要求，供参考）",
            "看看是不是漏了部分、漏粘了段落",
        )


def _heading_place(section: Section) -> tuple[Span, ...]:
    return (section.heading.span,) if section.heading.written else ()


def _demanded(submission: Submission) -> Iterator[Finding]:
    demands = submission.pack.demands
    for wanted, part, code, advice in (
        (
            demands.last_year,
            "last-year",
            "S120",
            "用一段或一句话交代：上年度查摆了几个问题、整改了几个、没改完的是什么、什么时候改完",
        ),
        (demands.cases, "cases", "S121", "单列一个部分，写明是什么案例、对照自己有哪些同样的苗头、怎么引以为戒"),
        (demands.explanations, "explanations", "S122", "单列一个部分；没有需要说明的，也写一句“没有需要说明的事项”"),
    ):
        if wanted and submission.outline.section(part) is None and not _mentioned(submission, part):  # type: ignore[arg-type]
            yield Finding(code, f"通篇没有写{PART_NAMES[part]}", advice, excerpt=part)


def _mentioned(submission: Submission, part: str) -> bool:
    pattern = submission.pack.mentions(part)
    return bool(pattern) and any(pattern.search(n.text) for n in submission.normals)  # type: ignore[union-attr]
