"""What is given as a filter, understood: words, records, dates and numbers.

A value that exists nowhere raises `NotFoundError`, and one that cannot be meant, such as a
number for a name, `InvalidFilterError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from ..errors import InvalidFilterError, NotFoundError
from ..model.dates import PartialDate
from ..model.names import close, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from enum import StrEnum

    from ..model.texts import AdoptedText
    from ..model.value import Value

    E = TypeVar("E", bound=StrEnum)
    V = TypeVar("V", bound=Value)

# Type checkers know the words of an enumeration by these; a test holds the two together.
SeasonWord = Literal["spring", "annual"]
SessionFormatWord = Literal["in-person", "online", "hybrid"]
RoleWord = Literal["preamble", "operative", "unknown"]
FidelityWord = Literal["official", "quoted", "translated", "reported", "paraphrased"]
MediumWord = Literal["facebook", "telegram", "speech", "release", "unknown"]
VerdictWord = Literal["corroborated", "refined", "contradicted", "unconfirmed"]
ConfidenceWord = Literal["high", "medium", "low"]
CoverageWord = Literal["full", "partial", "title", "number"]
SourceKindWord = Literal[
    "assembly", "alliance", "parliament", "government", "scholarship", "agency", "press", "weak"
]
ClaimKindWord = Literal[
    "quotation", "paraphrase", "statement", "procedure", "decision", "office"
]  # fmt: skip

COUNTRY = "a country is given as ISO 3166-1 alpha-2, such as BG"
LANGUAGE = "a language is given as a BCP 47 tag, such as uk"


def word(name: str, value: str | None, words: type[E]) -> E | None:
    """Return the word of an enumeration, whatever its case."""
    if value is None or isinstance(value, words):
        return value
    meant = fold(_text(name, value, "one of its words"))
    for each in words:
        if fold(each) == meant:
            return each
    known = ", ".join(words)
    raise NotFoundError(name, str(value), _near(value, words), hint=f"the words are {known}")


def known(
    name: str, value: str, words: Mapping[str, frozenset[str]], hint: str = ""
) -> frozenset[str]:
    """Return how the records spell `value`, by a vocabulary of what they have."""
    found = words.get(fold(_text(name, value, "a text")))
    if found:
        return found
    written = {each for spellings in words.values() for each in spellings}
    raise NotFoundError(name, value, _near(value, sorted(written)), hint=hint)


def record(
    name: str, value: V | str | None, kind: type[V], look_up: Callable[[str], V]
) -> V | None:
    """Return the record that is meant: the one of this release, given as itself or by name."""
    if value is None:
        return None
    if isinstance(value, kind):
        return look_up(getattr(value, "id"))  # noqa: B009 - not every value has one.
    return look_up(_text(name, value, f"a record ({kind.__name__}), its id or its name"))


def number(name: str, value: object) -> int | None:
    """Return a whole number."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise InvalidFilterError(name, repr(value), "a whole number such as 2024")


def numbers(first: int | None, last: int | None) -> tuple[int | None, int | None]:
    """Return both ends of a run of numbers."""
    first, last = number("number_from", first), number("number_to", last)
    if first is not None and last is not None and first > last:
        expected = f"a number up to that of number_to, {last}"
        raise InvalidFilterError("number_from", str(first), expected)
    return first, last


def days(
    first: PartialDate | date | str | None, last: PartialDate | date | str | None
) -> tuple[date | None, date | None]:
    """Return the first and the last day of a time whose ends may be months or years."""
    start = None if first is None else PartialDate.of(first).earliest
    end = None if last is None else PartialDate.of(last).latest
    if start is not None and end is not None and start > end:
        expected = f"a date up to that of date_to, {last}"
        raise InvalidFilterError("date_from", str(first), expected)
    return start, end


def truth(name: str, value: object) -> bool | None:
    """Return true or false."""
    if value is None or isinstance(value, bool):
        return value
    raise InvalidFilterError(name, repr(value), "True or False")


def title(value: str | None) -> frozenset[str] | None:
    """Return the words of a title, as `fold` leaves them."""
    if value is None:
        return None
    words = frozenset(fold(_text("title", value, "words of a title")).split())
    if not words:
        raise InvalidFilterError("title", repr(value), "at least one word")
    return words


def title_words(text: AdoptedText) -> frozenset[str]:
    """Return the words of the titles of a text, in every language that is held."""
    titles = [text.title or "", *[wording.text for wording in text.titles]]
    return frozenset(fold(" ".join(titles)).split())


def _text(name: str, value: object, expected: str) -> str:
    if isinstance(value, str):
        return value
    raise InvalidFilterError(name, repr(value), expected)


def _near(value: str, written: Iterable[str]) -> tuple[str, ...]:
    """Return up to three that come close to `value`, or that have it among their words."""
    folded = {fold(each): str(each) for each in written}
    meant = fold(value)
    having = [folded[each] for each in folded if meant and f" {meant} " in f" {each} "]
    return tuple(dict.fromkeys([*close(value, folded), *having]))[:3]
