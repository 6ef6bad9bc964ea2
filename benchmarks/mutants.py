"""Damages of many kinds: of bytes, of text as its author could have damaged it, of the XML of a Word file as programs do."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TOKENS = (
    b"<w:p>",
    b"</w:p>",
    b"<w:r>",
    b"</w:r>",
    b"<w:t>",
    b"<w:del>",
    b"&#0;",
    b"&amp;",
    b"<![CDATA[",
    b"\0",
    b"\xff\xfe",
)
_WORDS = (
    "一、", "（一）", "一是", "二一十、", "1.", "①", "第一，", "\n\n", "\n", "　　", "**", "__", "# ", "<!-- duizhao: ignore W503 因 -->", "带头", "方面",
    "存在的问题", "原因分析：", "整改措施", "“", "”", "（", "）", "。", "；", "：", "\ufeff", "\u200b", "\u202e", "\ue5e5", "⼀", "😀", "\ud7ff", "第 3 页",
    "我觉得", "2024年", "13812345678", "xx", "--", "{#id}", "主要存在四个方面的问题：", "\xa0", "\r",
)  # fmt: skip
_LONG = (
    "一",
    "十",
    "1",
    "9",
    "我觉得",
    "x",
    " ",
    "一是",
    "（",
    "第",
    "，",
    "“",
    "一、存在的问题\n",
    "-",
    "**a ",
    "学习、",
    "\n",
)
_TAGS = (
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "hyperlink",
    "pPr",
    "rPr",
    "numPr",
    "br",
    "tab",
    "altChunk",
)
_CHARACTERS = 60_000


def bytes_of(data: bytes, chance: random.Random) -> bytes:
    """``data`` with one to eight small damages: bits turned, stretches cut, doubled, overwritten, tokens put in."""
    content = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if not content:
            break
        at = chance.randrange(len(content))
        end = min(len(content), at + chance.choice((1, 2, 8, 64, 1024)))
        action = chance.randrange(5)
        if action == 0:
            content[at] ^= 1 << chance.randrange(8)
        elif action == 1:
            del content[at:end]
        elif action == 2:
            content[at:at] = content[at:end]
        elif action == 3:
            content[at:end] = chance.randbytes(end - at)
        else:
            content[at:at] = chance.choice(_TOKENS)
    return bytes(content) if chance.random() > 0.05 else bytes(content[: chance.randrange(len(content) + 1)])


def text_of(text: str, chance: random.Random) -> str:
    """``text`` as its author could have damaged it: words put in, stretches cut, doubled, moved, lines run together."""
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + chance.choice((1, 3, 10, 60, 400)))
        action = chance.randrange(7)
        if action < 2:
            text = text[:at] + chance.choice(_WORDS) * chance.choice((1, 1, 2, 5)) + text[at:]
        elif action == 2:
            text = text[:at] + text[end:]
        elif action == 3:
            text = text[:end] + text[at:end] * chance.randint(1, 3) + text[end:]
        elif action == 4:
            other = chance.randrange(len(text) + 1)
            text = text[:at] + text[other : other + end - at] + text[end:]
        elif action == 5:
            lines = text.split("\n")
            chance.shuffle(lines)
            text = "\n".join(lines)
        else:
            text = text[:at] + text[at:end].replace("\n", "") + text[end:]
    if chance.random() < 0.02:
        word = chance.choice(_LONG)
        text = text[:at] + (word * _CHARACTERS)[: chance.randrange(_CHARACTERS // 10)] + text[at:]
    return text[: 5 * _CHARACTERS]


def xml_of(content: bytes, chance: random.Random) -> bytes:
    """A part of a Word file with elements moved, doubled, dropped, renamed, emptied, wrapped, their text mutated."""
    root = etree.fromstring(content)
    for _ in range(chance.randint(1, 8)):
        elements = [e for e in root.iter() if isinstance(e.tag, str) and e is not root]
        if not elements:
            break
        element, other = chance.choice(elements), chance.choice(elements)
        parent, action = element.getparent(), chance.randrange(8)
        if parent is None:
            continue
        if action == 0:
            parent.remove(element)
        elif action == 1:
            element.addnext(etree.fromstring(etree.tostring(element)))
        elif action == 2 and element not in other.iterancestors() and element is not other:
            other.append(element)
        elif action == 3:
            element.tag = W + chance.choice(_TAGS)
        elif action == 4:
            wrapper = etree.Element(W + chance.choice(_TAGS))
            parent.replace(element, wrapper)
            wrapper.append(element)
        elif action == 5:
            for name in list(element.attrib):
                element.set(name, chance.choice(("", "0", "-1", "99999999999", "abc", element.get(name, ""))))
        elif action == 6:
            element.append(etree.Element(W + chance.choice(_TAGS)))
        else:
            element.text = _xml_safe(text_of(element.text or "", chance))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _xml_safe(text: str) -> str:
    return "".join(c for c in text if c in "\t\n\r" or " " <= c < "\ud800" or "\ue000" <= c < "\ufffe" or c > "\uffff")


def part_of(data: bytes, chance: random.Random, damage: Callable[[bytes, random.Random], bytes]) -> bytes:
    """A Word file with ``damage`` done to one of its parts, mostly the text, zipped anew."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = [n for n in old.namelist() if n.endswith((".xml", ".rels"))]
        victim = chance.choice([*names, *(["word/document.xml"] * 3 * len(names))])
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, damage(content, chance) if name == victim else content)
    return made.getvalue()
