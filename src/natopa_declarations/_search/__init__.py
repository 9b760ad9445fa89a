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

from .._codec.kinds import KINDS, kind_of
from .._messages import check_text
from ..errors import NotFoundError, SearchUnavailableError
from ..model.agents import Body, Person, Topic
from ..model.claims import Claim
from ..model.clauses import Clause
from ..model.hits import Hit
from ..model.ids import Ref, record_of
from ..model.names import close
from ..model.sessions import Decision, Session
from ..model.sources import Source
from ..model.spans import Span
from ..model.statements import Statement
from ..model.texts import AdoptedText
from .forks import SQLITE
from .query import All, Either, Term, parse, wanted_terms
from .snippets import cut, places
from .spelling import Spellings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager
    from typing import TypeAlias

    from ..model.hits import SearchKind
    from ..model.wordings import Wording
    from .query import Node

    Named: TypeAlias = Session | Person | Body | Topic | Source
    Searched: TypeAlias = AdoptedText | Clause | Statement | Decision | Claim | Named
    Document: TypeAlias = tuple[Searched, frozenset[str]]

SEARCHED = tuple([kind.name for kind in KINDS if kind.searched])

COLUMNS = {"title": 8.0, "words": 4.0, "summary": 2.0, "beside": 0.25}
"""The columns of the index, and how much a word found in each of them counts."""

TABLES = ("records", "names")
"""Texts and names are indexed apart: how often a word stands in names says nothing of how telling
it is in a text."""
NAMED = (Session, Person, Body, Topic, Source)

BOUNDARY = "\u00b6"
"""Stands between two fields of one column; no query has it, so no phrase reaches across."""


def documents(
    sessions: Iterable[Session],
    texts: Iterable[AdoptedText],
    statements: Iterable[Statement],
    claims: Iterable[Claim],
    named: Iterable[Named] = (),
) -> Iterator[Document]:
    """Yield what is searched, in document order, with the sessions that it belongs to.

    A text and its clauses belong to the session of the text; a statement or claim to those
    of the texts, clauses, decisions, sessions and statements that it is about.
    """
    homes: dict[str, frozenset[str]] = {}
    for session in sessions:
        homes[session.id] = frozenset([session.id])
        for decision in session.decisions:
            yield decision, homes[session.id]
    for text in texts:
        homes[text.id] = frozenset([text.session.id] if text.session else [])
        yield text, homes[text.id]
        for clause in text.clauses:
            yield clause, homes[text.id]
    said: list[Statement | Claim] = [*statements, *claims]
    for record in said:
        about = [homes.get(record_of(reference), frozenset()) for reference in record.about]
        homes[record.id] = frozenset().union(*about)
        yield record, homes[record.id]
    for other in named:
        yield other, homes.get(other.id, frozenset())


@final
class SearchIndex:
    """The words of the records of one release, ready to be searched from any thread."""

    __slots__ = ("_connection", "_documents", "_inherited", "_lock", "_places", "_process",
                 "_spellings")  # fmt: skip

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)
        self._places = {str(one.id): place for place, (one, _) in enumerate(self._documents)}
        self._spellings = Spellings()
        self._inherited: list[sqlite3.Connection] = []
        self._fill()

    def _fill(self) -> None:
        """Index the words of the documents, for the process that runs."""
        from threading import Lock

        self._lock, self._process = Lock(), getpid()
        with SQLITE:
            self._connection = _connect()

        def rows(table: str) -> Iterator[tuple[str | int, ...]]:
            for number, (record, _) in enumerate(self._documents):
                if isinstance(record, NAMED) == (table == "names"):
                    columns: dict[str, list[str]] = {column: [] for column in COLUMNS}
                    for _, column, text in fields(record):
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
        terms = tuple(dict.fromkeys(wanted_terms(query)))
        first = [self._places[id_] for id_ in dict.fromkeys(called) if id_ in self._places]
        # What is restricted to a kind or session may be the last of all.
        most = -1 if limit is None or kind or session else limit + len(first)
        hits: list[Hit] = []
        found = chain(first, *[self._numbers(table, expression(query), most) for table in TABLES])
        for number in _unique(found):
            record, sessions = self._documents[number]
            if (kind is None or kind_of(record).name == kind) and (
                session is None or session in sessions
            ):
                hits.append(_hit(record, terms, self._spellings, len(hits) + 1))
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
        weights = ", ".join(map(str, COLUMNS.values()))
        order = f"bm25({table}, {weights}), rowid LIMIT ?"
        select = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY {order}"  # noqa: S608
        with self._lock, SQLITE:
            found = self._connection.execute(select, [wanted, most]).fetchall()
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


def fields(record: Searched) -> Iterator[tuple[str, str, str]]:
    """Yield what is searched of a record: the name of each field, its column and its text.

    A text that stands in two fields, as the title of a text and of its adopted edition do, is
    looked at once.
    """
    seen: set[str] = set()
    for name, column, text in _fields(record):
        if text is not None and text not in seen:
            seen.add(text)
            yield name, column, text


def _fields(record: Searched) -> Iterator[tuple[str, str, str | None]]:
    if isinstance(record, AdoptedText):
        yield "title", "title", record.title
        yield "subject", "title", record.subject
        yield from _wordings("titles", "title", record.titles)
        for number, edition in enumerate(record.editions):
            yield f"editions[{number}].title", "title", edition.title
            yield from _wordings(f"editions[{number}].titles", "title", edition.titles)
        yield "summary", "summary", record.summary
    elif isinstance(record, Claim):
        yield "text", "beside", record.text
    elif isinstance(record, Session):
        yield "city", "title", record.city
        yield from _each("other_city_names", record.other_city_names)
        yield "venue", "beside", record.venue
    elif isinstance(record, Source):
        yield "publisher", "title", record.publisher
        yield "title", "words", record.title
    elif isinstance(record, Person | Body | Topic):
        yield "name", "title", record.name
        yield from _each("other_names", record.other_names)
    else:
        if isinstance(record, Decision):
            yield "title", "title", record.title
        else:
            yield from _wordings("wordings", "words", record.wordings)
        yield "summary", "summary", record.summary
        if isinstance(record, Statement):
            yield "speaker.name", "words", record.speaker.name


def _each(name: str, texts: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for number, text in enumerate(texts):
        yield f"{name}[{number}]", "title", text


def _wordings(
    name: str, column: str, wordings: tuple[Wording, ...]
) -> Iterator[tuple[str, str, str | None]]:
    for number, wording in enumerate(wordings):
        yield f"{name}[{number}].text", column, wording.text
    for number, wording in enumerate(wordings):
        for place, reading in enumerate(wording.readings):
            yield f"{name}[{number}].readings[{place}].text", "beside", reading.text


def _connect() -> sqlite3.Connection:
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


def _hit(record: Searched, terms: tuple[Term, ...], spellings: Spellings, rank: int) -> Hit:
    """Show where `record` has the words: in the field that has the most, or else its id."""
    found = [
        (name, column, text, places(text, terms, spellings))
        for name, column, text in fields(record)
    ]
    name, _, text, best = max(
        found, key=lambda one: (len({term for _, _, term in one[3]}), COLUMNS[one[1]])
    )
    shown, spans = cut(text, best)
    if not best:
        # It is what the query is the name of: its number, its title as in prose, its year.
        name, shown, spans = "id", record.id, (Span(start=0, end=len(record.id)),)
    kind: SearchKind = kind_of(record).name  # type: ignore[assignment]
    return Hit(ref=Ref(record.id), kind=kind, rank=rank, field=name, snippet=shown, spans=spans)
