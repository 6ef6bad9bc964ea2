"""JSON written piece by piece, so that a report on thousands of files is never in memory as a whole."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec


def streamed(frame: Any, level: int, lists: Mapping[str, Iterable[Any]]) -> Iterator[str]:
    """``frame`` as JSON, two spaces to the level, the empty list under each key of ``lists`` filled with what is there.

    The keys stand ``level`` levels deep, in their order in ``frame``, of which all else is written at once.
    """
    edge = "\n" + "  " * level
    rest = _pretty(frame)
    for key, entries in lists.items():
        before, _, rest = rest.partition(f'{edge}"{key}": []')
        yield f'{before}{edge}"{key}": ['
        inner, end = f"{edge}  ", "]"
        between = inner
        for entry in entries:
            yield between + _pretty(entry).replace("\n", inner)
            between, end = f",{inner}", f"{edge}]"
        yield end
    yield rest + "\n"


def _pretty(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
