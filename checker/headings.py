"""A heading's words as they are compared: without marks, without what stands around an aspect's name, as pairs of characters."""

import re
from functools import lru_cache

_STRIP = re.compile(
    r"[\s\"'“”‘’、，,。；;：:（）()《》·.]|(?:方面|上)?(?:主要)?存在(?:的)?(?:主要|突出)?(?:问题|差距|不足).*$|方面.*$|(?<=..)上$"
)
_LEAD = re.compile(r"^(?:关于|在|从|围绕|聚焦)?(?:对照|是否)?(?:带头)?")


@lru_cache(maxsize=4096)
def plain(heading: str) -> str:
    """``heading`` without marks and without 方面(存在的问题) behind."""
    return _STRIP.sub("", heading)


def bare_words(heading: str) -> str:
    """``plain`` words without 在/带头/对照 before them."""
    words = plain(heading)
    return _LEAD.sub("", words) or words


@lru_cache(maxsize=4096)
def pairs(heading: str) -> frozenset[str]:
    """The pairs of neighbouring characters in the bare words; none where there is but one character."""
    words = bare_words(heading)
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))
