"""The names of records, and suggestions for a name that no record has."""

from __future__ import annotations

from ..model.names import close, fold
from .arguments import DIGITS

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from .._codec.kinds import Kind
    from ..model.assembly import Gap
    from ..model.value import Value

NEAR = 10
"""How far a number may be from an unknown one to be suggested for it."""

MOST = 3
"""How many suggestions an error has."""

NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


def names_of(record: Value, kind: Kind) -> Iterator[str]:
    """Yield each name of a record: a name, a spelling of it, or a title in some language."""
    for field in kind.named:
        content: Any = getattr(record, field)
        if isinstance(content, tuple):
            for item in content:
                yield str(getattr(item, "text", item))
        elif content is not None:
            yield str(content)


def by_name(records: Iterable[Value], kind: Kind) -> dict[str, list[Value]]:
    """Return the records of a kind by each of their names, as `fold` leaves it."""
    found: dict[str, list[Value]] = {}
    for record in records:
        for name in dict.fromkeys(map(fold, names_of(record, kind))):
            found.setdefault(name, []).append(record)
    return found


def suggestions(value: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return what may be meant by `value`: near numbers, names with the word, what looks alike.

    `names` has what is meant by each name, as `fold` leaves it.

    >>> suggestions("488", {"481": "481", "489": "489"})
    ('489', '481')
    >>> suggestions("2024", {"2024 spring": "2024-spring", "2023 annual": "2023-annual"})
    ('2024-spring',)
    """
    folded = fold(value)
    near = _nearest(int(value), names) if is_number(value) else []
    having = sorted([n for n in names if folded and f" {folded} " in f" {n} "], key=len)
    # The code of a country is close to many short words.
    longer = {name: meant for name, meant in names.items() if len(name) > 2}
    found = dict.fromkeys([*[names[name] for name in (*near, *having)], *close(value, longer)])
    return tuple(found)[:MOST]


def _nearest(number: int, names: Iterable[str]) -> list[str]:
    """Return the numbers among `names` that are near, the nearest first."""
    numbers = {name: int(name) for name in names if is_number(name)}
    near = [name for name in numbers if abs(numbers[name] - number) <= NEAR]
    return sorted(near, key=lambda name: abs(numbers[name] - number))


def is_number(text: str) -> bool:
    """Say whether a text is a number that a text of the series may have."""
    return text.isascii() and text.isdecimal() and len(text) <= DIGITS


def explains(gap: Gap, value: str) -> bool:
    """Say whether a gap is about this number of a text, or this id of a session."""
    if is_number(value):
        return gap.number is not None and (
            gap.number <= int(value) <= (gap.last_number or gap.number)
        )
    year, _, season = value.partition("-")
    if gap.year is None or not is_number(year) or season not in {"spring", "annual"}:
        return False
    return gap.season in {None, season} and gap.year <= int(year) <= (gap.last_year or gap.year)


def counted(number: int, plural: str) -> str:
    """Return how many there are, in words where the number is small.

    >>> counted(2, "sessions"), counted(12, "sessions")
    ('two sessions', '12 sessions')
    """
    return f"{NUMBERS[number - 2] if 2 <= number <= 9 else number} {plural}"


def label_of(text: str) -> str:
    """Return a printed label without its marks, as it stands in a reference.

    >>> label_of("14."), label_of("(a)"), label_of("14 (a)")
    ('14', 'a', '14-a')
    """
    return "-".join(fold(text).split())
