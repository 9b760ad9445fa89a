"""Dates that are as exact as their sources, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from ..errors import InvalidDateError, check_text
from .value import Value

if TYPE_CHECKING:
    from datetime import date

EXPECTED = "a date of the calendar as YYYY, YYYY-MM or YYYY-MM-DD"
MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@final
@attrs.frozen(eq=False, repr=False)
class PartialDate(Value):
    """A date known to the day, to the month or to the year (ISO 8601, reduced precision).

    A date known to the month never pretends to a day: comparisons answer true only
    where they hold for every day that the date may mean.  To sort, use `earliest`.

    >>> may = PartialDate(2005, 5)
    >>> str(may), may.day, may.earliest, may.latest
    ('2005-05', None, datetime.date(2005, 5, 1), datetime.date(2005, 5, 31))
    >>> may < PartialDate(2005, 6, 2), may < PartialDate(2005, 5, 30)
    (True, False)

    A date known to the day equals the `datetime.date` of that day.

    Raises `InvalidDateError` where the calendar has no such date.
    """

    year: int
    """The year, 1 to 9999."""
    month: int | None = None
    """The month, 1 to 12, or None where it is not known."""
    day: int | None = None
    """The day of the month, or None where it is not known."""

    def __attrs_post_init__(self) -> None:
        year, month, day = self.year, self.month, self.day
        in_year = 1 <= year <= 9999 and (month is None or 1 <= month <= 12)
        in_month = day is None or (
            month is not None and in_year and 1 <= day <= _days(year, month)
        )
        if not (in_year and in_month):
            raise InvalidDateError(f"PartialDate({year}, {month}, {day})", EXPECTED)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises `InvalidDateError` where `text` is anything else.

        >>> PartialDate.parse("2024-05-27").day
        27
        """
        check_text(text, "a date")
        parts = text.split("-")
        digits = all(part.isascii() and part.isdigit() for part in parts)
        if not digits or [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
            raise InvalidDateError(text, EXPECTED)
        try:
            return cls(*map(int, parts))
        except InvalidDateError:
            raise InvalidDateError(text, EXPECTED) from None

    @classmethod
    def of(cls, when: PartialDate | date | str) -> PartialDate:
        """Return `when` as a partial date, whichever form it is given in.

        Raises `InvalidDateError` where it is anything else, such as a `datetime.datetime`.

        >>> PartialDate.of("2005-05")
        PartialDate(2005, 5)
        """
        if isinstance(when, PartialDate):
            return when
        if isinstance(when, str):
            return cls.parse(when)
        if _is_date(when):
            return cls(when.year, when.month, when.day)
        raise InvalidDateError(repr(when), EXPECTED)

    @property
    def earliest(self) -> date:
        """The first day that this date may mean."""
        from datetime import date

        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that this date may mean."""
        from datetime import date

        month = self.month or 12
        return date(self.year, month, self.day or _days(self.year, month))

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __repr__(self) -> str:
        parts = [part for part in (self.year, self.month, self.day) if part is not None]
        return f"PartialDate({', '.join(map(str, parts))})"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PartialDate):
            return (self.year, self.month, self.day) == (other.year, other.month, other.day)
        if self.day is None or not _is_date(other):
            return NotImplemented
        return self.earliest == other

    def __hash__(self) -> int:
        return hash((self.year, self.month)) if self.day is None else hash(self.earliest)

    def __lt__(self, other: PartialDate | date) -> bool:
        return self.latest < _earliest(other)

    def __le__(self, other: PartialDate | date) -> bool:
        return self == other or self.latest <= _earliest(other)

    def __gt__(self, other: PartialDate | date) -> bool:
        return self.earliest > _latest(other)

    def __ge__(self, other: PartialDate | date) -> bool:
        return self == other or self.earliest >= _latest(other)


def _days(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return MONTH_DAYS[month - 1] + leap


def _is_date(other: object) -> bool:
    from datetime import date, datetime

    return isinstance(other, date) and not isinstance(other, datetime)


def _earliest(other: PartialDate | date) -> date:
    return other.earliest if isinstance(other, PartialDate) else other


def _latest(other: PartialDate | date) -> date:
    return other.latest if isinstance(other, PartialDate) else other
