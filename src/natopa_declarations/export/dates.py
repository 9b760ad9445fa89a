"""Dates in the forms that citations need; nothing here asks the locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.dates import PartialDate
    from .works import Work

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def in_words(work: Work) -> str | None:
    """Return the date of a work in words, as exact as it is, or its first and last day."""
    if work.start is None:
        return None
    if work.end is None:
        return _day(work.start)
    first, last = _day(work.start), _day(work.end)
    if work.start.year == work.end.year:
        first = first.removesuffix(f" {work.start.year}")
        if work.start.month == work.end.month:
            first = first.partition(" ")[0]
    return f"{first} to {last}"


def parts(date: PartialDate) -> list[int]:
    """Return year, month and day, as far as they are known."""
    return [part for part in (date.year, date.month, date.day) if part is not None]


def _day(date: PartialDate) -> str:
    """Return a date in words.

    >>> from natopa_declarations.model.dates import PartialDate
    >>> _day(PartialDate(2024, 5, 27)), _day(PartialDate(2024, 5)), _day(PartialDate(2024))
    ('27 May 2024', 'May 2024', '2024')
    """
    month = None if date.month is None else MONTHS[date.month - 1]
    return " ".join([str(part) for part in (date.day, month, date.year) if part is not None])
