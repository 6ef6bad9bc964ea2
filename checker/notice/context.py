"""Whether things are listed as what has to be examined: by what announces them and what follows, the nearest word deciding."""

import re

from checker.notice.model import Candidate

_EXAMINE = re.compile(
    r"查摆|查找|检视(?!剖析材料|材料)|对照检查(?!材料)|对照检视|对照分析|找差距|找准|找一找|自查|党性分析|(?<!督导)检查(?!材料|组|指导)|查(?:问题|不足)|(?:重点|着重|主要|逐项|逐条)查(?!处)|存在(?:的)?(?:主要|突出)?问题|(?<=方面)查(?=[，。；]|$)|对照(?!检查材料)"
)
_OTHER = re.compile(
    r"学习(?:研讨|交流|内容|重点|资料|材料|以下|下列|篇目|《|任务|党)|重点学习|认真学习(?!贯彻)|组织学习|研读|通读|精读|原文|主题(?:是|为|：|:|确定)|为主题|目的|总要求|目标|征求|听取|谈心|谈话|访谈|问卷"
    r"|原因|根源|根子|症结|思想源头|整改(?:措施|方案|清单|落实|方向|要)|努力方向|相互批评|批评(?:意见|要|应)|互相批评|议程|程序|步骤|流程|安排|材料(?:要|应|须|主要|一般|包括|分)|发言(?:要|提纲)|做到|确保|要求[：:]|如下要求|报送|上报|呈报|归档|等次|档次|评定|督导|评议|评价|把关|审核|组织领导|注意|防止|测评|纪律[：:]|讲评|点评|会前|会中|会后|准备|达到|效果|部署|调研|课题"
)
_PROBLEM = re.compile(r"问题|差距|不足|短板|偏差|弱项")
_PROCESS = re.compile(
    r"^(?:要|进一步)?(?:认真|深入|广泛|扎实|精心|严肃|切实|全面|积极|及时|严格|充分|普遍|主动|统一|逐级|做好|抓好|搞好|抓实)?"
    r"(?:学习(?!贯彻)|组织(?!开展主题)|开展(?:谈|学|批|征|调|自|民|问|相|互)|征求|听取|撰写|起草|召开|开好|谈心|通报|制定|审核|报送|督导|列席|梳理|形成|整改|会前|会中|会后|会议|会务|准备|材料|主持|时间|地点|参加|总结|点评|表态|明确(?:责任|时|整改)|紧扣|突出(?:主题|问题|重点|政治性)|坚持(?:问题|实事|开门|边|高标准|以上率下|从严)|聚焦问题|剖析(?:原因|根源|思想)|深刻剖析|见人|触及|把握|强化(?:组织|督导|指导)|加强(?:组织领导|督导|指导|领导)|落实责任|压实责任|批评|互相|相互|自我批评|发言|传达|解决|存在|原因分析|上年度|典型案例|需要说明|努力方向|基本情况|查摆问题|查找问题|党员大会|测评|评议|评定|组织评)"
)
_QUESTION = re.compile(r"^(?:是否|有无|有没有|能否)")
_SLOGAN = re.compile(r"^[“]?[一二两三四五六七八九十]个[\u4e00-\u9fff]{1,4}[”]?$")
_LABEL = re.compile(r"(?:领导)?(?:班子|班子成员|支委会|党支部|支部|党员|个人|成员|干部|党委|党组)(?:方面|层面)?[：:]")
_BOOK = re.compile(r"^[^《]{0,6}《[^》]*》[^，]{0,6}$")
ENOUGH = 3
_LEAST, _MOST, _LONGEST, _NEAR = 3, 14, 200, 30


def worth(found: Candidate, titles: tuple[str, ...]) -> int:
    """How surely ``found`` lists aspects, ``ENOUGH`` or more where it does; ``titles`` are its elements' wordings."""
    if not _possible(found, titles):
        return 0
    lead, tail = _sense(found.lead, last=True), _sense(found.tail.split("；")[0][:_NEAR], last=False)
    if tail < 0 or (lead < 0 and tail <= 0):
        return 0
    if lead == 0 and found.declared == len(titles) and all(t.startswith(titles[0][:2]) for t in titles):
        lead = 1  # 六个带头：带头……
    score = 3 * (tail > 0) + 3 * (lead > 0)
    if not score:
        above = next((s for h in reversed(found.headings) if (s := _sense(h, last=True))), 0)
        if above <= 0:
            return 0
        score = 2 + bool(_LABEL.fullmatch(found.lead.strip()))
    score += bool(_PROBLEM.search(found.lead[-30:] + found.tail[:20]))
    if found.declared:
        score += 2 if found.declared == len(titles) else -1
    return score + (found.form in ("rows", "table", "ordinal"))


def _possible(found: Candidate, titles: tuple[str, ...]) -> bool:
    count = len(titles)
    least = 2 if found.declared == 2 else _LEAST
    if not least <= count <= _MOST or len(set(titles)) < count:
        return False
    if any(len(t) < 2 or len(t) > _LONGEST for t in titles):
        return False
    book = sum(bool(_BOOK.match(t)) for t in titles) if "对照" not in found.lead[-20:] + titles[0][:2] else 0
    plain = [t.removeprefix("带头") for t in titles]
    other = sum(bool(_PROCESS.match(t) or _SLOGAN.match(t)) for t in plain)
    if found.form != "rows":  # 一是是否……: what to look at under an aspect, no aspect
        other = max(other, sum(bool(_QUESTION.match(t)) for t in titles))
    return 2 * max(other, book) < count


def _sense(text: str, *, last: bool) -> int:
    """1 where the nearest word speaks of examining, -1 where of something else, 0 where there is none."""
    examine = [m.span() for m in _EXAMINE.finditer(text)]
    other = [m.span() for m in _OTHER.finditer(text)]
    if not examine and not other:
        return 0
    if last:
        return 1 if max((e for _, e in examine), default=-1) >= max((e for _, e in other), default=-1) else -1
    return 1 if min((s for s, _ in examine), default=999) <= min((s for s, _ in other), default=999) else -1
