"""What a finding is known by from one run to the next, while lines move and other places are edited.

A fingerprint is made from the code, the words reported and the sentence that they stand in; numbering, punctuation,
width and the file's name don't enter. A finding that stands for several places, or for none, goes by its code and words
alone, so that mending one of the places doesn't make it a new one.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from checker.document import Document
from checker.finding import Finding

_HAN = "[一二三四五六七八九十百]+"
_NUMBER = re.compile(rf"\s*(?:第?{_HAN}[、，,.．是]|第{_HAN}|[（(](?:{_HAN}|\d+)[）)]|\d+[、.．)）]|[①-⑳])")
_SENTENCE_END = re.compile(r"[。！？!?；;\n]")
_LONG_NUMBER = re.compile(r"\d{7,}")


def fingerprints(findings: Sequence[Finding], document: Document) -> tuple[str, ...]:
    """The fingerprints of all ``findings`` of one file, in their order; equal ones are told apart by their order."""
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        words = finding.excerpt or re.sub(r"\d+", "", finding.message)
        base = fingerprint(finding.code, words, _sentence(finding, document))
        made.append(base if not seen[base] else _digest(f"{base}\0{seen[base]}"))
        seen[base] += 1
    return tuple(made)


def fingerprint(code: str, words: str, sentence: str = "") -> str:
    """16 hexadecimal digits for ``words`` in ``sentence``. Long numbers don't enter: they could be found by trying."""
    return _digest("\0".join([code, _key(words), _key(sentence)]))


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _key(text: str) -> str:
    """Letters, digits and Chinese characters only; the number in front only where there is nothing else."""
    number = _NUMBER.match(text)
    bare = text[number.end() :] if number else text
    return _LONG_NUMBER.sub("#", _letters(bare) or _letters(text)) or text


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


def _sentence(finding: Finding, document: Document) -> str:
    """The sentence in which the one place begins; empty for findings of several places or of none."""
    if finding.count > 1 or len(finding.places) != 1:
        return ""
    place = finding.places[0]
    text = document.paragraphs[place.paragraph - 1].text
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, place.start)), default=0)
    end = _SENTENCE_END.search(text, place.start)
    return text[start : end.start() if end else len(text)]
