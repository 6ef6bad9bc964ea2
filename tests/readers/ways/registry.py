"""What the ways of writing have in common: each is a function from a text to a file, known by its name."""

from collections.abc import Callable, Sequence

from tests.readers.builder import p
from tests.readers.texts import Line

Text = Sequence[Line]
Way = Callable[[Text], bytes]
WAYS: dict[str, Way] = {}
NOISE = "这里是看不见的字"


def way(function: Way) -> Way:
    """Enter ``function`` among the ways."""
    WAYS[function.__name__] = function
    return function


def each(text: Text, content: Callable[[str], str]) -> str:
    return "".join(p(content(line.text), line.level) for line in text)


def halves(text: str) -> tuple[str, str]:
    middle = len(text) // 2
    return text[:middle], text[middle:]
