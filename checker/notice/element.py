"""One thing of a list → the aspect's wording: number, quotes, 方面 and explanations taken off, nothing else changed."""

import re

_NUMBER = re.compile(
    r"^(?:[●■◆▲★○□◇•·*－—-]+|第?[一二三四五六七八九十]{1,2}(?:是|要|看|查)[，,]?|第[一二三四五六七八九十]{1,2}[，,、]|[（(](?:[一二三四五六七八九十]{1,2}|\d{1,2})[)）]|[①-⑳]|\d{1,2}[.．、])\s*"
)
_ASPECT = re.compile(
    r"(?:等)?方面(?:的)?(?:主要|突出)?(?:存在(?:的|哪些)?)?(?:主要|突出)?(?:问题|情况|差距|不足|表现)?(?=[，,。；;：:（(、]|存在|$)"
)
_EXPLAINED = re.compile(
    r"[，,](?=(?:重点|着重|主要|特别是|具体|尤其|深入|认真|逐一|逐条|全面)?(?:看(?!齐)|查(?!处|办)|检视|检查|对照检查|剖析|是不是|是否|有没有|有无|解决|存在))"
    r"|[，,](?=(?:重点|着重)(?:是|围绕|从|对))|[—－-]{2}|[：:]|[。；;！!]"
)
_BRACKET = re.compile(r"[（(][^（()）]*[)）]?$")
_PAIRS = {"“": "”", "「": "」", '"': '"', "『": "』", "‘": "’"}
_ENDS = "，,、；;。：: \u3000等"


def title_of(written: str) -> str:
    """The wording of the aspect that ``written`` names, or as much of it as there is."""
    text = _unquoted(_NUMBER.sub("", written.strip()).strip())
    text = _first(text)
    asked = text.startswith("找一找")
    text = text.removeprefix("找一找")
    aspect = _ASPECT.search(text)
    if aspect and aspect.start():
        text = text[: aspect.start()]
        if text.startswith(("在", "从")) and not asked:
            text = text[1:]
    if asked:
        text = text.removeprefix("在")
    elif text.startswith("在") and text.endswith("上"):
        text = text[1:-1]
    text = _BRACKET.sub("", text).strip(_ENDS)
    return _unquoted(text)


def _first(text: str) -> str:
    """What stands before the explanation; marks inside quotes and book names don't count."""
    depth = 0
    for at, char in enumerate(text):
        if char in "“「『《（(":
            depth += 1
        elif char in "”」』》）)":
            depth = max(0, depth - 1)
        elif not depth and at and _EXPLAINED.match(text, at):
            return text[:at]
    return text


def _unquoted(text: str) -> str:
    """``text`` without quotes about all of it; single ones inside become double, as they would be without the outer ones."""
    if len(text) < 2 or _PAIRS.get(text[0]) != text[-1]:
        return text
    inner = text[1:-1]
    if text[0] in inner and inner.find(text[-1]) < inner.find(text[0]):
        return text  # “甲”和“乙”: two quotes, not one about all
    return inner.replace("‘", "“").replace("’", "”")
