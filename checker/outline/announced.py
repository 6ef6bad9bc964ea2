"""Parts of a text without headings: sentences that announce them (我主要存在以下问题：… 产生这些问题的原因，… 下一步，我将…)."""

import re

from checker.document import Document
from checker.outline.headings import Candidate
from checker.outline.sections import CORE, classify
from checker.packs import Pack

_FIRST_CLAUSE = re.compile(r"[^。；：:]{2,60}?(?=[，,：:])")
_ANNOUNCES = {
    "problems": re.compile(r"^(?!.*(?:如下|报告)).*(?:问题|不足|差距)[^。]{0,12}[：:]$"),
    "causes": re.compile(r"^[^，：:]{0,16}(?:原因|根源)"),
    "measures": re.compile(r"^(?:今后|下一步|下步|接下来|针对)"),
}


def announced(document: Document, start: int, base: Pack) -> list[Candidate]:
    """One candidate for each of problems, causes and measures that a sentence from paragraph ``start`` on announces, in that order.

    Without an announcement of the problems there is none.
    """
    found: list[Candidate] = []
    for number, paragraph in enumerate(document.paragraphs[start - 1 :], start):
        text = paragraph.text
        wanted = CORE[len(found)] if len(found) < len(CORE) else None
        if wanted is None or not _ANNOUNCES[wanted].search(text):
            continue
        clause = _FIRST_CLAUSE.match(text)
        end = len(text) if text.endswith(("：", ":")) else clause.end() if clause else len(text)
        words = (
            text[:end].split("，")[-1].strip("：:") if wanted == "problems" else text[:end].split("，")[0].strip("：:")
        )
        if classify(words, base) == (wanted,):
            found.append(Candidate(number, "announcement", words, 0, end, None, end < len(text)))
    return found
