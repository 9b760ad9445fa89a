"""Search: which records have these words, the best first, and where they stand in them.

The words are indexed by SQLite's FTS5, in memory.  Two things stay in Python: which words
are the same word (`spelling`), and what a query means (`query`).  So the index holds nothing
but spelled words, the engine is asked for nothing but quoted words, and what a search
finds does not depend on how SQLite would read a text or a query.
"""

from __future__ import annotations

from itertools import chain
from os import getpid
from typing import TYPE_CHECKING, final

from .._messages import check_text
from ..errors import NotFoundError
from ..model.names import close
from .engine import SELECTS, TABLES, connect, expression
from .entries import Entry
from .fields import COLUMNS, SEARCHED, documents, fields
from .forks import SQLITE
from .hits import hit
from .places import Finder
from .query import parse, wanted_terms
from .spelling import Spellings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from ..model.hits import Hit
    from .fields import Document
    from .query import Node

__all__ = [
    "SEARCHED",
    "SearchIndex",
    "check",
    "documents",
    "expression",
    "fields",
]

BOUNDARY = "\u00b6"
"""Stands between two fields of one column; no query has it, so no phrase reaches across."""


@final
class SearchIndex:
    """The words of the records of one release, ready to be searched from any thread."""

    __slots__ = ("_connection", "_entries", "_inherited", "_lock", "_places", "_process",
                 "_spellings")  # fmt: skip

    def __init__(self, documents: Iterable[Document]) -> None:
        self._entries = [Entry.of(record, sessions) for record, sessions in documents]
        self._places = {str(entry.id): place for place, entry in enumerate(self._entries)}
        self._spellings = Spellings()
        self._inherited: list[sqlite3.Connection] = []
        self._fill()

    def _fill(self) -> None:
        """Index the words of the documents, for the process that runs."""
        from threading import Lock

        self._lock, self._process = Lock(), getpid()
        with SQLITE:
            self._connection = connect()

        def rows(table: str) -> Iterator[tuple[str | int, ...]]:
            for number, entry in enumerate(self._entries):
                if entry.table == table:
                    columns: dict[str, list[str]] = {column: [] for column in COLUMNS}
                    for _, column, text, _ in entry.fields:
                        columns[column].append(self._spellings.text(text))
                    joined = [f" {BOUNDARY} ".join(texts) for texts in columns.values()]
                    yield (number, *joined)

        marks = ", ".join("?" * (len(COLUMNS) + 1))
        for table in TABLES:
            insert = f"INSERT INTO {table} (rowid, {', '.join(COLUMNS)}) VALUES ({marks})"  # noqa: S608
            with SQLITE:
                self._connection.executemany(insert, rows(table))
        with SQLITE:
            self._connection.commit()
        self._spellings.complete()

    def __del__(self, inside: AbstractContextManager[object] = SQLITE) -> None:
        # Python warns where a connection is left to be closed by chance; the lock is kept here
        # because at the end of a process the modules are emptied first.
        if hasattr(self, "_connection"):
            with inside:
                self._connection.close()

    def search(
        self,
        query: Node,
        *,
        kind: str | None = None,
        session: str | None = None,
        limit: int | None = None,
        called: Iterable[str] = (),
    ) -> tuple[Hit, ...]:
        """Return the hits, best first; equally good ones are in document order.

        The records whose ids stand in `called` are what the whole query is the name of, and come
        before all others.  What has the words in its name comes after what is about them.
        """
        finder = Finder(tuple(dict.fromkeys(wanted_terms(query))), self._spellings)
        first = [self._places[id_] for id_ in dict.fromkeys(called) if id_ in self._places]
        # What is restricted to a kind or session may be the last of all.
        most = -1 if limit is None or kind or session else limit + len(first)
        hits: list[Hit] = []
        wanted = expression(query)
        found = chain(first, *[self._numbers(table, wanted, most) for table in TABLES])
        for number in _unique(found):
            entry = self._entries[number]
            if (kind is None or entry.kind == kind) and (
                session is None or session in entry.sessions
            ):
                hits.append(hit(entry, finder, len(hits) + 1))
            if len(hits) == limit:
                # The names are asked for only where that many are wanted.
                break
        return tuple(hits)

    def _numbers(self, table: str, wanted: str, most: int) -> Iterator[int]:
        """Yield the numbers of the documents that the engine finds, best first; -1 is all."""
        if self._process != getpid():
            # A fork copies the lock and the engine as they are, in the middle of a search or
            # not, so the child begins anew and leaves alone what it has inherited.
            self._inherited.append(self._connection)
            self._fill()
        with self._lock, SQLITE:
            found = self._connection.execute(SELECTS[table], [wanted, most]).fetchall()
        yield from [number for (number,) in found]


def _unique(numbers: Iterable[int]) -> Iterator[int]:
    """Yield each number once; the next table is asked only when that is needed."""
    seen: set[int] = set()
    for number in numbers:
        if number not in seen:
            seen.add(number)
            yield number


def check(query: str, kind: str | None) -> Node:
    """Return what a query asks for; raise where it breaks the rules, or the kind is unknown."""
    check_text(query, "a query")
    node = parse(query)
    if kind is not None and kind not in SEARCHED:
        check_text(kind, "a kind of record")
        near = tuple(close(kind, {each: each for each in SEARCHED}))
        hint = f"the kinds are {', '.join(SEARCHED)}"
        raise NotFoundError("kind of record to search", kind, near, hint)
    return node
