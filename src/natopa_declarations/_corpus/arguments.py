"""Numbers and ids, as lookups and filters take them."""

from __future__ import annotations

from operator import index

from .._messages import printed, shortened

DIGITS = 9
"""How many digits a number may have; Python refuses to read numbers of thousands of digits."""


def whole(value: object) -> int | None:
    """Return a value with `__index__` as an int; return None for a bool and anything else."""
    try:
        return None if isinstance(value, bool) else index(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None


def identifier(value: object, what: str, *, numbers: bool) -> str:
    """Return the key of a lookup as text; raise `TypeError` for a value of another type."""
    if isinstance(value, str):
        return value
    number = whole(value) if numbers else None
    if number is None:
        types = "an int or a str" if numbers else "a str"
        raise TypeError(f"expected {what} as {types}, found {shortened(printed(value))}")
    # Python refuses to print a number with thousands of digits, and no text has one with ten.
    fits = abs(number) < 10**DIGITS
    return str(number) if fits else f"a number of more than {DIGITS} digits"
