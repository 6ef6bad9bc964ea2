"""Whether a measure commits to something that can be checked afterwards."""

from checker.evidence.reading import read


def commits(text: str) -> bool:
    """Whether the normalised ``text`` of a measure has a number, a frequency, a date, a named person, place or document."""
    return bool(read(text, "individual", ("commitment",)).found)
