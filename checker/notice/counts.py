"""How many aspects a notice says there are: 以下五个方面, “六个带头”, 4个维度."""

import re

from checker.outline.marks import chinese_number

_COUNT = re.compile(
    r"(?<![逐第专统])([一二两三四五六七八九十]|\d{1,2})\s*个?(?:方面|带头|对照|找一找|检视|聚焦|是否|合格|维度|重点|强化|坚持|着力|看|查(?!摆)|项(?=内容|重点|纪律)|类|题目|话题|条(?!例))"
)


def declared(lead: str, tail: str = "") -> int:
    """The number that stands nearest to a list between ``lead`` and ``tail``, 0 where there is none."""
    after = _COUNT.search(tail[:16])
    before = list(_COUNT.finditer(lead[-40:]))
    match = after or (before[-1] if before else None)
    if match is None:
        return 0
    written = match[1].replace("两", "二")
    return int(written) if written.isdecimal() else chinese_number(written) or 0
