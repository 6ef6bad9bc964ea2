"""Submissions made of a few words, for tests of single checks."""

from checker.checks import wording
from checker.document import Document, Paragraph
from checker.finding import Finding
from checker.letters import letters_of
from checker.outline import outline
from checker.outline.knowledge import Knowledge
from checker.packs import load_packs
from checker.submission import Submission


def submission(*paragraphs: str, pack: str = "minzhu-2022") -> Submission:
    """A submission of these paragraphs, checked against ``pack``."""
    document = Document("txt", tuple(Paragraph(text) for text in paragraphs))
    packs = load_packs()
    letters = letters_of(paragraphs)
    return Submission(document, outline(document, Knowledge(packs), pack=pack, letters=letters), packs[pack], letters)


def found(*paragraphs: str, pack: str = "minzhu-2022") -> list[Finding]:
    """What the wording checks say of these paragraphs."""
    return list(wording.check(submission(*paragraphs, pack=pack)))


def pairs(*paragraphs: str, pack: str = "minzhu-2022") -> list[tuple[str, str]]:
    """(code, excerpt) of what the wording checks say of these paragraphs."""
    return [(finding.code, finding.excerpt) for finding in found(*paragraphs, pack=pack)]
