"""The data files of ``rules/``, and how any TOML file of ours is read: strictly, with messages that name file, key and line."""

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
        from checker.misfits import explain as misfit

        raise DataError(f"{name}{misfit(text, str(error), shape)}") from None


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
