"""What kind of paper a text is: a 对照检查材料, or one of those that lie in the same folder (通知, 主持词, 签到表 …).

Two small linear models of ``rules/model.json`` weigh what checker.paper sees of it: ``submission`` whether it is one,
``genre`` what it is otherwise. A submission taken for something else goes unchecked, so that is decided only with reason.
"""

import math
from collections.abc import Iterable

from checker.linear import Linear
from checker.outline.knowledge import Knowledge
from checker.outline.model import Outline
from checker.outline.sections import CORE
from checker.paper import features
from checker.submission import Submission

SUBMISSION, OTHER = "submission", "other"
NAMES = {
    "notice": "通知",
    "script": "主持词",
    "roster": "签到表或名册",
    "opinions": "征求意见材料",
    "minutes": "会议记录",
    "criticism": "相互批评意见",
    "duty-report": "述职报告",
    "meeting-report": "会议情况报告",
    "rectification": "整改方案或台账",
    "speech": "讲话",
    "study": "学习体会或党课讲稿",
    "summary": "工作总结或计划",
    "talk-record": "谈心谈话记录",
    "guide": "写作参考或说明",
    OTHER: "",
}
"""The genres of the JSON report, and what people call them; nothing where all that is known is what a text isn't."""
LEAST = 0.2
LEAST_LAID_OUT = 0.05
"""The probability of a submission below which a text is none; where it has the parts of one, it takes more."""
_NAMED = 0.35
"""The probability from which a genre is named."""
_ITEMS = 3


def likely(model: Linear, found: Iterable[str]) -> dict[str, float]:
    """The probability of each label of ``model``."""
    return {label: math.exp(odds) for label, odds in zip(model.labels, model.log_odds(found), strict=True)}


def genre_of(submission: Submission, knowledge: Knowledge) -> str:
    """``submission``, or the genre that the text seems to be; ``submission`` too where no model knows of genres."""
    models = knowledge.models
    if SUBMISSION not in models or "genre" not in models:
        return SUBMISSION
    found = features([n.text for n in submission.normals if n.text], knowledge.base)
    if too_short(found):
        return SUBMISSION
    least = LEAST_LAID_OUT if laid_out(submission.outline) else LEAST
    if likely(models[SUBMISSION], found)[SUBMISSION] >= least:
        return SUBMISSION
    genres = likely(models["genre"], found)
    best = max(genres, key=genres.__getitem__)
    return best if genres[best] >= _NAMED else OTHER


def too_short(found: set[str]) -> bool:
    """Whether a text is so short (below 300 characters) that it shows nothing, and its title doesn't say what it is either."""
    named = {feature for feature in found if feature.startswith("§named=")}
    return "§size=0" in found and (not named or f"§named={SUBMISSION}" in named)


def laid_out(outline: Outline) -> bool:
    """Whether the text has problems, causes and measures under headings of their own, and several problems."""
    headed = {s.id for s in outline.sections if s.heading.written and not s.heading.run_in}
    return headed >= set(CORE) and sum(len(s.all_items()) for s in outline.of("problems")) >= _ITEMS
