"""What a check reports, and how grave it is."""

from dataclasses import dataclass
from typing import Literal

from checker.document import Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Finding:
    """One gap in one submission, as a check sees it: no severity, no file, no policy.

    ``places`` are where the words stand, first one first; empty for what concerns the whole document or what is missing.
    ``excerpt`` is the text as written, or the id of the missing part. ``count`` is how often it stands there.
    """

    code: str
    message: str
    suggestion: str
    places: tuple[Span, ...] = ()
    excerpt: str = ""
    count: int = 1
