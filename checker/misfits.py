"""What doesn't fit in a TOML file of ours, said in Chinese: the line, the key, what stands there and what may stand there."""

import re
from typing import Any

import msgspec

_TYPES = {
    "array": '列表，写成 ["…", "…"]',
    "str": '文字，写在英文直引号 "…" 里',
    "int": "整数，不加引号",
    "float": "小数",
    "bool": "true 或 false",
    "object": "表格",
    "null": "空",
}


def explain(text: str, message: str, shape: type) -> str:
    """「 第 N 行：…」 for the ``message`` with which msgspec refused the TOML ``text`` as a ``shape``."""
    path = re.search(r" - at `(?:key in )?\$\.?([^`]*)`", message)
    where = path[1] if path else ""
    plain = re.sub(r" - at `[^`]*`", "", message)
    wrong = re.search(r"Invalid enum value '(.*)'", plain)
    line = _line_of_value(text, wrong[1]) if wrong else _line_of_key(text, message)
    told = f"（{where.replace('[...]', '')}）" if where else ""
    return f"{f' 第 {line} 行' if line else ''}：{_said(plain, where, shape)}{told}"


def line_of(text: str, word: str) -> int:
    """The number of the first line of ``text`` in which ``word`` stands as a value or a key; 0 where none has it."""
    return _line_of_value(text, word) or next(
        (n for n, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*{re.escape(word)}\s*=", line)), 0
    )


def _said(plain: str, where: str, shape: type) -> str:
    if found := re.search(r"Object contains unknown field `(.+)`", plain):
        return f"不认识的键 {found[1]}"
    if found := re.search(r"Object missing required field `(.+)`", plain):
        return f"缺少必需的键 {found[1]}"
    if found := re.search(r"Expected `(.+?)`, got `(.+?)`", plain):
        wanted = [_TYPES.get(name, name) for name in found[1].split(" | ") if name != "null"]
        return f"应为{'或'.join(wanted)}；现在写的是{_TYPES.get(found[2], found[2]).split('，')[0]}"
    if found := re.search(r"Invalid enum value (.+)", plain):
        values = _allowed(shape, where)
        return f"不认识的值 {found[1]}" + (f"，可以写 {'、'.join(values)}" if values else "")
    return plain


def _allowed(shape: type, where: str) -> list[str]:
    """The values that may stand at ``where`` (``ignore[0].code``, ``severity[...]``) in a ``shape``."""
    kind: Any = msgspec.inspect.type_info(shape)
    for step in re.findall(r"[\w-]+|\[[^\]]*\]", where):
        kind = next((k for k in _all(kind) if not isinstance(k, msgspec.inspect.NoneType)), kind)
        if isinstance(kind, msgspec.inspect.StructType):
            kind = next((f.type for f in kind.fields if f.encode_name == step), None)
        else:
            kind = getattr(kind, "value_type", None) or getattr(kind, "item_type", None)
    literals = [k for k in _all(kind) if isinstance(k, msgspec.inspect.LiteralType)]
    return [str(value) for literal in literals for value in literal.values if value]


def _all(kind: Any) -> tuple[Any, ...]:
    return kind.types if isinstance(kind, msgspec.inspect.UnionType) else (kind,)


def _line_of_value(text: str, value: str) -> int:
    quoted = re.compile(rf"[\"']{re.escape(value)}[\"']")
    return next((n for n, line in enumerate(text.splitlines(), 1) if quoted.search(line)), 0)


def _line_of_key(text: str, message: str) -> int:
    """The line of the deepest key named in ``message`` that the file contains, or 0."""
    for key in reversed(_keys(message)):
        for number, line in enumerate(text.splitlines(), 1):
            if re.match(rf"\s*(?:\[+\s*[\w.-]*\b{re.escape(key)}\s*\]|\"?{re.escape(key)}\"?\s*=)", line):
                return number
    return 0


def _keys(message: str) -> list[str]:
    named = re.findall(r"`([^`$]+)`", message)
    path = re.search(r"`\$([^`]*)`", message)
    inside = re.findall(r"[\w-]+(?=\[|\.|$)|(?<=\.)[\w-]+", path[1]) if path else []
    return [*inside, *(n for n in named if re.search(rf"(?:unknown|required) field `{re.escape(n)}`", message))]
