"""Whether what was got out of a file is writing: damaged files and fonts without codes give random characters."""

import re
from collections import Counter

from checker.readers.errors import Unreadable

_SAMPLE = 20_000
_FEWEST = 20
_OTHER_SCRIPTS = re.compile(r"[\u0600-\u06ff\u0f00-\u0fff\u1800-\u18af\ua000-\ua4cf\uac00-\ud7af]")
"""Uyghur and Kazakh, Tibetan, Mongolian, Yi, Korean."""
_ADVICE = "请用 Word 或 WPS 打开，确认文字正常后另存为 .docx 再检查。"


def check_legible(text: str) -> None:
    """Raises Unreadable where less than half of ``text`` is common Chinese, Latin, or another script of the country."""
    sample = re.sub(r"\s", "", text[:_SAMPLE])
    if len(sample) < _FEWEST:
        return
    strange = sum(n for character, n in Counter(sample).items() if not _is_common(character))
    if strange > len(sample) / 2:
        raise Unreadable("取出来的文字无法辨认（文件可能已损坏，或字体没有编码）", _ADVICE)


def is_writing(text: str) -> bool:
    """Whether ``text`` can be a text in Chinese, another script of the country, or English.

    Fonts without codes (Type 3) give every character of ASCII alike, which is common enough one by one.
    """
    sample = re.sub(r"\s", "", text[:_SAMPLE])
    local = len(re.findall(r"[\u3400-\u9fff]", sample)) + len(_OTHER_SCRIPTS.findall(sample))
    if 10 * local >= len(sample):
        return True
    return sum(c.isascii() and c.isalnum() for c in sample) > 0.8 * len(sample)


def _is_common(character: str) -> bool:
    return _encodable(character, "gb2312") or _encodable(character, "big5") or bool(_OTHER_SCRIPTS.match(character))


def _encodable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return character >= " "
