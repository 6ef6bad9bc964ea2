"""The data files of ``rules/``, and how any TOML file of ours is read: strictly, with messages that name file, key and line."""

import re
import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import msgspec

from checker.files import load
from checker.readers.errors import Unreadable
from checker.readers.limits import MEGABYTE

T = TypeVar("T")
_LARGEST = 4 * MEGABYTE


class DataError(Exception):
    """A data or configuration file that can't be used; the message (Chinese) names the file, the key and the line."""


def rules_folder() -> Traversable:
    """``rules/``: inside the package in a wheel, beside it in a checkout or an editable install."""
    packaged = files("checker") / "rules"
    return packaged if packaged.is_dir() else Path(str(files("checker"))).parent / "rules"


def load_toml(source: Traversable, shape: type[T]) -> T:
    """The TOML file ``source`` as a ``shape`` (a msgspec Struct that forbids unknown fields). Raises DataError."""
    return parse_toml(source.read_text("utf-8"), str(source), shape)


def parse_toml(text: str, name: str, shape: type[T]) -> T:
    """The TOML ``text`` of the file ``name`` as a ``shape``. Raises DataError."""
    try:
        return msgspec.convert(tomllib.loads(text), shape)
    except tomllib.TOMLDecodeError as error:
        from checker.tomlmistakes import explain

        raise DataError(f"{name}{explain(text, str(error))}") from None
    except msgspec.ValidationError as error:
        raise DataError(f"{name}{_line(text, str(error))}：{_translate(str(error))}") from None


def read_text(path: Path, what: str) -> str:
    """The text of the data file ``path`` of the kind ``what`` (Chinese), as editors in China save it: UTF-8 with or without a mark,
    UTF-16, GBK. Raises DataError where it can't be read.
    """
    try:
        data = load(path, _LARGEST)
    except Unreadable as error:
        raise DataError(f"{path}：读不了{what}：{error.reason.removeprefix('读不了：')}") from None
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    raise DataError(f"{path}：读不了{what}：编码认不出来；请用记事本打开，另存为时编码选 UTF-8")


def _keys(message: str) -> list[str]:
    named = re.findall(r"`([^`$]+)`", message)
    path = re.search(r"`\$([^`]*)`", message)
    inside = re.findall(r"[\w-]+(?=\[|\.|$)|(?<=\.)[\w-]+", path[1]) if path else []
    return [*inside, *(n for n in named if re.search(rf"(?:unknown|required) field `{re.escape(n)}`", message))]


def _line(text: str, message: str) -> str:
    """「第 N 行」 of the deepest key named in ``message`` that the file contains, or nothing."""
    for key in reversed(_keys(message)):
        for number, line in enumerate(text.splitlines(), 1):
            if re.match(rf"\s*(?:\[+\s*[\w.-]*\b{re.escape(key)}\s*\]|\"?{re.escape(key)}\"?\s*=)", line):
                return f" 第 {number} 行"
    return ""


def _translate(message: str) -> str:
    path = re.search(r" - at `\$\.?([^`]*)`", message)
    where = f"（{path[1]}）" if path and path[1] else ""
    plain = re.sub(r" - at `[^`]*`", "", message)
    for pattern, chinese in (
        (r"Object contains unknown field `(.+)`", r"不认识的键 \1"),
        (r"Object missing required field `(.+)`", r"缺少必需的键 \1"),
        (r"Expected `(.+?)`, got `(.+?)`", r"应为 \1，写成了 \2"),
        (r"Invalid enum value (.+)", r"不认识的值 \1"),
    ):
        if re.search(pattern, plain):
            return re.sub(pattern, chinese, plain) + where
    return plain + where
