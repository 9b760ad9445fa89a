"""Dates in the forms that citations need, independent of the locale."""

from __future__ import annotations

from ..model.dates import PartialDate
from .works import Work


def in_words(work: Work) -> str | None:
    """Return the date of a work in words, as exact as known, or its first and last day."""
    if work.start is None:
        return None
    if work.end is None:
        return work.start.in_words
    first, last = work.start.in_words, work.end.in_words
    if work.start.year == work.end.year:
        first = first.removesuffix(f" {work.start.year}")
        if work.start.month == work.end.month:
            first = first.partition(" ")[0]
    return f"{first} to {last}"


def parts(date: PartialDate) -> list[int]:
    """Return year, month and day, as far as they are known."""
    return [part for part in (date.year, date.month, date.day) if part is not None]
