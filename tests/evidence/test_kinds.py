"""Kinds of evidence that version 0.1.0 didn't see or saw wrongly, each on texts of its own."""

import pytest

from checker.document import Span
from checker.evidence import Evidence, commits, evidence
from checker.linear import models
from checker.normal import normalise
from checker.outline.model import Item, Kind


def of(text: str, kind: Kind = "individual") -> Evidence:
    item = Item(text[:8], text, (Span(1, 0, len(text)),))
    return evidence(item, normalise(text), kind, models()["event"])


THOUGHT = {
    "content with a yardstick in quotation marks": (
        "三次培训满足于“讲完了”“签到了”。",
        "下村走访满足于“走到了”“见到了”。",
        "抓安全满足于“没出事”，隐患排查没有再往下做。",
    ),
    "content with a yardstick": ("三次培训满足于讲稿念过了。", "写材料满足于过得去。", "抓工作满足于不掉队。"),
    "a named way of thinking": (
        "分种子时有平均主义思想。",
        "推广新品种时存在因循守旧思想。",
        "办培训时存在着只求过得去、不图办得好的思想。",
        "带徒弟时有留一手的想法。",
        "报数据时抱着先交上去再说的心态。",
    ),
    "one thing taken for another": (
        "将农技培训简单等同于发资料。",
        "把下村走访作为额外负担对待。",
        "把谈心谈话当成走程序。",
        "把群众来信看作是找麻烦。",
    ),
    "a named mood": ("接待来访时产生急躁情绪。", "遇到返工有抵触情绪，话说得重。", "任务一多就有畏难情绪。"),
    "over and done with": ("来信回过电话就算办过了。", "会开完了就算落实了。", "台账交了就算完事。"),
}
NO_THOUGHT = {
    "a thought of others, late in the clause": (
        "奢侈之风危害很大，造成一些机关的领导们贪图安逸。",
        "服务窗口少，使办事群众觉得不方便。",
        "政策讲得不清，让不少农户以为补贴要停。",
    ),
    "others are the subject": ("群众普遍认为审批太慢。", "有的同志总觉得学不学一个样。", "部分干部怕担责任。"),
    "the good side": ("能够高度认同党的理论。", "不满足于过得去。"),
}
NO_EVENT = {
    "a word with a time inside": (
        "重材料轻田块，这是当今不少单位的通病。",
        "当前形势变化快，跟不上。",
        "平时督促不多，年终总结不少。",
    ),
    "an example of generalities": (
        "学用脱节。比如：用所学理论指导工作，缺乏长远的眼光，缺乏周密的打算。",
        "浮在面上。比如，以会议落实会议，以文件落实文件。",
        "服务不优。例如主动上门不够，跟踪问效不够。",
    ),
    "a number that counts nothing": ("增强“四个意识”不够自觉。", "三天打鱼、两天晒网。", "对八小时以外管得不严。"),
}
EVENT = {
    "what was not done": (
        "负责的农技课没有按月开讲。",
        "母亲住院那段日子没有把值班表交给别人。",
        "合同到期后没有按期收回门面。",
        "用印登记本至今没有建立。",
    ),
    "praise and then the event": ("虽然坚持学习，能够完成任务，但去年3月的轮训没有参加。",),
}
PERSON = {
    "the author's own post": (
        "2019年底到农技站工作以来，没有读过一本专业书。",
        "担任科长以来很少和科里的人谈心。",
        "作为分管领导，没有到过现场。",
    ),
    "a verb of thinking whose thinker isn't named": (
        "外出两天没有报备，以为打个电话就够了。",
        "自认为到了农技站，会种田就行了。",
        "怕得罪人，没有指出来。",
    ),
    "reflexive": ("放松了对自己的要求。", "对自身的毛病看得轻。"),
    "the same sentence goes on to the fault": ("我虽然坚持参加学习，但没有入心。",),
}
NO_PERSON = {
    "a named state alone": ("面对难题有畏难情绪，能拖就拖。", "存在好人主义的倾向。"),
    "I in a praise sentence that ends before the fault": (
        "一年来，我坚持参加学习，积极完成任务。但理论联系实际不够。",
        "我始终带头服从安排，按时完成交办任务。然而创新不够。",
    ),
    "my county, my bureau, ourselves": ("我县产业单一。", "自我革命的精神不强。", "我们国家发展很快。"),
}


def cases(groups: dict[str, tuple[str, ...]]) -> list[object]:
    return [pytest.param(text, id=f"{kind}-{n}") for kind, texts in groups.items() for n, text in enumerate(texts)]


@pytest.mark.parametrize("text", cases(THOUGHT))
def test_a_thought(text: str) -> None:
    assert of(text).thought


@pytest.mark.parametrize("text", cases(NO_THOUGHT))
def test_no_thought(text: str) -> None:
    assert not of(text).thought


@pytest.mark.parametrize("text", cases(EVENT))
def test_an_event(text: str) -> None:
    assert of(text).event


@pytest.mark.parametrize("text", cases(NO_EVENT))
def test_no_event(text: str) -> None:
    assert not of(text).event


@pytest.mark.parametrize("text", cases(PERSON))
def test_a_person(text: str) -> None:
    assert of(text).person


@pytest.mark.parametrize("text", cases(NO_PERSON))
def test_no_person(text: str) -> None:
    assert not of(text).person


@pytest.mark.parametrize(
    "text", ["对照要求逐项整改销号，进一步完善制度。", "逐条对照、逐项销号。", "定期研究、经常调度。"]
)
def test_a_phrase_commits_to_nothing(text: str) -> None:
    assert not commits(normalise(text).text)


def test_a_dropped_subject_is_no_person_in_a_body() -> None:
    assert not of("怕得罪人，没有指出来。", "group").person


def test_offsets_are_those_of_the_text_as_written() -> None:
    text = "一是 去年3月， 我以为  没事。"
    for cue in (*of(text).person, *of(text).event, *of(text).thought):
        assert text[cue.start : cue.end] == cue.text


def test_praise_longer_than_the_problem() -> None:
    praise = "能够坚持参加学习，积极完成任务，认真落实部署，始终走在前列，多次获得表彰，"
    assert of(f"学习不够深入。{praise}但不够深入。").boasts
    assert not of("学习不够深入。能够坚持学习，但去年全年只读了2本书，体会都是临时拼凑的，没有入心。").boasts
