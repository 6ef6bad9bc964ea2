"""What a notice says besides the aspects: which meeting, its theme, parts and lengths that it asks for."""

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.notice.model import Meeting, Passage, Said
from checker.outline.campaign import meeting_of

_NAMED = re.compile(r"(?:开好|召开好?|做好|开展好?|组织好)(?P<name>[^《》。；]{0,60}?(?:民主|组织)?生活会)")
_PLAIN = re.compile(r"(?P<name>(?:20\d\d年度?)?[^《》。，；：、]{0,40}?(?:民主|组织)生活会)")
_DOCUMENT = re.compile(r"(?:通知|方案|提示|意见|安排|要点|工作函)$")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［（(]20\d\d[〕\]］）)]\s*第?\d{1,4}号")
_YEAR = re.compile(r"(20\d\d)\s*年度")
_DATE = re.compile(r"^(20\d\d)年(1[0-2]|[1-9])月\d{1,2}日$")
_THEMES = (
    re.compile(r"主题(?:是|为|确定为)?[：:]?[“]?(?P<theme>[^“”。]{12,300}?)[”。]"),
    re.compile(r"以[“]?(?P<theme>[^“”。]{12,300}?)[”]?为主题"),
)
_COMMON = re.compile(r"习近平新时代中国特色社会主义思想$|^(?:全面|深入)?学习?贯彻(?:落实)?党的二十大精神$")
_ASKED = {
    "last_year": re.compile(
        r"[^。；]*(?:上年度|上一年度|上次|上一次|20\d\d年度)[^。；]{0,30}生活会[^。；]{0,30}(?:整改|落实)[^。；]*|[^。；]*上年度[^。；]{0,16}整改[^。；]*|[^。；]*专题(?:民主|组织)生活会整改[^。；]*"
    ),
    "cases": re.compile(
        r"[^。；]*(?:典型|反面|身边|违纪违法)[^。；]{0,8}案例[^。；]{0,30}(?:剖析|对照|反思|分析)[^。；]*|[^。；]*(?:剖析|对照|反思)[^。；]{0,20}(?:典型|反面)[^。；]{0,8}案例[^。；]*|[^。；]*(?:案例|案件|案情)(?:剖析|[^。；，]{0,12}(?:对照|反思|剖析))[^。；]*"
    ),
    "explanations": re.compile(
        r"[^。；]*(?:(?:个人有关事项|重大事项|谈话函询|函询|被(?:提醒|问责|诫勉)|巡视巡察反馈)[^。；]{0,40}(?:说明|报告|作出解释|讲清)|(?:说明|报告)[^。；]{0,20}(?:个人有关事项|谈话函询|函询))[^。；]*"
    ),
}
_LEAST = re.compile(r"(?:不少于|不低于|不得少于)\s*(\d{3,5})\s*字|(\d{3,5})\s*字以上")
_LENGTH = re.compile(r"[^。；]*\d{3,5}\s*字(?!号)[^。；]*")
_SHARE = re.compile(
    r"[^。；]*问题[^。；]{0,24}(?:篇幅|占|比例|不少于|不低于|不得少于)[^。；]{0,12}(?P<share>三分之[一二]|四分之[一三]|二分之一|一半|[1-9]\d%|[1-4]/[2-5])[^。；]*"
)
_PARTS = {"三分之一": 1 / 3, "三分之二": 2 / 3, "四分之一": 0.25, "四分之三": 0.75, "二分之一": 0.5, "一半": 0.5}


def heading(found: Sequence[Passage]) -> str:
    """The notice's own title: 关于……生活会的通知, where it is broken in lines too."""
    head = [p.text for p in found[:8]]
    broken = [a + b for a, b in pairwise(head) if re.search("关于|开好|召开|做好", a) and "。" not in a]
    for text in (*head, *broken):
        if "生活会" in text and _DOCUMENT.search(text) and len(text) <= 90 and "。" not in text:
            return text
    return next((p.text for p in found[:8] if "生活会" in p.text and len(p.text) <= 60), "")


def meeting_name(title: str, found: Sequence[Passage]) -> str:
    """What the meeting is called, with the year where it is said."""
    for text in (title, *(p.text for p in found)):
        match = _NAMED.search(text) or _PLAIN.search(text)
        if match:
            return _tidy(match["name"])
    return ""


