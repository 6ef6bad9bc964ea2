"""What is wrong with a TOML file, said to one who has never heard of TOML: the line, and how to mend it."""

import re
from collections.abc import Iterator

_WHERE = re.compile(r"at line (\d+), column (\d+)")
_HINTS = (
    (r"^[^\"#]*[=\[,，]\s*[“”‘’＂]", '值要放在英文直引号 "…" 里，这里写成了中文引号'),
    (r"^[^\"“#]*＝", "等号要用半角的 ="),
    (r"^\s*[\w-]+\s*[:：]", "键和值之间用 =，不用冒号"),
    (r"^\s*[【［〔]|[】］〕]\s*$", "方括号要用半角的 [ ]"),
    (r"\"\s*，", "几个值之间用半角逗号 , 隔开"),
    (r"^[^#]*\"[^\"]*”\s*(?:[,\]].*)?$", '开头是直引号，结尾写成了中文引号；结尾也用英文直引号 "'),
    (r"^[^#]*=\s*\"[^\"]*\"[^\s,\]\"#]", "一对直引号里面又有直引号；里面的改成中文引号 “ ”"),
    (r"^\s*[\w-]+\s*=\s*[^\s\"'\[\d{+-]", '文字要放在英文直引号 "…" 里'),
)
_SAID = (
    ("Cannot overwrite|Cannot declare", "同一个键写了两遍"),
    ("Unclosed array", "方括号 [ 没有配对的 ]"),
    ("Unterminated string|Illegal character", "引号没有配对"),
    (r"at end of document", "到文件末尾还没有写完"),
    ("Expected '=' after a key", "这一行应当是“键 = 值”"),
    ("Expected newline or end of document", "值后面多了东西"),
    ("Invalid value", "值写得不对"),
    ("Invalid initial character|Invalid statement", "这一行开头认不出来"),
)


def explain(text: str, error: str) -> str:
    """「 第 N 行：TOML 语法错误：…」 for the ``error`` that the parser raised on ``text``."""
    said = next((chinese for pattern, chinese in _SAID if re.search(pattern, error)), "写得不对")
    where = _WHERE.search(error)
    lines = text.split("\n")
    number = int(where[1]) if where else 0
    for n in [number] if number else range(1, len(lines) + 1):
        hint = next(_hints(lines[n - 1]), None) if n <= len(lines) else None
        if hint:
            return f" 第 {n} 行：TOML 语法错误：{hint}"
    return f"{f' 第 {number} 行' if number else ''}：TOML 语法错误：{said}"


def _hints(line: str) -> Iterator[str]:
    yield from (hint for pattern, hint in _HINTS if re.search(pattern, line))
