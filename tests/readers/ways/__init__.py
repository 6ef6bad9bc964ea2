"""The same text written in the many ways in which offices have it: all give the same paragraphs and heading levels."""

from tests.readers.ways import changes, numbers, packages, places, words
from tests.readers.ways.registry import WAYS

__all__ = ["WAYS", "changes", "numbers", "packages", "places", "words"]
