"""Words and their tags: rjieba where it is installed, jieba elsewhere; both give the same.

Either is loaded when the first text is cut, with the terms of the lexicon as user dictionary. A tag is what jieba's
dictionary gives a word (never ``posseg``: it takes over a second to start and cuts differently), "x" for what isn't
in it.
"""

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.lexicon import terms

_FREQUENCY = 200_000  # high enough that a term is never taken apart


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, 0-based, end exclusive."""

    text: str
    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class Segmenter:
    """``cut`` gives the words of a text, ``tag`` the tag of one word."""

    cut: Callable[[str], list[str]]
    tag: Callable[[str], str]


def words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` in order, every character in one of them."""
    use = segmenter()
    found: list[Word] = []
    at = 0
    for token in use.cut(text):
        found.append(Word(token, at, at + len(token), use.tag(token)))
        at += len(token)
    return tuple(found)


@cache
def segmenter() -> Segmenter:
    """rjieba if it can be imported, else jieba."""
    try:
        return with_rjieba()
    except ImportError:
        return with_jieba()


def with_rjieba() -> Segmenter:
    import rjieba

    own = _own_tags()
    for word, tag in own.items():
        rjieba.add_word(word, _FREQUENCY, tag)

    def tag_of(word: str) -> str:
        tagged = rjieba.tag(word, False)
        return tagged[0][1] if len(tagged) == 1 else "x"

    return Segmenter(lambda text: list(rjieba.cut(text)), _tagger(own, tag_of))


def with_jieba() -> Segmenter:
    dictionary = _jieba_dictionary()
    own = _own_tags()
    for word, tag in own.items():
        dictionary.add_word(word, _FREQUENCY, tag)
    with dictionary.get_dict_file() as file:
        tags = dict(re.findall(r"^(\S+) \d+ (\S+)", file.read().decode("utf-8"), re.MULTILINE))

    def tag_of(word: str) -> str:
        return tags.get(word, "x") if len(list(dictionary.cut(word, HMM=False))) == 1 else "x"

    return Segmenter(lambda text: list(dictionary.cut(text)), _tagger(own, tag_of))


def _jieba_dictionary() -> Any:
    """jieba without its warnings, its logging, and its cache file, which lies in a folder that all users share."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel("ERROR")
    dictionary = jieba.Tokenizer()
    dictionary.FREQ, dictionary.total = dictionary.gen_pfdict(dictionary.get_dict_file())
    dictionary.initialized = True
    return dictionary


def _tagger(own: dict[str, str], dictionary: Callable[[str], str]) -> Callable[[str], str]:
    @cache
    def tag(word: str) -> str:
        if word.isascii():
            return "m" if word[0].isdigit() else "eng" if word[0].isalpha() else "x"
        return own.get(word) or dictionary(word)

    return tag


def _own_tags() -> dict[str, str]:
    return {term.word: term.tag for term in terms()}
