"""The whole report as JSON, in the form that ``schema/report.schema.json`` fixes; the text itself is left out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import msgspec

from checker.report import Report
from checker.reports.mask import mask
from checker.reports.streamed import streamed

_NOT_SHOWN = {"paragraphs"}
_DECEIVING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What could lead a terminal or a reader astray; as an escape it is the same to a program."""
_VERBATIM = {"path", "submissions", "fingerprint", "config"}


def render(report: Report) -> str:
    """One JSON object, UTF-8, two spaces to the level. What isn't known is left out, but of findings nothing is."""
    return "".join(parts(report))


def parts(report: Report) -> Iterator[str]:
    """What ``render`` gives, file by file."""
    frame = _told(msgspec.to_builtins(replace(report, files=())))
    files = (_told(msgspec.to_builtins(file)) for file in report.files)
    for part in streamed(frame, 1, {"files": files}):
        yield _DECEIVING.sub(lambda found: f"\\u{ord(found[0]):04x}", part)


def schema() -> str:
    """The JSON Schema (2020-12) of the report, made from the records; the package carries this text."""
    (reference,), definitions = msgspec.json.schema_components([Report], ref_template="#/$defs/{name}")
    del definitions["FileReport"]["properties"]["paragraphs"]
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "duizhao report, version 1",
        **reference,
        "$defs": dict(sorted(definitions.items())),
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def _told(value: Any, key: str = "") -> Any:
    if isinstance(value, str):
        told = value if key in _VERBATIM else mask(value)
        return told.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, (list, tuple)):
        return [_told(v, key) for v in value]
    if isinstance(value, dict):
        is_finding = "code" in value
        return {k: _told(v, k) for k, v in value.items() if k not in _NOT_SHOWN and (v is not None or is_finding)}
    return value
