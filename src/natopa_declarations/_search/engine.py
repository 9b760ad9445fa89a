"""SQLite's full-text index: the tables, how it is asked, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import SearchUnavailableError
from .fields import COLUMNS
from .query import All, Either, Term

if TYPE_CHECKING:
    import sqlite3

    from .query import Node

TABLES = ("records", "names")
"""Texts and names are indexed apart: how often a word stands in names says nothing of how telling
it is in a text."""

_WEIGHTS = ", ".join(map(str, COLUMNS.values()))
SELECTS = {
    table: f"SELECT rowid FROM {table} WHERE {table} MATCH ?"  # noqa: S608
    f" ORDER BY bm25({table}, {_WEIGHTS}), rowid LIMIT ?"
    for table in TABLES
}
"""What asks a table for the numbers of the documents that match, the best first."""

AT_ONCE = 100_000_000
"""So many bytes of words are held back, to be written into the index in one piece."""


def connect() -> sqlite3.Connection:
    try:
        import sqlite3
    except ImportError:
        raise SearchUnavailableError("SQLite") from None
    # Which thread asks does not matter, as they ask one at a time.
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    # The words come in one spelling, so the tokenizer only parts them.
    table = f"fts5({', '.join(COLUMNS)}, content='', tokenize='ascii')"
    try:
        for name in TABLES:
            connection.execute(f"CREATE VIRTUAL TABLE {name} USING {table}")
            # In one piece instead of many, rare words are found in three quarters of the time.
            connection.execute(
                f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', {AT_ONCE})"  # noqa: S608
            )
    except sqlite3.OperationalError as error:
        connection.close()
        if "no such module" not in str(error):
            raise
        raise SearchUnavailableError("FTS5, the full-text index of SQLite") from None
    return connection


def expression(node: Node) -> str:
    """Write a query for the engine: quoted words, and the operators around them."""
    if isinstance(node, Term):
        star = " *" if node.prefix else ""
        phrases = [f'"{" ".join(words)}"{star}' for words in node.spellings]
        return phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})"
    if isinstance(node, Either):
        return f"({' OR '.join(map(expression, node.parts))})"
    if not isinstance(node, All):
        return f"({expression(node.wanted)} NOT {expression(Either(node.unwanted))})"
    together = f"({' AND '.join(map(expression, node.parts))})"
    words = [
        part.spellings[0] for part in node.parts if isinstance(part, Term) and not part.prefix
    ]
    if len(words) < len(node.parts):
        return together
    # Whatever has the words side by side has them all, so this finds no more; but it puts
    # what has them side by side first.
    return f'({together} OR "{" ".join([word for part in words for word in part])}")'