def _tidy(name: str) -> str:
    name = re.sub(r"^(?:认真|组织(?!生活会)|高质量|的|各|关于)+", "", name)
    return name if name.count("“") == name.count("”") else re.sub("[“”]", "", name)


def meeting(title: str, found: Sequence[Passage]) -> Meeting:
    """minzhu or zuzhi where the title, else most of the text, speaks of only one."""
    first = meeting_of(title)
    if not first and "生活会" not in title:
        text = "".join(p.text for p in found)
        more = text.count("民主生活会") - text.count("组织生活会")
        first = "minzhu" if more > 0 else "zuzhi" if more < 0 else ""
    return "minzhu" if first == "minzhu" else "zuzhi" if first == "zuzhi" else ""


def year(title: str, name: str, found: Sequence[Passage]) -> tuple[int | None, str]:
    """The year that the meeting is for, and what is unsure about it."""
    for text in (title, name):
        match = re.search(r"(20\d\d)\s*年", text)
        if match:
            return int(match[1]), ""
    text = "".join(p.text for p in found)
    near = re.search(r"(20\d\d)\s*年(?!\d{1,2}月)度?[^，。；上]{0,40}生活会", text)
    if near:
        return int(near[1]), ""
    held = re.search(r"(20\d\d)年(1[0-2]|[1-9])月\d{0,2}日?前?[^。；]{0,12}召开", text) or re.search(
        r"时间[：:定为于]{1,2}(20\d\d)年(1[0-2]|[1-9])月", text
    )
    if held:
        special = "专题" in title + name
        guessed = int(held[1]) - (int(held[2]) <= 3 and not special)
        return guessed, f"通知没有写年度，按召开日期推算是 {guessed} 年"
    last = next((m for p in reversed(found) if (m := _DATE.match(p.text.replace(" ", "")))), None)
    if last:
        guessed = int(last[1]) - (int(last[2]) <= 3)
        return guessed, f"通知没有写年度，按落款日期推算是 {guessed} 年"
    return None, "没有找到年度"


def number(found: Sequence[Passage]) -> str:
    """The number that it was issued under, from its head."""
    return next((m[0] for p in found[:6] if (m := _NUMBER.fullmatch(p.text.replace(" ", "")))), "")


def theme(found: Sequence[Passage]) -> tuple[str, ...]:
    """The clauses of the meeting's theme by which a text that quotes it is known, at most three."""
    for pattern in _THEMES:
        for passage in found:
            match = pattern.search(passage.text + "。")
            if match and "主题教育" not in match[0][:4] and "主题党日" not in match[0][:4]:
                clauses = [c.strip("“”") for c in re.split(r"[，；]", match["theme"])]
                return tuple([c for c in clauses if 8 <= len(c) <= 40 and not _COMMON.search(c)][:3])
    return ()


def asked(found: Sequence[Passage]) -> dict[str, Said]:
    """For last year's part, cases and explanations: the sentence that asks for it, if there is one."""
    return {
        name: next((Said(True, m[0].strip()) for p in found if (m := pattern.search(p.text))), Said())
        for name, pattern in _ASKED.items()
    }


def length(found: Sequence[Passage]) -> Said:
    """The least number of characters, the smaller where bodies and persons have their own; the sentence alone where it has only an
    upper limit.
    """
    for passage in found:
        match = _LENGTH.search(passage.text)
        if match and re.search("材料|提纲|发言|字数|篇幅|全文", passage.text + "".join(passage.headings)):
            bounds = [int(a or b) for a, b in _LEAST.findall(match[0])]
            return Said(min(bounds, default=None), match[0].strip())
    return Said()


def share(found: Sequence[Passage]) -> Said:
    """The least share of the problems, or the sentence alone where it counts other parts with them."""
    for passage in found:
        match = _SHARE.search(passage.text)
        if match:
            alone = not re.search(r"问题(?:和|与|及|、)(?:原因|剖析)|原因", match[0].split(match["share"])[0])
            return Said(_fraction(match["share"]) if alone else None, match[0].strip())
    return Said()


def _fraction(written: str) -> float:
    if written in _PARTS:
        return round(_PARTS[written], 2)
    if written.endswith("%"):
        return int(written[:-1]) / 100
    above, _, below = written.partition("/")
    return round(int(above) / int(below), 2)
