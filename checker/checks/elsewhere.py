"""What must not stand in a page header, a note or a comment either: these go out with the text, and nobody looks there."""

from collections.abc import Iterator

from checker.document import Document, Paragraph
from checker.finding import Finding
from checker.letters import letters_in, letters_of
from checker.normal import normalise
from checker.submission import Submission
from checker.wordlists import word_lists


def check(submission: Submission) -> Iterator[Finding]:
    """W501, W502, W509, W510 outside of the body; the message says where, since no paragraph has a number there."""
    for where, paragraphs in _places(submission.document):
        text = "\n".join(paragraph.text for paragraph in paragraphs)
        yield from _listed(where, text)
        yield from _letters(where, text)


def _places(document: Document) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    for where, paragraphs in (
        ("页眉页脚", document.headers),
        ("脚注尾注", document.footnotes),
        ("批注", document.margin),
    ):
        if paragraphs:
            yield where, paragraphs


def _listed(where: str, text: str) -> Iterator[Finding]:
    lines = [normalise(line, letters_of([line])) for line in text.split("\n")]
    for words in word_lists():
        if not words.everywhere:
            continue
        found = dict.fromkeys(
            (line.text[match.start : match.end], match.label, match.right)
            for line in lines
            for match in words.matches(line.text)
        )
        for excerpt, label, right in found:
            slots = {"found": excerpt, "label": label, "right": right, "count": 1}
            message = f"{where}里：{words.message.format(**slots)}"
            yield Finding(words.code, message, words.suggestion.format(**slots), (), excerpt)


def _letters(where: str, text: str) -> Iterator[Finding]:
    for word, right in {text[found.start : found.end]: found.right for found in letters_in(text)}.items():
        yield Finding("W502", f"{where}里：“{word}”是用字母代写的“{right}”", f"改回汉字“{right}”", (), word)
