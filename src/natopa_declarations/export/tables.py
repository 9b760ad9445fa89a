"""The records of a corpus as tables, for data frames, spreadsheets and databases."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from os import PathLike
from typing import Any, final, overload

import attrs

from .._corpus.corpus import Corpus
from .._messages import check_text
from ..errors import NotFoundError
from ..model.names import close, fold
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


def _same(row: Value) -> Value:
    return row


def _wordings(corpus: Corpus, documents: bool) -> list[on_words.WordingRow]:  # noqa: FBT001
    return on_words.wording_rows(corpus.texts(), corpus.statements(), documents=documents)


TABLES: Mapping[str, _Kind] = {
    "texts": _Kind(
        on_texts.TEXTS,
        lambda corpus, documents: on_texts.text_rows(corpus.texts(), documents=documents),
        lambda row: row.text,
    ),
    "clauses": _Kind(
        on_texts.CLAUSES,
        lambda corpus, documents: on_texts.clause_rows(corpus.texts(), documents=documents),
        lambda row: row.clause,
    ),
    "wordings": _Kind(on_words.WORDINGS, _wordings),
    "readings": _Kind(
        on_words.READINGS,
        lambda corpus, documents: on_words.reading_rows(
            _wordings(corpus, documents), documents=documents
        ),
    ),
    "statements": _Kind(
        on_words.STATEMENTS,
        lambda corpus, documents: on_words.statement_rows(
            corpus.statements(), documents=documents
        ),
        lambda row: row.statement,
    ),
    "claims": _Kind(on_words.CLAIMS, lambda corpus, _: corpus.claims(), _same),
    "votes": _Kind(on_texts.VOTES, lambda corpus, _: on_texts.vote_rows(corpus.texts())),
    "sessions": _Kind(records.SESSIONS, lambda corpus, _: corpus.sessions(), _same),
    "persons": _Kind(records.PERSONS, lambda corpus, _: corpus.persons(), _same),
    "sources": _Kind(
        records.SOURCES,
        lambda corpus, documents: [
            one for one in corpus.sources() if documents or not brought.is_document(one)
        ],
        _same,
    ),
    "copies": _Kind(
        on_texts.COPIES,
        lambda corpus, documents: on_texts.copy_rows(corpus.texts(), documents=documents),
    ),
    "bodies": _Kind(records.BODIES, lambda corpus, _: corpus.bodies(), _same),
    "topics": _Kind(records.TOPICS, lambda corpus, _: corpus.topics(), _same),
    "member-states": _Kind(records.MEMBER_STATES, lambda corpus, _: corpus.member_states(), _same),
    "sizes": _Kind(records.SIZES, lambda corpus, _: corpus.sizes(), _same),
    "participation-classes": _Kind(
        records.PARTICIPATION_CLASSES, lambda corpus, _: corpus.participation_classes(), _same
    ),
    "gaps": _Kind(records.GAPS, lambda corpus, _: corpus.gaps(), _same),
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
