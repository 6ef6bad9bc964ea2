"""The report as JSON: the records of ``checker.report`` as they are, without the text of the submissions."""

import msgspec

from checker.report import Report


def render(report: Report) -> str:
    """The JSON report, version 1."""
    tree = msgspec.to_builtins(report)
    for entry in tree["files"]:
        del entry["paragraphs"]
        if entry["outline"] is None:
            del entry["outline"], entry["coverage"]
        else:
            for section in entry["outline"]["sections"]:
                _plain(section["items"])
                for dimension in section["dimensions"]:
                    _plain(dimension["items"])
    return msgspec.json.format(msgspec.json.encode(tree), indent=1).decode() + "\n"


def _plain(items: list[dict[str, object]]) -> None:
    for item in items:
        for key in [k for k, v in item.items() if v is None]:
            del item[key]
