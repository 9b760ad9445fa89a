"""Plenary sessions, who was there, and what they decided beside the texts."""

from __future__ import annotations

from typing import final

import attrs

from .._ids import DecisionId, Ref, SessionId
from .agents import Body, Person
from .dates import PartialDate
from .sources import Account, Citation
from .value import OWNED, Value
from .words import (
    Confidence,
    Mode,
    PresidentBasis,
    Qualifier,
    Season,
    SessionFormat,
    Verdict,
)


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Participant(Value):
    """Someone who spoke to a session or took part in it."""

    person: Person
    mode: Mode
    capacity: str | None = None
    """What he or she was there as, at that time, or None where no source read says so."""
    citations: tuple[Citation, ...]
    note: str | None = None


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class AttendanceAccount(Value):
    """One source's figure for how many took part, and what that figure counts."""

    value: int
    qualifier: Qualifier
    counted: str
    """What the figure counts, in our words."""
    citations: tuple[Citation, ...]
    verdict: Verdict
    note: str | None = None


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Decision(Value):
    """What a session decided that is not a declaration or resolution."""

    id: DecisionId
    title: str
    """A short description, in our words."""
    summary: str
    accounts: tuple[Account, ...]
    """What the sources say, each by itself, in order of time."""
    date: PartialDate | None = None
    about: tuple[Ref, ...] = ()
    note: str | None = None


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Session(Value):
    """One plenary session of the Assembly.

    >>> import natopa_declarations as natopa
    >>> sofia = natopa.load().session("2024-spring")
    >>> sofia.city, sofia.country, str(sofia.start), sofia.president.name
    ('Sofia', 'BG', '2024-05-24', 'Michał Szczerba')
    """

    id: SessionId
    year: int
    season: Season
    confidence: Confidence
    citations: tuple[Citation, ...]
    ordinal: int | None = None
    """The number of an annual session, where a source gives it."""
    city: str | None = None
    """The city, or None where the session met online or no source names one."""
    other_city_names: tuple[str, ...] = ()
    """Other spellings of the name of the city."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    venue: str | None = None
    format: SessionFormat = SessionFormat.IN_PERSON
    held: bool = True
    """False where the session was called off; what had been planned stands in the note."""
    start: PartialDate | None = None
    end: PartialDate | None = None
    president: Person | None = None
    """The President of the Assembly at the session: the outgoing one, where it elected another."""
    president_basis: PresidentBasis | None = None
    """How the President is known, where that was recorded."""
    host: Body | None = None
    participants: tuple[Participant, ...] = ()
    attendance: tuple[AttendanceAccount, ...] = ()
    decisions: tuple[Decision, ...] = attrs.field(default=(), metadata=OWNED)
    inference: str | None = None
    """Our reasoning, where the record goes beyond what a source states."""
    note: str | None = None

    def _repr_html_(self) -> str:
        """Return what a notebook shows of a session."""
        from .notebook import session

        return session(self)
