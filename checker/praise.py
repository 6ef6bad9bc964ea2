"""Where an item praises before it comes to the fault."""

import re

_TURN = re.compile(
    r"(?:(?<=[，。；\n])|(?<=^))(?:但是|但|可是|可(?=[，我自对在真从落到离大多])|然而|却|只是|不过|不足(?:的|之处)是|遗憾的是|问题是|美中不足|同时也要看到|(?:与|和|离)[^，。]{2,20}相比|对照[^，。]{2,20}(?:要求|标准)，?(?:还|仍))"
)
_PRAISE = re.compile(
    r"积极|高度(?:重视|认同)|认真|坚持|始终|一直|注重|及时|取得|圆满|成效|率先|首创|首次|批示|转载|推广|满意(?:率|度)|不算少|不算短|名列前茅|走在|肯定|好评|表彰|荣获|获得|突破|增长|提高到|提升到|建成|完成|全覆盖|全部|组织开展|累计|创建|打造|领办|新增|新建|投入|多次|主动|能够|态度(?:是)?坚决|行动(?:是)?(?:主动|自觉)|热血澎湃|报道|调研报告|受益|实现|达到|办理|走访|慰问|先后|带领|牵头(?:推进|建|开)|下了不少功夫|做成"
)
_FAULT = re.compile(
    r"不够|不足|没有|没能|未能|缺[乏少]|欠缺|差距|不强|不深|不高|不严|不实|不细|不多|不透|不到位|偏[少慢软弱]|薄弱|滞后|松懈|淡[化薄漠]|流于|走过场|打折扣|打了折|忽视|应付|敷衍|较少|太少|(?<!不)少(?=[，。；])|慢(?=[，。；])|拖"
)
_CONCESSION = re.compile(r"(?:虽然|尽管|虽说|虽|固然)")


def _weight(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(text))


def praise_end(text: str, least: int = 2) -> int:
    """The offset in the item's (normalised) ``text`` at which its praise, if it opens with some, turns to the fault; else 0.

    Praise is what stands before a turning word (但、不足的是 …) and tells more of what was done well than of what was not; it
    takes ``least`` words of praise, or a concession (虽然).
    """
    lead = re.search(r"[。！？\n]", text[:60])
    start = lead.end() if lead else 0
    end = 0
    for turn in _TURN.finditer(text, start):
        before = text[max(start, end) : turn.start()]
        if not before.strip("\u3000 "):
            continue
        if end and "。" in before:
            break
        good, bad = _weight(_PRAISE, before), _weight(_FAULT, before)
        if good > bad and (good >= least or _CONCESSION.search(before)):
            end = turn.start()
        else:
            break
    return end


def praise_outweighs(text: str) -> bool:
    """Whether an item's praise is longer than its problem; its lead-in clause counts as neither."""
    lead = re.search(r"[。！？\n]", text[:60])
    start = lead.end() if lead else 0
    end = praise_end(text)
    return end - start > len(text) - end and end > start
