"""Whole submissions for any pack, from sentences of our own: every aspect of the pack has two problems, a cause and a measure."""

from functools import cache

from checker.engine import Engine
from checker.packs import DimensionRule, Pack, load_packs
from checker.report import FileReport

HAN = "一二三四五六七八九十"
PROBLEMS = (
    "读书只挑薄的读。4月发下来的册子我翻了前两章，5月交流时念的是别人写好的稿子，当时觉得会上过得去就行，没有往自己的工作里想。",
    "该报的事压了一天。6月9日仓库进水，我先叫人抽水，第二天上午才报给值班室，心里盼着水退了就不算个事，怕报早了挨批评。",
    "开会留着话不说。7月讨论搬迁方案，我去过现场，知道南院老人上下楼不便，会上怕同老同事争起来，只说了一句没有意见。",
    "走访只到村口。8月包联的青石村我去了三次，都是在村委会坐一坐，没有进过一户的门，总觉得看了台账也就算看了村子。",
    "遇到硬骨头绕着走。9月群众反映的断头路涉及两家单位，我把协调会推了两回，想等别人先开口，结果路又断了一个雨季。",
    "对身边人讲情面。10月科里小周两次代人打卡，我看见了没有作声，碍着他父亲是我的老领导，只当没有这回事。",
    "经费上图方便。3月培训班订餐超了标准，经办人拿来单子我没有细看就签了字，以为几百块钱的事不值得退回去。",
    "答应的事忘在脑后。1月答应给北坡装两盏灯，到11月一盏也没有装，自己忙别的就把它当成小事，没有再过问。",
)
MEASURES = (
    "每周三晚上自学两小时，6月底前写出两篇体会交支部检查",
    "凡突发情况一小时内报值班室，3月底前把报告流程贴到各科室",
    "每月到青石村住一晚，4月底前把二十户走完并逐户记账",
    "2月底前召开协调会定下断头路的施工单位，每季度公布一次进度",
    "每季度同科室人员逐一谈话，记录交机关纪委备查",
    "1月31日前退回多花的餐费，以后每张单子由两人核对",
    "3月15日前装好北坡的两盏灯，请村民代表签字验收",
    "每半年把办理情况在支部会上报告一次，请大家打分",
)
LAST_YEAR = (
    "上年度{meeting}查摆的4个问题整改完成3个，没有改完的是北坡路灯，因电杆没有到货转入今年，由我负责，3月底前装好。"
)
CASE = "以案为鉴：选取县里通报的某局采购科长收受礼金的反面典型案例剖析，他从一条烟开始，我在订餐签字上也有同样的马虎，今后每张单子都要看。"
MEETINGS = {"minzhu": "民主生活会", "zuzhi": "组织生活会"}


@cache
def engine() -> Engine:
    return Engine(load_packs())


def checked(text: str, *, pack: str | None = None) -> FileReport:
    """The report on a text file that says ``text``."""
    return Engine(load_packs(), pack=pack).check(text.encode(), "材料.txt", "材料.txt")


def codes(report: FileReport, family: str = "") -> list[str]:
    return [f.code for f in report.findings if f.code.startswith(family)]


def titled(pack: Pack, kind: str) -> str:
    """How a submission for ``pack`` is headed: what stands in brackets in its title is ours, not the meeting's."""
    name = pack.title.split("（")[0].replace("2013—2014", "2014")
    who = "个人" if kind == "individual" else "支委会" if pack.meeting == "zuzhi" else "领导班子"
    return f"{name}{who}对照检查材料"


def submission(
    title: str, headings: list[str], *, meeting: str = "minzhu", kind: str = "individual", cases: bool = True
) -> str:
    """A submission with these aspects; everything but the headings is the same in all of them."""
    problems = [p if kind == "individual" else p.replace("我", "我们班子").replace("自己", "我们") for p in PROBLEMS]
    body = ["一、上年度整改落实情况", LAST_YEAR.format(meeting=MEETINGS[meeting]), "二、存在的突出问题"]
    for n, heading in enumerate(headings):
        body += [f"（{HAN[n]}）{heading}方面", "1." + problems[2 * n % 8], "2." + problems[(2 * n + 1) % 8]]
    causes = [f"在{h}方面，根子是思想上放松了，遇事先想自己省事不省事。" for h in headings]
    measures = [f"{n}.针对{h}：{MEASURES[n % 8]}。" for n, h in enumerate(headings, 1)]
    after = ["三、原因分析", *causes, *(["四、典型案例剖析", CASE] if cases else [])]
    opening = (
        f"会前{'我' if kind == 'individual' else '班子'}听取了12名同志的意见，逐项作了对照，现将检查情况报告如下。"
    )
    return "\n".join([title, opening, *body, *after, f"{'五' if cases else '四'}、整改措施", *measures])


def written_for(pack: Pack, kind: str, without: DimensionRule | None = None) -> str:
    # a whole wording of 2021 is a paragraph of its own; where an aspect is missing, headings are as short as people write them
    headings = [rule.name if without else rule.title for rule in pack.dimensions(kind) if rule is not without]
    return submission(titled(pack, kind), headings, meeting=pack.meeting or "minzhu", kind=kind)
