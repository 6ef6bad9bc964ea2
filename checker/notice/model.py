"""What a notice says that a pack needs: where it says it, and what stayed unsure."""

from dataclasses import dataclass
from typing import Literal

Subject = Literal["", "individual", "group", "both"]
Meeting = Literal["", "minzhu", "zuzhi"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the notice: its number (1-based), its words without the number that it begins with, that number's kind and
    value (空 and 0 where it has none), and the headings that it stands under, the nearest last.
    """

    paragraph: int
    text: str
    mark: str = ""
    value: int = 0
    headings: tuple[str, ...] = ()
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Things listed somewhere. ``lead`` is what announces them, ``tail`` what follows in the same sentence, ``declared`` how many
    the text says there are; ``start`` and ``end`` are the place in the paragraph, where the list stands inside one, ``covers`` its
    paragraphs where it has several.
    """

    elements: tuple[str, ...]
    form: Literal["rows", "table", "ordinal", "quotes", "heads", "short"]
    lead: str
    tail: str
    paragraph: int
    start: int = 0
    end: int = 0
    headings: tuple[str, ...] = ()
    declared: int = 0
    unsure: str = ""
    covers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AspectList:
    """The aspects that the notice wants answered by ``subject``, their wording as in the notice."""

    titles: tuple[str, ...]
    subject: Subject
    paragraph: int
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What the notice says on a matter, in its own words; ``words`` is empty where it says nothing."""

    value: object = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice as read. ``unsure`` are sentences in Chinese on what a person has to look at."""

    name: str = ""
    title: str = ""
    number: str = ""
    year: int | None = None
    meeting: Meeting = ""
    theme: tuple[str, ...] = ()
    lists: tuple[AspectList, ...] = ()
    last_year: Said = Said()
    cases: Said = Said()
    explanations: Said = Said()
    length: Said = Said()
    share: Said = Said()
    unsure: tuple[str, ...] = ()
