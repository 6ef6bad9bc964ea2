"""``duizhao.toml``: what an office sets once for a folder of documents."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from checker.data import DataError, parse_toml, read_text
from checker.files import CONFIGURATION
from checker.finding import Severity
from checker.packs import did_you_mean

FILE_NAME = CONFIGURATION


class Suppression(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Findings of ``code`` in files that match ``path`` (a glob from the configuration's folder) don't count, for ``reason``.

    ``excerpt``, where given, limits it to findings that quote these words.
    """

    path: str
    code: str
    reason: str
    excerpt: str = ""


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Every key is optional; command line options go before them. ``packs``, ``baseline``, ``roster`` and the files of ``format`` are
    files, from this folder.

    The configuration nearest to a file says how it is judged; ``fail-on``, ``exclude``, ``roster``, ``format`` and ``workers`` concern
    the whole run and are taken from the one nearest to all its paths.
    """

    select: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    fail_on: Literal["error", "warning", "info", "never"] | None = None
    pack: str | None = None
    packs: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    roster: str | None = None
    format: tuple[str, ...] = ()
    workers: Annotated[int, msgspec.Meta(ge=1)] | None = None
    severity: dict[str, Severity] = {}
    mandatory: tuple[str, ...] | None = None
    ignore: tuple[Suppression, ...] = ()


def find_config(start: Path) -> Path | None:
    """The nearest ``duizhao.toml`` in ``start`` or a folder above it."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / FILE_NAME).is_file():
            return candidate / FILE_NAME
    return None


def load_config(path: Path) -> Config:
    """The configuration in ``path``. Raises DataError naming file, key and line."""
    text = read_text(path, "配置文件")
    try:
        config = parse_toml(text, str(path), Config)
    except DataError as error:
        known = [field.encode_name for field in msgspec.structs.fields(Config)]
        unknown = str(error).partition("不认识的键 ")[2].split("（")[0].strip()
        raise DataError(
            f"{error}；{did_you_mean(unknown, known)}" if unknown and "（" not in str(error) else str(error)
        ) from None
    empty = next((s for s in config.ignore if not s.reason.strip()), None)
    if empty:
        raise DataError(f"{path}：[[ignore]]（path = {empty.path!r}，code = {empty.code!r}）的 reason 不能为空")
    return config


def mandatory_above(path: Path) -> tuple[str, ...]:
    """What the configurations in the folders above that of ``path`` make mandatory: one further down can't take it back."""
    above = find_config(path.resolve().parent.parent) if path.resolve().parent != path.resolve().parent.parent else None
    return () if above is None else (*(load_config(above).mandatory or ()), *mandatory_above(above))
