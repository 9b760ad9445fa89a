"""Partial dates: as exact as their sources, and no more."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopa_declarations import PartialDate
from natopa_declarations.errors import InvalidDateError

DAYS = st.dates()
PARTIAL_DATES = DAYS.flatmap(
    lambda day: st.sampled_from(
        [
            PartialDate(day.year, day.month, day.day),
            PartialDate(day.year, day.month),
            PartialDate(day.year),
        ]
    )
)


@given(PARTIAL_DATES)
def test_parse_and_str_are_inverses(partial: PartialDate) -> None:
    """What is written can be read back."""
    assert PartialDate.parse(str(partial)) == partial


@given(DAYS)
def test_a_full_date_is_the_day_that_it_names(day: date) -> None:
    """A date known to the day equals, hashes and prints like that day."""
    partial = PartialDate(day.year, day.month, day.day)
    assert partial == day
    assert day == partial
    assert hash(partial) == hash(day)
    assert str(partial) == day.isoformat()
    assert partial.earliest == partial.latest == day


@given(PARTIAL_DATES, DAYS)
def test_comparisons_hold_for_every_day_meant(partial: PartialDate, day: date) -> None:
    """An order is claimed only where no day within the date could break it."""
    assert (partial < day) == (partial.latest < day)
    assert (partial > day) == (partial.earliest > day)
    assert (partial <= day) == (partial.latest <= day)
    assert (partial >= day) == (partial.earliest >= day)
    assert (day < partial) == (day < partial.earliest)


@given(PARTIAL_DATES, PARTIAL_DATES)
def test_at_most_one_order_holds(one: PartialDate, other: PartialDate) -> None:
    """Before, equal and after exclude one another; overlapping dates are none of them."""
    assert (one < other) + (one == other) + (one > other) <= 1
    assert (one < other) == (other > one)
    assert (one <= other) == (other >= one)
    assert (one == other) <= (hash(one) == hash(other))


@given(PARTIAL_DATES)
def test_earliest_and_latest_bound_the_same_year(partial: PartialDate) -> None:
    """The bounds lie within the year, and the day after the last one is outside."""
    assert partial.earliest <= partial.latest
    assert partial.earliest.year == partial.latest.year == partial.year
    if partial.day is None and partial.month is not None and partial.latest != date.max:
        assert (partial.latest + timedelta(days=1)).month != partial.month


def test_a_month_never_pretends_to_a_day() -> None:
    """A date known to the month has no day, and is neither before nor after its days."""
    may = PartialDate.parse("2005-05")
    assert (may.year, may.month, may.day) == (2005, 5, None)
    middle = PartialDate(2005, 5, 15)
    assert not may < middle
    assert not may > middle
    assert may != middle
    assert may != date(2005, 5, 1)
    assert repr(may) == "PartialDate(2005, 5)"


def test_a_moment_is_not_a_day() -> None:
    """A datetime is not taken for a date."""
    assert PartialDate(2024, 5, 27) != datetime(2024, 5, 27)  # noqa: DTZ001 - any will do.


@pytest.mark.parametrize(
    "text",
    ["", "2024-5-27", "2024-05-32", "2023-02-29", "1900-02-29", "2024-00", "24-05", "0000",
     "2024-05-27T00:00", " 2024", "2024-", "\uff12024", "-2024", "2024-05-27-01", "May 2024"],
)  # fmt: skip
def test_what_is_not_a_date_is_refused(text: str) -> None:
    """The error names what was given and what a date looks like."""
    with pytest.raises(InvalidDateError) as caught:
        PartialDate.parse(text)
    assert caught.value.value == text
    assert "YYYY-MM-DD" in str(caught.value)


@pytest.mark.parametrize("parts", [(2024, 13), (2023, 2, 29), (0,), (10000,), (2024, None, 3)])
def test_what_is_not_in_the_calendar_is_refused(parts: tuple[int, ...]) -> None:
    """The constructor is as strict as the parser."""
    with pytest.raises(ValueError, match="calendar"):
        PartialDate(*parts)


@pytest.mark.parametrize(
    "parts",
    [("2024",), (2024.0,), (True,), (2024, 5.0), (2024, True), (None,), (10**5000,), ([],)],
)
def test_parts_that_are_not_whole_numbers_are_refused(parts: tuple[Any, ...]) -> None:
    """A wrong type is told as an invalid date, whatever it is."""
    with pytest.raises(InvalidDateError):
        PartialDate(*parts)


class Index:
    """An integer of another type, as numpy and pandas have them."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __index__(self) -> int:
        return self.number


class Stamp:
    """Something of another package that has a year, a month and a day."""

    def __init__(self, year: Any, month: Any, day: Any) -> None:
        self.year, self.month, self.day = year, month, day


def test_integers_of_other_types_are_kept_as_pythons_own() -> None:
    """Whatever has `__index__` is a whole number."""
    made = PartialDate(Index(2024), Index(5))  # type: ignore[arg-type]
    assert repr(made) == "PartialDate(2024, 5)"
    assert [type(part) for part in (made.year, made.month)] == [int, int]


def test_whatever_has_a_year_a_month_and_a_day_is_a_date() -> None:
    """Dates, moments and the timestamps of other packages are all understood."""
    day = PartialDate(2024, 5, 27)
    for when in (date(2024, 5, 27), datetime(2024, 5, 27, 12), Stamp(Index(2024), 5, 27)):  # noqa: DTZ001
        assert PartialDate.of(when) == day  # type: ignore[arg-type]
    for wrong in (Stamp(float("nan"), 5, 27), 2024, None, ("2024", 5), 10**5000):
        with pytest.raises(InvalidDateError):
            PartialDate.of(wrong)  # type: ignore[arg-type]


@given(PARTIAL_DATES)
def test_a_date_is_formatted_as_its_text(partial: PartialDate) -> None:
    """`isoformat` is the text, and a width applies to it."""
    assert partial.isoformat() == str(partial)
    assert f"{partial:>12}" == str(partial).rjust(12)
    assert f"{partial}" == str(partial)


def test_leap_days_are_in_the_calendar() -> None:
    """29 February exists in leap years, and February is 29 days long in them."""
    assert PartialDate(2000, 2, 29).day == 29
    assert PartialDate(2024, 2).latest == date(2024, 2, 29)
    assert PartialDate(2023, 2).latest == date(2023, 2, 28)
