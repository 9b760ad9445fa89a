"""The columns of a table: their names, their types, and how their cells are filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Generic, Literal, TypeVar, final

import attrs

from ..model.dates import PartialDate
from ..model.sources import Citation
from ..model.value import Value, id_of

ColumnType = Literal["text", "integer", "boolean", "date", "list of text"]
Cell = str | int | bool | date | tuple[str, ...] | None
"""The content of a cell; None is a blank: no source that was seen states it."""
PlainCell = str | int | bool | date | list[str] | None
"""The same, with a list that the caller may change."""
R = TypeVar("R")


@final
@attrs.frozen(eq=False, repr=False)
class Column(Value):
    """A column of a table.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.1").table("votes").columns[0]
    Column(name='id', type='text', description='The id of the vote')
    """

    name: str
    type: ColumnType
    """``text``, ``integer``, ``boolean``, ``date`` (a day) or ``list of text``."""
    description: str
    """The meaning of its cells."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Contents(Value):
    """The contents of a table, which each format writes."""

    kind: str
    """The kind of its rows, such as ``clauses``."""
    release: str
    """The version of its release."""
    columns: tuple[Column, ...]
    """The columns, in order; they are the same for every release and for an empty table."""
    cells: tuple[tuple[Cell, ...], ...]
    """The cells of each column, from the first row to the last."""


@final
@attrs.frozen(eq=False)
class Filled(Generic[R]):
    """A column, and the function that fills its cell from a row."""

    column: Column
    fill: Callable[[R], Cell]


def text(name: str, fill: Callable[[R], str | None], description: str) -> Filled[R]:
    """Return a column of words or ids."""
    return Filled(Column(name, "text", description), fill)


def word(name: str, fill: Callable[[R], StrEnum | None], description: str) -> Filled[R]:
    """Return a column of controlled words, as plain text."""

    def plain(row: R) -> str | None:
        found = fill(row)
        return None if found is None else str(found)

    return Filled(Column(name, "text", description), plain)


def integer(name: str, fill: Callable[[R], int | None], description: str) -> Filled[R]:
    """Return a column of integers."""
    return Filled(Column(name, "integer", description), fill)


def boolean(name: str, fill: Callable[[R], bool | None], description: str) -> Filled[R]:
    """Return a column of Booleans."""
    return Filled(Column(name, "boolean", description), fill)


def texts(name: str, fill: Callable[[R], Iterable[str]], description: str) -> Filled[R]:
    """Return a column of lists of words or ids."""
    return Filled(Column(name, "list of text", description), lambda row: tuple(fill(row)))


def ids(name: str, fill: Callable[[R], Iterable[object]], description: str) -> Filled[R]:
    """Return a column of lists of the ids of records."""
    return texts(name, lambda row: map(id_of, fill(row)), description)


def sources(fill: Callable[[R], Iterable[Citation]], description: str) -> Filled[R]:
    """Return the column of the ids of the sources, each once and in order."""
    return texts(
        "sources",
        lambda row: dict.fromkeys([citation.source.id for citation in fill(row)]),
        description,
    )


def dates(
    name: str, fill: Callable[[R], PartialDate | None], description: str
) -> tuple[Filled[R], ...]:
    """Return the three columns of a date: as exact as known, and the days that it may mean."""

    def exact(row: R) -> str | None:
        found = fill(row)
        return None if found is None else str(found)

    def earliest(row: R) -> date | None:
        found = fill(row)
        return None if found is None else found.earliest

    def latest(row: R) -> date | None:
        found = fill(row)
        return None if found is None else found.latest

    return (
        Filled(Column(name, "text", f"{description}: to the day, the month or the year"), exact),
        Filled(Column(f"{name}_earliest", "date", f"The first day that `{name}` may mean"),
               earliest),
        Filled(Column(f"{name}_latest", "date", f"The last day that `{name}` may mean"), latest),
    )  # fmt: skip


def id_or_none(record: object) -> str | None:
    """Return the id of a record, or None where there is no record."""
    return None if record is None else id_of(record)
