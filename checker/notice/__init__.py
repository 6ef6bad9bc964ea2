"""A notice → what it demands. Reading decides nothing that a person can't check: every aspect is in the notice's own words, what is
unsure is said, and where no list of aspects is found there is none.
"""

from checker.document import Document
from checker.notice import facts
from checker.notice.choose import aspect_lists
from checker.notice.model import Notice
from checker.notice.passages import passages

__all__ = ["Notice", "read_notice"]


def read_notice(document: Document) -> Notice:
    """What the notice ``document`` says."""
    found = passages(document)
    title = facts.heading(found)
    name = facts.meeting_name(title, found)
    meeting = facts.meeting(title or name, found)
    year, unsure_year = facts.year(title, name, found)
    lists, also = aspect_lists(found, meeting)
    asked = facts.asked(found)
    return Notice(
        name=title,
        title=name,
        number=facts.number(found),
        year=year,
        meeting=meeting,
        theme=facts.theme(found),
        lists=lists,
        last_year=asked["last_year"],
        cases=asked["cases"],
        explanations=asked["explanations"],
        length=facts.length(found),
        share=facts.share(found),
        unsure=(*([unsure_year] if unsure_year else []), *also),
    )
