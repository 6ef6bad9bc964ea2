"""Traditional characters read as their simplified ones, one for one, so that every offset stays; OpenCC knows them.

It is loaded only for a text that has any: a glance at the commonest tells.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from checker.document import Document

_COMMON = re.compile(
    "[們這個來對會學習問題為說時現實際發進經過還沒種類體點間動開關業務員導領黨記憶認識責擔當憲紀嚴規範檢繼續總結讓從應該給與處組織執幹備態變單邊樣麼見觀產質術"
    "藝歷長門車東電後話語讀書寫請調談論證據數網絡線條級維護穩環衛氣熱無轉軟輕運達遠連選適遺鄉鎮醫療農銀錢銷鋒錯難離雙雖風飛養驗駐齊齡憂慮憑憤懷愛聯聽職聲肅]"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
SHARE = 0.03
"""So many of a text's characters are among the commonest where it is written in traditional ones."""


@cache
def _converter() -> Any:
    import opencc

    return opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """``text`` in simplified characters, of the same length."""
    if not _COMMON.search(text):
        return text
    convert = _converter().convert
    whole: str = convert(text)
    return whole if len(whole) == len(text) else "".join(one if len(one := convert(c)) == 1 else c for c in text)


def is_traditional(texts: Iterable[str]) -> bool:
    """Whether ``texts`` together are written in traditional characters; a single one (a name, a slip) makes none so."""
    found = han = 0
    for text in texts:
        found += len(_COMMON.findall(text))
        han += len(_HAN.findall(text)) if found else len(text)
    return found > SHARE * max(han, 1)


def in_simplified(document: Document) -> Document:
    """``document`` with its paragraphs in simplified characters: itself where it has no others."""
    texts = [simplified(p.text) for p in document.paragraphs]
    if all(text is p.text for text, p in zip(texts, document.paragraphs, strict=True)):
        return document
    paragraphs = tuple(replace(p, text=text) for text, p in zip(texts, document.paragraphs, strict=True))
    return replace(document, paragraphs=paragraphs)
