"""What is searched: the records of a release, and the texts of each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._codec.kinds import KINDS
from ..model.agents import Body, Person, Topic
from ..model.claims import Claim
from ..model.clauses import Clause
from ..model.ids import record_of
from ..model.sessions import Decision, Session
from ..model.sources import Source
from ..model.statements import Statement
from ..model.texts import AdoptedText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from ..model.wordings import Wording

    Named: TypeAlias = Session | Person | Body | Topic | Source
    Searched: TypeAlias = AdoptedText | Clause | Statement | Decision | Claim | Named
    Document: TypeAlias = tuple[Searched, frozenset[str]]

SEARCHED = tuple([kind.name for kind in KINDS if kind.searched])

COLUMNS = {"title": 8.0, "words": 4.0, "summary": 2.0, "beside": 0.25}
"""The columns of the index, and how much a word found in each of them counts."""


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


def fields(record: Searched) -> list[tuple[str, str, str]]:
    """Return what is searched of a record: the name of each field, its column and its text.

    A text that stands in two fields, as the title of a text and of its adopted edition do, is
    looked at once.
    """
    found: dict[str, tuple[str, str, str]] = {}
    for name, column, text in _fields(record):
        if text is not None:
            found.setdefault(text, (name, column, text))
    return list(found.values())


def _fields(record: Searched) -> Iterator[tuple[str, str, str | None]]:
    if isinstance(record, Clause):
        yield from _wordings("wordings", "words", record.wordings)
        yield "summary", "summary", record.summary
    elif isinstance(record, AdoptedText):
        yield "title", "title", record.title
        yield "subject", "title", record.subject
        yield from _wordings("titles", "title", record.titles)
        for number, edition in enumerate(record.editions):
            yield f"editions[{number}].title", "title", edition.title
            yield from _wordings(f"editions[{number}].titles", "title", edition.titles)
        yield "summary", "summary", record.summary
    elif isinstance(record, Statement):
        yield from _wordings("wordings", "words", record.wordings)
        yield "summary", "summary", record.summary
        yield "speaker.name", "words", record.speaker.name
    elif isinstance(record, Claim):
        yield "text", "beside", record.text
    elif isinstance(record, Decision):
        yield "title", "title", record.title
        yield "summary", "summary", record.summary
    elif isinstance(record, Session):
        yield "city", "title", record.city
        yield from _each("other_city_names", record.other_city_names)
        yield "venue", "beside", record.venue
    elif isinstance(record, Source):
        yield "publisher", "title", record.publisher
        yield "title", "words", record.title
    else:
        yield "name", "title", record.name
        yield from _each("other_names", record.other_names)


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
