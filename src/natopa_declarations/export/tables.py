"""The records of a corpus as tables, for data frames, spreadsheets and databases."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from operator import attrgetter
from os import PathLike
from typing import Any, final, overload

import attrs

from .._corpus.corpus import Corpus
from .._messages import check_text
from ..errors import NotFoundError
from ..model.names import close, fold
from ..model.sources import Source
from ..model.value import Value, id_of
from . import brought
from . import record_tables as records
from . import text_tables as on_texts
from . import word_tables as on_words
from .columns import Cell, Column, Contents, Filled, PlainCell  # noqa: F401 - for its hints.

Make = Callable[[Corpus, bool], Sequence[Any]]


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Table(Contents):
    """A table: a fixed list of columns, and a row for each record or part.

    It has the Arrow PyCapsule interface, so ``polars.DataFrame(table)``, ``pyarrow.table(table)``,
    ``pandas.DataFrame.from_arrow(table)`` and DuckDB accept it; that and `to_parquet` need
    pyarrow, the extra ``natopa-declarations[arrow]``.

    >>> import natopa_declarations as natopa
    >>> table = natopa.load("2026.1").table("sessions")
    >>> len(table), table.to_dict()["city"], table.to_dict()["start_earliest"]
    (1, ['Sofia'], [datetime.date(2024, 5, 24)])
    """

    def __len__(self) -> int:
        return len(self.cells[0])

    def __repr__(self) -> str:
        return f"<Table {self.kind} of {self.release}: {len(self)} x {len(self.columns)}>"

    def to_dict(self) -> dict[str, list[PlainCell]]:
        """Return the columns by name, each a new list with a value for each row.

        Dates are `datetime.date`, blanks are None, and lists of text are lists.
        """
        return {
            column.name: [list(cell) if isinstance(cell, tuple) else cell for cell in cells]
            for column, cells in zip(self.columns, self.cells, strict=True)
        }

    @overload
    def to_csv(self, path: None = None) -> str: ...
    @overload
    def to_csv(self, path: str | PathLike[str]) -> None: ...
    def to_csv(self, path: str | PathLike[str] | None = None) -> str | None:
        """Write the table as CSV into the file `path`, or return it as text without one.

        The text is UTF-8 with commas and a first row of names.  A blank is an empty field, a date
        is ISO 8601, Booleans are ``true`` and ``false``, and semicolons separate the items of a
        list.  Raises `CannotWriteError` if the file cannot be written.
        """
        from . import comma_separated
        from .files import save

        text = comma_separated.write(self)
        if path is None:
            return text
        save(path, text.encode())
        return None

    def to_parquet(self, path: str | PathLike[str]) -> None:
        """Write the table as Parquet into the file `path`.

        Raises `MissingExtraError` without pyarrow, and `CannotWriteError` if the file cannot be
        written.
        """
        from . import parquet
        from .files import save

        save(path, parquet.write(self))

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Export the table as Arrow; raise `MissingExtraError` without pyarrow."""
        from . import arrow

        stream: object = arrow.write(self).__arrow_c_stream__(requested_schema)
        return stream


@final
@attrs.frozen(eq=False)
class _Kind:
    """The columns and rows of the table of one kind; with `record`, a part can be selected."""

    columns: tuple[Filled[Any], ...]
    rows: Make
    record: Callable[[Any], Value] | None = None


def _plain(columns: tuple[Filled[Any], ...], collection: str) -> _Kind:
    """Return the table of a collection that has a row for each record."""
    return _Kind(columns, lambda corpus, _: getattr(corpus, collection)(), lambda record: record)


def _sources(corpus: Corpus, documents: bool) -> list[Source]:
    return [one for one in corpus.sources() if documents or not brought.is_document(one)]


TABLES: Mapping[str, _Kind] = {
    "texts": _Kind(on_texts.TEXTS, on_texts.text_rows, attrgetter("text")),
    "clauses": _Kind(on_texts.CLAUSES, on_texts.clause_rows, attrgetter("clause")),
    "wordings": _Kind(on_words.WORDINGS, on_words.wording_rows),
    "readings": _Kind(on_words.READINGS, on_words.reading_rows),
    "statements": _Kind(on_words.STATEMENTS, on_words.statement_rows, attrgetter("statement")),
    "claims": _plain(on_words.CLAIMS, "claims"),
    "votes": _Kind(on_texts.VOTES, on_texts.vote_rows),
    "sessions": _plain(records.SESSIONS, "sessions"),
    "persons": _plain(records.PERSONS, "persons"),
    "sources": _Kind(records.SOURCES, _sources, lambda source: source),
    "copies": _Kind(on_texts.COPIES, on_texts.copy_rows),
    "bodies": _plain(records.BODIES, "bodies"),
    "topics": _plain(records.TOPICS, "topics"),
    "member-states": _plain(records.MEMBER_STATES, "member_states"),
    "sizes": _plain(records.SIZES, "sizes"),
    "participation-classes": _plain(records.PARTICIPATION_CLASSES, "participation_classes"),
    "gaps": _plain(records.GAPS, "gaps"),
}
"""Every table by its kind."""

PARTIAL = {"declarations": "texts", "resolutions": "texts"}
"""The collections whose records are rows of another table."""


def table(
    corpus: Corpus,
    kind: str,
    *,
    documents: bool = False,
    only: Collection[Value] | None = None,
) -> Table:
    """Return the records of one kind as a table.

    `kind` is a key of `TABLES`.  With `documents`, the table includes the words from a user's own
    documents.  With `only`, it has the rows of these records only, in their order.
    Raises `NotFoundError` for an unknown kind.
    """
    check_text(kind, "the kind of a table")
    found = TABLES.get(kind)
    if found is None:
        near = tuple(close(kind, {fold(name): name for name in TABLES}))
        raise NotFoundError("table", kind, near, hint=f"the tables are {', '.join(TABLES)}")
    rows = found.rows(corpus, documents)
    if only is not None and found.record is not None:
        wanted = [id_of(record) for record in only]
        by_id = {id_of(found.record(row)): row for row in rows}
        rows = [by_id[identifier] for identifier in wanted if identifier in by_id]
    return Table(
        kind=kind,
        release=corpus.release.version,
        columns=tuple([filled.column for filled in found.columns]),
        cells=tuple([tuple(map(filled.fill, rows)) for filled in found.columns]),
    )
