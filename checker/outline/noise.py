"""What a web page left in a text."""

import re

_NOISE = re.compile(
    r"^\[[^\]]*\]\([^)]*\)$|^!\[|浏览(?:次数|量)|阅读(?:次数|量|数)[：:]|点击(?:查看|下载)|^(?:上|下)一篇|更多(?:范文|精彩|内容)|^\s*(?:来源|作者|(?:发布|更新|发表)?(?:时间|日期)|责任?编辑|编辑)[：:]|(?:更新|发布)时间[：:]|^https?://|扫码|关注.{0,10}公众号|版权"
    r"|^.{0,12}欢迎您[!！]?$|^(?:首页|当前位置|您的?位置)|^网友|^&nbsp;$|^\W+$"
    r"|^目\s*录$|^[^。]{2,60}(?:…|\.{4,}|·{4,})\s*\d{1,3}$"
)
_LONGEST = 80


def is_noise(text: str) -> bool:
    """Whether a paragraph is left over from a web page and no part of the submission."""
    return len(text) <= _LONGEST and bool(_NOISE.search(text))
