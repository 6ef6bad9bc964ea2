"""What is wrong with a pack although every key is right: aspects that can't be told apart, anchors that point at two of them."""

from checker.outline.campaign import ENOUGH, assign, fit
from checker.packs import Pack

_KINDS = {"individual": "个人", "group": "班子"}


def doubts(pack: Pack) -> list[str]:
    """Sentences in Chinese on what has to be mended; none where the pack can be used."""
    found: dict[str, None] = {}
    for kind in _KINDS:
        rules = pack.dimensions(kind)
        for rule in rules:
            if not rule.title.strip():
                found[f"{rule.id} 的 title 是空的"] = None
            for anchor in rule.anchors:
                others = [
                    r for r in rules if r is not rule and (anchor in r.anchors or _plain(anchor) in _plain(r.title))
                ]
                if others:
                    found[
                        f"{rule.id} 的锚词“{anchor}”在 {others[0].id}（{others[0].name}）里也有，换一个只有 {rule.id} 才有的词"
                    ] = None
                elif not anchor.strip():
                    found[f"{rule.id} 有一个锚词是空的"] = None
        named = assign([_plain_quotes(rule.title) for rule in rules], rules)
        for n, (index, _) in enumerate(named):
            if index != n:
                other = f"会被认成 {rules[index].id}" if index is not None else "自己的规则认不出来"
                found[f"{rules[n].id} 的标题“{rules[n].title}”{other}，补上只有它才有的锚词"] = None
    return list(found)


def strays(heading: str, own: str, pack: Pack, kind: str) -> list[str]:
    """Which anchors of other aspects a heading of the aspect ``own`` holds."""
    rules = pack.dimensions(kind)
    return [
        f"{rule.id} 的锚词“{anchor}”也在 {own} 的标题里"
        for rule in rules
        if rule.id != own
        for anchor in rule.anchors
        if _plain(anchor) in _plain(heading) and fit(heading, rule) >= ENOUGH
    ]


def _plain_quotes(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
