"""What the index keeps of each record, so that no question reads the record again."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from .._codec.kinds import kind_of
from ..model.agents import Body, Person, Topic
from ..model.ids import Ref
from ..model.sessions import Session
from ..model.sources import Source
from .fields import COLUMNS, fields
from .spelling import is_plain

if TYPE_CHECKING:
    from ..model.hits import SearchKind
    from .fields import Searched

_NAMED = (Session, Person, Body, Topic, Source)
"""What is searched by its names only."""


def _weight(field: tuple[str, str, str, bool]) -> float:
    return COLUMNS[field[1]]


class Entry(NamedTuple):
    """A record as it is searched."""

    id: Ref
    kind: SearchKind
    sessions: frozenset[str]
    table: str
    """The table of the engine that has its words."""
    fields: tuple[tuple[str, str, str, bool], ...]
    """The name of each field, its column and its text, and whether the text is plain; those in
    which a word counts most come first."""

    @classmethod
    def of(cls, record: Searched, sessions: frozenset[str]) -> Entry:
        """Return what is kept of a record that belongs to these sessions."""
        kind: SearchKind = kind_of(record).name  # type: ignore[assignment]
        # There are few names of fields, and each is kept once.
        kept = [
            (intern(name), column, text, is_plain(text)) for name, column, text in fields(record)
        ]
        kept.sort(key=_weight, reverse=True)
        table = "names" if isinstance(record, _NAMED) else "records"
        return cls(Ref(record.id), kind, sessions, table, tuple(kept))
