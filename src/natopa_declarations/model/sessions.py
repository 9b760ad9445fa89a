"""Plenary sessions, their participants, and their decisions other than texts."""

from __future__ import annotations

from .._deferred import field, final, frozen
from . import ids, words
from .agents import Body, Person
from .dates import PartialDate
from .sources import Account, Citation, Cited
from .value import OWNED, Value
from .words.session_formats import SessionFormat


@final
@frozen(eq=False, repr=False, kw_only=True)
class Participant(Cited):
    """A person who spoke to a session or took part in it."""

    person: Person
    mode: words.Mode
    """How the person took part: in person or by video."""
    capacity: str | None = None
    """The capacity of the person at the time, or None if no source that was seen states it."""
    citations: tuple[Citation, ...]
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class AttendanceAccount(Cited):
    """One source's figure of the attendance, and what it counts."""

    value: int
    """The figure, in persons or in seats: `counted` says which."""
    qualifier: words.Qualifier
    """Whether the source says exactly, about, nearly or over."""
    counted: str
    """What the figure counts, in our words."""
    citations: tuple[Citation, ...]
    verdict: words.Verdict
    """How the figure compares with those of other sources."""
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class Decision(Value):
    """A decision of a session that is not a declaration or resolution."""

    id: ids.DecisionId
    title: str
    """A short description, in our words."""
    summary: str
    """What was decided, in our words."""
    accounts: tuple[Account, ...]
    """What each source says, in order of time."""
    date: PartialDate | None = None
    """When it was decided."""
    about: tuple[ids.Ref, ...] = ()
    """The records that it is about, such as a delegation."""
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class Session(Cited):
    """One plenary session of the Assembly.

    Its id is the year and the season, such as ``2024-spring``.

    >>> import natopa_declarations as natopa
    >>> sofia = natopa.load("2026.1").session("2024-spring")
    >>> sofia.city, sofia.country, str(sofia.start), sofia.president.name
    ('Sofia', 'BG', '2024-05-24', 'Michał Szczerba')
    """

    id: ids.SessionId
    year: int
    season: words.Season
    confidence: words.Confidence
    """How well its place, dates and President are sourced, together."""
    citations: tuple[Citation, ...]
    """Who states that it took place, where and when."""
    ordinal: int | None = None
    """The number of an annual session, if a source states it."""
    city: str | None = None
    """The city, or None if the session met online or no source names one."""
    other_city_names: tuple[str, ...] = ()
    """Other spellings of the name of the city."""
    country: ids.Country | None = None
    """ISO 3166-1 alpha-2."""
    venue: str | None = None
    """The place in the city, such as a building."""
    format: words.SessionFormat = SessionFormat.IN_PERSON
    held: bool = True
    """False if the session was called off; the note has the plans."""
    start: PartialDate | None = None
    """The first day, as precise as its source."""
    end: PartialDate | None = None
    """The last day, as precise as its source."""
    president: Person | None = None
    """The President of the Assembly at the session: the outgoing one, if it elected another."""
    president_basis: words.PresidentBasis | None = None
    """How the President is known, if that was recorded."""
    host: Body | None = None
    """The host, such as the parliament of the country."""
    participants: tuple[Participant, ...] = ()
    """The participants whom a source names, not all of them."""
    attendance: tuple[AttendanceAccount, ...] = ()
    """The attendance, as each source counts it."""
    decisions: tuple[Decision, ...] = field(default=(), metadata=OWNED)
    """Its decisions other than texts."""
    inference: str | None = None
    """Our reasoning, if the record goes beyond what a source states."""
    note: str | None = None
