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
LEAST = {"another": 0.6, "guide": 0.7, "both": 0.05, "nothing": 0.02}
"""The probability of a submission below which a text is none, by what its title says. No submission of the corpus is called by another
paper's name alone; where the title doesn't say it, hardly anything may speak for a submission, and something for a certain genre."""
_NAMED = 0.4
"""The probability from which a genre is named."""
_ITEMS = 3
FOREIGN = {"§han=0", "§han=1"}
"""Less than two fifths Chinese: no genre that these models know."""


def likely(model: Linear, found: Iterable[str]) -> dict[str, float]:
    """The probability of each label of ``model``."""
    return {label: math.exp(odds) for label, odds in zip(model.labels, model.log_odds(found), strict=True)}


def genre_of(submission: Submission, knowledge: Knowledge) -> str:
    """``submission``, or the genre that the text seems to be; ``submission`` too where no model knows of genres."""
    models = knowledge.models
    if SUBMISSION not in models or "genre" not in models:
        return SUBMISSION
    found = features([n.text for n in submission.normals if n.text], knowledge.base)
    said = says(found)
    if "§size=0" in found and (
        said == "nothing" or f"§named={SUBMISSION}" in found
    ):  # below 300 characters only the title tells
        return SUBMISSION
    if said == "nothing" and laid_out(submission.outline):
        return SUBMISSION
    if likely(models[SUBMISSION], found)[SUBMISSION] >= LEAST[said]:
        return SUBMISSION
    if found & FOREIGN:
        return OTHER
    genres = likely(models["genre"], found)
    best = max(genres, key=genres.__getitem__)
    if genres[best] >= _NAMED:
        return best
    return SUBMISSION if said == "nothing" else OTHER


def says(found: set[str]) -> str:
    """What the title says that a text with these features is, a key of LEAST."""
    named = {feature.removeprefix("§named=") for feature in found if feature.startswith("§named=")}
    if "guide" in named:
        return "guide"
    if not named - {SUBMISSION}:
        return "nothing"
    return "both" if SUBMISSION in named else "another"


def laid_out(outline: Outline) -> bool:
    """Whether the text has problems, causes and measures under headings of their own, and several problems."""
    headed = {s.id for s in outline.sections if s.heading.written and not s.heading.run_in}
    return headed >= set(CORE) and sum(len(s.all_items()) for s in outline.of("problems")) >= _ITEMS
