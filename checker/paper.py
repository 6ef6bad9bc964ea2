"""What of a text tells what kind of paper it is, as features for the models of checker.genre.

Its title's words, the pairs of characters at its beginning and its end, and its shape: how often it says 我, how many of its
sentences tell a fault, how many of its lines are labels, which parts its headings announce.
"""

import re
from collections.abc import Mapping, Sequence

from checker.outline.sections import classify
from checker.packs import Pack

_TITLE_LINES, _LONGEST_TITLE, _LONGEST_HEADING = 3, 60, 30
_HEAD, _TAIL = 600, 200
_TITLES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(words)
    for name, words in {
        "submission": "对照检查|检视剖析|自我剖析|剖析(?:检查)?材料|党性分析|检视问题|自查|查摆|检讨|发言(?:提纲|材料)$",
        "notice": "通知|的函$|(?:实施|工作)方案|提醒$|安排$",
        "script": "主持|议程|手卡|串联词",
        "roster": "签到|进度表|安排表|名册|名单|统计|汇总表|分组|登记册|花名册",
        "opinions": "征求意见|意见建议|座谈会意见|问卷|反馈单|梳理表",
        "minutes": "会议?记录|会审记录|实录|纪要|记录本|记录$",
        "criticism": "批评意见|互提意见|提的.{0,3}意见|评议意见|互评",
        "duty-report": "述职|述责|述廉|述学|述法",
        "meeting-report": "(?:生活会|会议|召开).{0,8}情况",
        "rectification": "整改(?:方案|台账|清单|任务|落实|情况)|整治方案|回头看|销号|整改.{0,6}(?:通报|进展)",
        "speech": "讲话|点评|致辞|反馈意见|总结讲",
        "study": "心得|体会|有感$|观后感|读后感|党课|研讨|讨论|读书班|交流发言",
        "summary": "总结|小结|计划|思路|要点$",
        "talk-record": "谈心|谈话",
        "guide": "怎么[写填]|怎样[写填]|注意事项|模板|范[例本]|参考|写作|须知|讲义|问答|手册|指南|readme",
        "other": "合同|简历|申请书|责任书|决定|简报|事迹|协议|新闻|制度|办法|规定|证明|发票|预算|公示|公告|值班表|召开.*生活会$",
    }.items()
}
_RATES: Sequence[tuple[str, re.Pattern[str], Sequence[float]]] = [
    (name, re.compile(pattern), steps)
    for name, pattern, steps in (
        ("me", "我(?!们)|本人|自己", (0, 1, 2, 4, 8, 12)),
        ("we", "我们|班子", (0, 1, 3, 6, 12)),
        ("fault", "不[够足深强高严实细到及透广牢]|没有|缺[乏少]|欠缺|薄弱|淡[薄化漠]|差距", (0, 1, 3, 6, 9, 12)),
        ("you", "同志们|大家|各位|你|您", (0, 0.5, 1, 2, 4)),
        ("digits", r"\d", (0, 3, 8, 16, 30)),
        ("order", "各党|各支部|各单位|请(?!示)|须|应当|不得", (0, 0.5, 1, 2, 4)),
        ("felt", "总认为|觉得|以为|总想|怕", (0, 0.5, 1, 2, 4)),
        ("blank", r"_{3,}|×{2,}|…{3,}|〔 *〕", (0, 1, 3)),
        ("write", "写|范例|提纲|参考|材料|模板", (0, 2, 4, 8, 14)),
        ("bodies", "党组织|支部|单位", (0, 2, 4, 8)),
        ("future", "今后|我将|我要|下一步|努力方向", (0, 0.5, 1, 2)),
        ("comrade", "同志", (0, 1, 2, 4, 8)),
        ("ask", "[？?]", (0, 0.5, 1, 3)),
        ("task", "责任人|责任领导|责任单位|牵头|完成时限", (0, 0.5, 2, 4)),
        ("criticism", "批评|意见|建议", (0, 1, 2, 4, 8)),
        ("done", "成效|完成|荣获|推进|建成|实现|增长", (0, 1, 3, 6)),
    )
]
"""How often in a thousand characters; the steps cut the rates into classes."""
_SELF, _FAULT, _HAN, _LETTER = (
    re.compile("我(?!们)|本人|自己"),
    _RATES[2][1],
    re.compile("[\u4e00-\u9fff]"),
    re.compile(r"\w"),
)
_NUMBER = re.compile(r"^[(]?[一二三四五六七八九十\d]+[)、.．：:]?\s*")
_SENTENCE, _LABEL = re.compile("[。；\n]"), re.compile("[^，。：]{2,8}：")


def features(paragraphs: Sequence[str], base: Pack) -> set[str]:
    """The features of a text, given as its normalised, non-empty ``paragraphs``; ``§…`` is its form. ``base`` says how parts are called."""
    title, whole = _title(paragraphs), "".join(paragraphs)
    found = _pairs(whole[:_HEAD]) | {">" + pair for pair in _pairs(whole[-_TAIL:])}
    for line in title:
        framed = f"^{line}$"
        found |= {"§t" + framed[i : i + n] for n in (2, 3) for i in range(len(framed) - n + 1)}
        found |= {f"§named={name}" for name, pattern in _TITLES.items() if pattern.search(line.lower())}
    for name, pattern, steps in _RATES:
        rate = 1000 * len(pattern.findall(whole)) / max(len(whole), 1)
        found.add(f"§{name}={sum(rate > step for step in steps)}")
    for paragraph in paragraphs:
        if len(paragraph) <= _LONGEST_HEADING:
            found |= {f"§part={part}" for part in classify(_NUMBER.sub("", paragraph), base)}
    return found | _shape(paragraphs, whole)


def _shape(paragraphs: Sequence[str], whole: str) -> set[str]:
    """Length, lines, labels, and how many of the sentences speak of the writer, of a fault, of the writer's fault."""
    sentences = [s for s in _SENTENCE.split("\n".join(paragraphs)) if s.strip()] or [""]
    own, faulty = ({n for n, s in enumerate(sentences) if p.search(s)} for p in (_SELF, _FAULT))
    number, count = len(sentences), max(len(paragraphs), 1)
    letters = max(len(_LETTER.findall(whole)), 1)
    return {
        f"§size={min(len(whole) // 300, 8)}",
        f"§lines={min(len(whole) // count // 15, 8)}",
        f"§short={5 * sum(len(p) < 25 for p in paragraphs) // count}",
        f"§labels={min(8 * sum(bool(_LABEL.match(p)) for p in paragraphs) // count, 4)}",
        f"§own={10 * len(own) // number}",
        f"§faulty={10 * len(faulty) // number}",
        f"§own-fault={12 * len(own & faulty) // number}",
        f"§han={5 * len(_HAN.findall(whole)) // letters}",
    }


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _title(paragraphs: Sequence[str]) -> list[str]:
    lines: list[str] = []
    for paragraph in paragraphs[:_TITLE_LINES]:
        if len(paragraph) > _LONGEST_TITLE or re.search("[。；]", paragraph):
            break
        lines.append(paragraph)
    return lines
