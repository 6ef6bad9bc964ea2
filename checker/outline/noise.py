"""What is no part of a submission though it stands in its file: lines that a web page left, contents, rules of dashes."""

import re
from collections.abc import Iterator

_COLON = "[：:]"
_LABELS = (
    "来源|來源|出处|作者|(?:文章|信息|稿件)来源|本文(?:来源|关键词|标签)|相关(?:热词|推荐|阅读|链接|搜索|文章)[^：:]{0,4}|关键词|标签|责任?编辑|责编|编辑|上传者?|录入"
    "|(?:发布|更新|发表|上传|添加|整理)(?:时间|日期)|发布[者人]|网址|字体|字體|字号|浏览(?:次数|量|数)?|阅读(?:次数|量|数)?|点击(?:次数|量|数)?|人气|访问(?:次数|量)|下载(?:次数|地址|量)?|评论(?:数)?|栏目|分类|当前位置|您?(?:现在)?的?位置|(?:上|下)一[篇页]"
)
_WEB = re.compile(
    r"^[^\w\n]{0,4}(?:"
    rf"(?:{_LABELS})[ \u3000]*{_COLON}"
    r"|(?:当前|您(?:现在)?的?)位置|首页\s*[>＞»|｜-]|(?:上|下)一[篇页]|返回(?:首页|顶部|列表)|(?:打印|列印|关闭|關閉)(?:本[页頁]|窗口|視窗)|(?:加入)?收藏(?:本站|本页)"
    r"|本文(?:来自|来源于|由[^。]{0,12}(?:整理|提供|发布|上传|收集))|本帖最后由|楼主|只看该作者|发表于\s*\d|回复\s*\d|您需要登录|登录\s*[|｜]\s*(?:立即)?注册"
    r"|未完|全文共\s*\d+\s*字|(?:此处|以下|剩余)[^。]{0,6}(?:隐藏|省略)|点击(?:查看|下载|阅读|展开)|(?:阅读|展开)全文|更多(?:精彩|优秀|相关|范文|内容|材料)|猜你喜欢|推荐阅读|热门(?:推荐|文章|范文)"
    r"|扫(?:一扫|码|描)[^。]{0,12}(?:关注|下载|阅读|领取|加群)|(?:长按|微信)?(?:关注|搜索)[^。]{0,12}公众号|网友|版权|转载请|未经(?:授权|许可)|如有侵权|https?://|www\.|&nbsp;"
    r"|【?(?:第[一二三四五六七八九十\d]+篇|篇[一二三四五六七八九十\d])[】：:]?\s*$|\[[^\]]*\]\([^)]*\)$|!\["
    r")|^.{0,12}欢迎您[!！]?(?:今天是.{0,20})?$|(?:更新|发布)时间[：:]|公众号[：:\"“]|(?:VIP|会员)(?:免费|专享|可)|请?登录会员"
)
_OTHER = re.compile(
    r"^\W+$|^\W*第\s*\d+\s*页[ \u3000/,，]*共\s*\d+\s*页\W*$|^目\s*录$|^[^。]{2,60}(?:…|\.{4,}|·{4,})\s*\d{1,3}$"
)
_LONGEST = 80
_LINE = re.compile(r"[^\n]+")


def is_noise(text: str) -> bool:
    """Whether a paragraph is no part of the submission."""
    return is_web(text) or (len(text) <= _LONGEST and bool(_OTHER.search(text)))


def is_web(text: str) -> bool:
    """Whether a line is left over from a web page."""
    return len(text) <= _LONGEST and bool(_WEB.search(text))


def web_lines(text: str) -> Iterator[tuple[int, int]]:
    """Where in a text of several lines such a line stands, white space around it left out."""
    for line in _LINE.finditer(text):
        if is_web(line[0]):
            said = line[0].strip()
            start = line.start() + line[0].index(said)
            yield start, start + len(said)
