"""The JSON Schema of packs, for editors that complete and check TOML as it is typed. ``duizhao packs schema`` prints it."""

import json
from typing import Any

import msgspec

from checker.packfile import SECTION_IDS, PackFile

_MEANS = {
    "PackFile": {
        "id": "规则包的编号，--pack 后面写的就是它",
        "title": "年度和会议名称，如 2026年度民主生活会",
        "source": "出处：通知的名称、文号；不公开的写“据通知”",
        "addresses": "出处的网址",
        "year": "哪一年度的会",
        "years": "这次会的材料标题还可以写的其他年份",
        "extends": "从哪个规则包继承；不写就从 generic 继承各部分的标题写法和限度",
        "confidence": "可信度：H 有通知或两处以上一致，M 一处，L 待核",
        "meeting": "minzhu 民主生活会，zuzhi 组织生活会；都不是就不写",
        "title-hints": "标题里有这些词的，多半是这次会",
        "theme": "主题里最能认出这次会的一两句",
        "dimensions": "通知规定的各个方面，顺序照通知",
        "demands": "除问题、原因、措施之外还要写什么",
        "sections": "各部分的标题还有什么写法（正则表达式）",
        "limits": "各项限度，都是经验值，通知另有规定的照通知",
    },
    "DimensionRule": {
        "id": "d1、d2……；个人和班子各有一套的，两套各从 d1 起",
        "title": "通知的原文",
        "short": "简称，用在报告里",
        "kind": "只要求个人对照写 individual，只要求班子对照写 group；不写是都要",
        "accept": "也算对的写法：整句；“旧→新”换词；“词→”可以不写",
        "anchors": "只有这个方面才有的词",
        "topics": "这个方面的原因和措施会说到的词",
        "exact": "标题必须与 title 一致（只写其中完整的短句可以）",
        "optional": "不要求人人对照，没写不报",
        "confidence": "措辞的可信度",
    },
    "Demands": {
        "last-year": "上年度整改落实情况",
        "cases": "典型案例剖析",
        "explanations": "需要说明的事项",
    },
    "Limits": {
        "problems-share": "问题部分占全文的下限，如 0.35",
        "document-length": "全文字数的下限",
        "dimension-length": "一个方面字数的下限",
        "section-length": "一个部分字数的下限",
        "complete-share": "见人见事见思想俱全的问题所占比例的下限",
    },
    "SectionRule": {
        "aliases": "这一部分的标题里会有的词",
        "unless": "有这些词就不是这一部分",
        "mentions": "不单列标题、在正文里交代时会有的话；{earlier} 指往年",
    },
}


def schema() -> dict[str, Any]:
    """The schema, every key with what it means in Chinese."""
    found: dict[str, Any] = msgspec.json.schema(PackFile)
    for name, shape in found["$defs"].items():
        shape.pop("description", None)
        for key, means in _MEANS[name].items():
            shape["properties"][key] = {"description": means, **shape["properties"][key]}
    found["$defs"]["PackFile"]["properties"]["sections"]["propertyNames"] = {"enum": list(SECTION_IDS)}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "duizhao 规则包", **found}


def schema_text() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
