"""The checks of text, numbers, dates, words and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import InvalidDateError
from ..model.dates import EXPECTED as EXPECTED_DATE
from ..model.dates import MONTH_DAYS, PartialDate
from ..model.ids import (
    AmendmentId,
    ClaimId,
    ClauseId,
    Country,
    DecisionId,
    FileName,
    VoteId,
    is_name,
)
from ..model.words import Fidelity
from .parsing import MismatchError, describe

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Leaf = Callable[[Any], Any]
    """Return what JSON stands for; raise `MismatchError` where it is not as it should be."""

WORDS_NOT_IN = {1: {Fidelity.REPORTED}, 2: {Fidelity.PARAPHRASED}}
"""The words of the model that the files of a format do not have."""

_CONTROLS = {chr(code) for code in (*range(32), *range(127, 160))} - {"\n", "\t"}
_ID = "an id: a-z and 0-9 in groups joined by single hyphens, such as 'michal-szczerba'"
_PART_ID = "the id of a part: its owner's id, '#' and a name, such as '489#lift-restrictions'"
PART_IDS = (AmendmentId, ClaimId, ClauseId, DecisionId, VoteId)

_DAYS = {
    f"-{month:02}-{day:02}": (month, day)
    for month, days in enumerate(MONTH_DAYS, 1)
    for day in range(1, days + 1)
}
"""The month and the day that each end of a date stands for, in a year that is not a leap year."""
_YEARS = {f"{year:04}": year for year in range(1, 10_000)}


def text(document: Any) -> str:
    """Return text that is not blank, and that every encoding of Unicode can hold."""
    if type(document) is not str:
        raise MismatchError("text", describe(document))
    if document.isascii() and document and not document.isspace():
        return document
    try:
        document.encode()
    except UnicodeEncodeError:
        raise MismatchError(
            "text in Unicode", f"{describe(document)} with half a character"
        ) from None
    # What has no letter that can be seen is as blank as spaces are.
    if not any(letter.isprintable() and not letter.isspace() for letter in document):
        raise MismatchError("text that is not blank", describe(document))
    return document


def id_of(type_: Any) -> Leaf:
    """Return the check of an id: that of a part where `type_` is one, or else a plain one."""
    is_part = type_ in PART_IDS

    def check(document: Any) -> str:
        found = text(document)
        record, mark, part = found.partition("#")
        if not is_name(record) or not (is_name(part) if is_part else not mark):
            raise MismatchError(_PART_ID if is_part else _ID, describe(document))
        return found

    return check


def words_of(number: int) -> Callable[[Any], dict[str, Any]]:
    """Return what gives the words of an enumeration that the files of a format have."""
    known: dict[Any, dict[str, Any]] = {}

    def words(type_: Any) -> dict[str, Any]:
        if type_ not in known:
            found = [word for word in type_ if word not in WORDS_NOT_IN[number]]
            known[type_] = {str(word): word for word in found}
        return known[type_]

    return words


def word_of(known: dict[str, Any]) -> Leaf:
    """Return the check of a controlled word that is one of those that are known."""

    def check(document: Any) -> Any:
        if type(document) is not str or document not in known:
            raise MismatchError(f"one of {', '.join(known)}", describe(document))
        return known[document]

    return check


def _words(document: Any) -> str:
    found = text(document)
    # Most text has none, and Python answers this first question at once.
    if not found.isprintable() and not _CONTROLS.isdisjoint(found):
        # They could make a terminal show something else than what is there.
        raise MismatchError("text without control characters", describe(document))
    return found


def _line(document: Any) -> str:
    found = _words(document)
    if "\n" in found or "\t" in found:
        raise MismatchError("text of one line", describe(document))
    return found


def _language(document: Any) -> str:
    found = text(document)
    first, *others = found.split("-")
    is_tag = found.isascii() and first.isalpha() and 2 <= len(first) <= 8
    if not is_tag or not all(part.isalnum() and len(part) <= 8 for part in others):
        raise MismatchError("a language as a BCP 47 tag, such as 'en'", describe(document))
    return found


def _integer(document: Any) -> int:
    if type(document) is not int:
        raise MismatchError("a whole number", describe(document))
    if document < 0:
        raise MismatchError("a whole number from 0", describe(document))
    return document


def _boolean(document: Any) -> bool:
    if type(document) is not bool:
        raise MismatchError("true or false", describe(document))
    return document


_new = object.__new__
_put_year, _put_month, _put_day = [
    getattr(PartialDate, name).__set__ for name in ("year", "month", "day")
]


def _date(document: Any) -> PartialDate:
    # A file may have millions of dates, so a day is looked up in tables.
    if type(document) is str:
        year, rest = _YEARS.get(document[:4]), _DAYS.get(document[4:])
        if year and rest:
            value = _new(PartialDate)
            _put_year(value, year)
            month, day = rest
            _put_month(value, month)
            _put_day(value, day)
            return value
    found = text(document)
    try:
        return PartialDate.parse(found)
    except InvalidDateError:
        raise MismatchError(EXPECTED_DATE, describe(document)) from None


def _country(document: Any) -> str:
    found = text(document)
    if len(found) != 2 or not (found.isascii() and found.isalpha() and found.isupper()):
        raise MismatchError(
            "a country: two capital letters of ISO 3166-1, such as 'BG'", describe(document)
        )
    return found


def _file_name(document: Any) -> str:
    found = text(document)
    *folders, name = found.split("/")
    parts = [*folders, name.removesuffix(".json")]
    if not name.endswith(".json") or not all(map(is_name, parts)):
        expected = "a name inside the folder, such as 'declarations/489.json'"
        raise MismatchError(expected, describe(document))
    return found


LEAVES: dict[Any, Leaf] = {
    str: _words,
    int: _integer,
    bool: _boolean,
    PartialDate: _date,
    FileName: _file_name,
    Country: _country,
}
"""The check of each type that stands for itself; those of ids and controlled words are made."""

NAMED: dict[str, Leaf] = {
    "language": _language,
    **dict.fromkeys(("version", "retired_in", "title", "name", "label", "code"), _line),
}
"""The check of a field of text that is more than text, by its name."""
