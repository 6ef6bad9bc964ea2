"""What a block says of its place in a submission, each a number: by its heading's words, and by its text."""

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.linear import Linear, grams
from checker.normal import Normal
from checker.outline.blocks import Block
from checker.outline.campaign import Aspects
from checker.outline.sections import classify
from checker.packs import Pack

LONGEST_HEADING = 45
LONGEST_ASPECT = 120
_LONGEST_TEXT = 700
NAMED = 2.0
_UNKNOWN = -9.0
_LONGEST_CLOSING = 160
_LONGEST_LEAD_IN = 90
CLOSING = re.compile(
    r"^(?:以上|上述)(?:是|就是|对照|检查|检视|剖析|发言|汇报|材料|情况|，|内容|报告)|批评(?:指正|帮助|教育)|(?:恳请|敬请|请|欢迎)(?:各位|同志|组织|领导|大家|支部|群众|乡亲).{0,20}(?:批评|指正|帮助|意见|监督)"
    r"|^(?:汇报|报告|发言|检查)(?:人|完毕)"
)
DATE = re.compile(r"^[（(]?\s*(?:20\d\d|二[〇○零O0]).{0,12}[年.\-/].{0,12}[）)]?$")
LEAD_IN = re.compile(
    r"(?:主要(?:有|是|表现|体现|存在|原因|从)|(?<![%\d])以下(?:几|[一二三四五六七八九十两\d]|问题|不足|差距|方面|原因|措施|几点)|几(?:个方面|点|条)|[一二三四五六七八九十两]个方面|如下|具体(?:表现|有)|逐[条一项]|下面)[^。]*[。：:]$"
)
SUMMARY = re.compile(
    r"(?:以上|上述|这些|凡此种种|综上|总之|总体(?:上看|来看|而言)|总的(?:来看|来说)|归根到底|归结起来|究其原因|剖析(?:以上|上述|这些))"
)
_FAULT = re.compile(
    r"不[够足深强高严实细到及透广牢]|没有|缺[乏少]|欠缺|薄弱|淡[薄化漠]|差距|松[懈弛]|滞后|[偏较]少|流于|走过场|重.{1,6}轻"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A block's words as patterns see them: what a heading would say, and all of its text; ``fits`` tells how well each pack's dimension is named."""

    words: str
    text: str
    fits: float


def said(normals: Sequence[Normal], blocks: Sequence[Block], aspects: Aspects) -> list[Said]:
    """One Said for each block; ``normals`` are the document's paragraphs normalised, ``aspects`` the dimensions that any pack knows."""
    found = []
    for block in blocks:
        normal = normals[block.paragraph - 1]
        first, words, head, last = (
            bisect_left(normal.starts, at) for at in (block.start, block.words, block.head, block.end)
        )
        heading = normal.text[words:head].strip(" 。：，【】[]")
        best = aspects.best(heading) if block.kind and len(heading) <= LONGEST_ASPECT else 0.0
        found.append(Said(heading, normal.text[first : min(last, first + _LONGEST_TEXT)], best))
    return found


def shapes(text: str) -> set[str]:
    """What a block is by its form alone: a closing sentence, a date, a sentence that announces what follows, one that sums up."""
    found = set()
    if CLOSING.search(text) and len(text) <= _LONGEST_CLOSING:
        found.add("§closing")
    if DATE.match(text):
        found.add("§date")
    if text.endswith(("：", ":", "——")) or (len(text) <= _LONGEST_LEAD_IN and LEAD_IN.search(text)):
        found.add("§lead-in")
    if SUMMARY.match(text):
        found.add("§summary")
    return found


def heading_features(block: Block, what: Said, base: Pack) -> set[str]:
    """What of a heading the model weighs: its words' characters, what the packs call parts, its number and its length."""
    words = what.words[:LONGEST_HEADING]
    features = grams("^" + words + "$") if len(what.words) <= LONGEST_HEADING else grams("^" + words)
    parts = classify(what.words, base)
    features |= {f"§part={section}" for section in parts}
    if len(parts) > 1:
        features.add(f"§parts={'+'.join(parts)}")
    features |= shapes(what.text)
    features |= {f"§kind={block.kind}", f"§length={min(len(what.words) // 6, 6)}", f"§fit={int(what.fits * 5)}"}
    if block.mark:
        features.add(f"§number={min(block.mark.number, 3)}")
    if block.alone:
        features.add("§alone")
    if block.runs_in:
        features.add("§runs-in")
    if not block.opens:
        features.add("§inside")
    if _FAULT.search(what.words):
        features.add("§fault")
    return features


def heading_scores(model: Linear, block: Block, what: Said, base: Pack) -> tuple[Mapping[str, float], bool]:
    """The log-probabilities of what the heading opens: by the model, and by the packs' names for parts, which count for themselves; and whether there is one."""
    parts = classify(what.words, base) if "，" not in what.words else ()  # a sentence names no part
    named = "+".join(parts)
    found = {
        label: score
        for label, score in scores(model, heading_features(block, what, base)).items()
        if label.count("+") < 2 or label == named
    }
    if not parts:
        return found, False
    if named not in found:  # a union that the corpus doesn't know: as likely as the likeliest of its parts
        found[named] = max(found.get(part, _UNKNOWN) for part in parts)
    total = math.log1p(math.exp(found[named]) * (math.exp(NAMED) - 1))
    return {label: score - total + (NAMED if label == named else 0.0) for label, score in found.items()}, True


def text_features(block: Block, what: Said, left: int) -> set[str]:
    """What of a block's text the model weighs: its characters, its kind and length, and how many blocks are ``left`` behind it."""
    return (
        grams(what.text)
        | shapes(what.text)
        | {f"§left={min(left, 4)}", f"§kind={block.kind}", f"§size={min(len(what.text) // 12, 5)}"}
        | {f"§faults={min(len(_FAULT.findall(what.text)), 3)}"}
    )


def scores(model: Linear, features: set[str]) -> Mapping[str, float]:
    """The logarithm of each label's probability."""
    return dict(zip(model.labels, model.log_odds(features), strict=True))
