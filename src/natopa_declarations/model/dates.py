"""Dates that are exactly as precise as their sources."""

from __future__ import annotations

from operator import index

from .._deferred import final, frozen
from .._messages import check_text, printed
from ..errors import InvalidDateError
from . import days
from .value import Value

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
EXPECTED = "a date of the calendar as YYYY, YYYY-MM or YYYY-MM-DD"
MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@final
@frozen(eq=False, repr=False)
class PartialDate(Value):
    """A date known to the day, to the month or to the year (ISO 8601, reduced precision).

    A date known to the month has no day: a comparison is true only if it holds for every day that
    the date may mean.  To sort, use `earliest`.

    >>> may = PartialDate(2005, 5)
    >>> str(may), may.day, may.earliest, may.latest
    ('2005-05', None, datetime.date(2005, 5, 1), datetime.date(2005, 5, 31))
    >>> may < PartialDate(2005, 6, 2), may < PartialDate(2005, 5, 30)
    (True, False)

    A date known to the day equals the `datetime.date` of that day.

    Raises `InvalidDateError` if the date is not in the calendar, or a part is not an integer.
    """

    year: int
    """The year, 1 to 9999."""
    month: int | None = None
    """The month, 1 to 12, or None if it is unknown."""
    day: int | None = None
    """The day of the month, or None if it is unknown."""

    def __attrs_post_init__(self) -> None:
        values = (self.year, self.month, self.day)
        parts = [None if part is None else _whole(part) for part in values]
        if not _in_calendar(*parts):
            raise InvalidDateError(f"PartialDate{printed(values)}", EXPECTED)
        for name, part in zip(("year", "month", "day"), parts, strict=True):
            # An integer of another type, such as numpy's, becomes Python's own.
            object.__setattr__(self, name, part)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises `InvalidDateError` for any other text.

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
    def of(cls, when: PartialDate | days.date | str) -> PartialDate:
        """Return `when` as a partial date.

        It may be a text that `parse` reads, or an object with year, month and day, such as a
        `datetime.datetime` or a timestamp of pandas.  Raises `InvalidDateError` for anything else.

        >>> PartialDate.of("2005-05")
        PartialDate(2005, 5)
        """
        if isinstance(when, PartialDate):
            return when
        if isinstance(when, str):
            return cls.parse(when)
        try:
            return cls(when.year, when.month, when.day)
        except (AttributeError, InvalidDateError):
            raise InvalidDateError(printed(when), EXPECTED) from None

    @property
    def earliest(self) -> days.date:
        """The first day that this date may mean."""
        return days.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> days.date:
        """The last day that this date may mean."""
        month = self.month or 12
        return days.date(self.year, month, self.day or _days(self.year, month))

    @property
    def in_words(self) -> str:
        """The date in English words, independent of the locale.

        >>> PartialDate(2024, 5, 27).in_words, PartialDate(2024, 5).in_words
        ('27 May 2024', 'May 2024')
        """
        month = None if self.month is None else MONTHS[self.month - 1]
        return " ".join([str(part) for part in (self.day, month, self.year) if part is not None])

    def isoformat(self) -> str:
        """Return the date in the form of ISO 8601.

        >>> PartialDate(2005, 5).isoformat()
        '2005-05'
        """
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __str__(self) -> str:
        return self.isoformat()

    def __format__(self, specification: str) -> str:
        return format(self.isoformat(), specification)

    def __repr__(self) -> str:
        parts = [part for part in (self.year, self.month, self.day) if part is not None]
        return f"PartialDate({', '.join(map(str, parts))})"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PartialDate):
            return (self.year, self.month, self.day) == (other.year, other.month, other.day)
        # Other objects are excluded before the module of dates is imported.
        if (
            self.day is None
            or not hasattr(other, "isoformat")
            or not isinstance(other, days.date)
            or isinstance(other, days.datetime)
        ):
            return NotImplemented
        return self.earliest == other

    def __hash__(self) -> int:
        return hash((self.year, self.month)) if self.day is None else hash(self.earliest)

    def __lt__(self, other: PartialDate | days.date) -> bool:
        return self.latest < _earliest(other)

    def __le__(self, other: PartialDate | days.date) -> bool:
        return self == other or self.latest <= _earliest(other)

    def __gt__(self, other: PartialDate | days.date) -> bool:
        return self.earliest > _latest(other)

    def __ge__(self, other: PartialDate | days.date) -> bool:
        return self == other or self.earliest >= _latest(other)


def _whole(part: object) -> int:
    """Return a part of a date as Python's integer, or -1 if it is not an integer."""
    try:
        return -1 if isinstance(part, bool) else index(part)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return -1


def _in_calendar(year: int | None, month: int | None, day: int | None) -> bool:
    if year is None or not 1 <= year <= 9999:
        return False
    if month is None:
        return day is None
    return 1 <= month <= 12 and (day is None or 1 <= day <= _days(year, month))


def _days(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return MONTH_DAYS[month - 1] + leap


def _earliest(other: PartialDate | days.date) -> days.date:
    return other.earliest if isinstance(other, PartialDate) else other


def _latest(other: PartialDate | days.date) -> days.date:
    return other.latest if isinstance(other, PartialDate) else other
