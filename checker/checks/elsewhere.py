"""What must not stand in a page header, a note or a comment either: these go out with the text, and nobody looks there."""

from collections.abc import Iterator

from checker.document import Document, Paragraph
from checker.finding import Finding
from checker.letters import letters_in, letters_of
from checker.normal import normalise
from checker.submission import Submission
from checker.wordlists import word_lists


def check(submission: Submission) -> Iterator[Finding]:
    """W501, W502, W509, W510, W511 outside of the body; the message says where, since no paragraph has a number there."""
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
    as_written = text.split("\n")
    as_normal = [normalise(line, letters_of([line])).text for line in as_written]
    for words in word_lists():
        if not words.everywhere:
            continue
        found = dict.fromkeys(
            (line[match.start : match.end], match.label, match.right)
            for line in (as_written if words.written else as_normal)
            for match in words.matches(line)
        )
        for excerpt, label, right in found:
            slots = {"found": excerpt, "label": label, "right": right, "count": 1}
            message = f"{where}里：{words.message.format(**slots)}"
            yield Finding(words.code, message, words.suggestion.format(**slots), (), excerpt)


def _letters(where: str, text: str) -> Iterator[Finding]:
    for word, right in {text[found.start : found.end]: found.right for found in letters_in(text)}.items():
        yield Finding("W502", f"{where}里：“{word}”是用字母代写的“{right}”", f"改回汉字“{right}”", (), word)
