"""Plenary sessions, who was there, and what they decided beside the texts."""

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
    """Someone who spoke to a session or took part in it."""

    person: Person
    mode: words.Mode
    """How he or she took part: in person or by video."""
    capacity: str | None = None
    """What he or she was there as, at that time, or None where no source read says so."""
    citations: tuple[Citation, ...]
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class AttendanceAccount(Cited):
    """One source's figure for how many took part, and what that figure counts."""

    value: int
    """The figure, in persons or in seats: `counted` says which."""
    qualifier: words.Qualifier
    """Whether the source has exactly, about, nearly or over that figure."""
    counted: str
    """What the figure counts, in our words."""
    citations: tuple[Citation, ...]
    verdict: words.Verdict
    """How the figure stands against those of the other sources."""
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class Decision(Value):
    """What a session decided that is not a declaration or resolution."""

    id: ids.DecisionId
    title: str
    """A short description, in our words."""
    summary: str
    """What was decided, in our words."""
    accounts: tuple[Account, ...]
    """What the sources say, each by itself, in order of time."""
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
    """How well its place, dates and President are sourced, taken together."""
    citations: tuple[Citation, ...]
    """Who says that it was held, where and when."""
    ordinal: int | None = None
    """The number of an annual session, where a source gives it."""
    city: str | None = None
    """The city, or None where the session met online or no source names one."""
    other_city_names: tuple[str, ...] = ()
    """Other spellings of the name of the city."""
    country: ids.Country | None = None
    """ISO 3166-1 alpha-2."""
    venue: str | None = None
    """Where in the city it met, such as a building."""
    format: words.SessionFormat = SessionFormat.IN_PERSON
    held: bool = True
    """False where the session was called off; what had been planned stands in the note."""
    start: PartialDate | None = None
    """The first day, as exactly as a source gives it."""
    end: PartialDate | None = None
    """The last day, as exactly as a source gives it."""
    president: Person | None = None
    """The President of the Assembly at the session: the outgoing one, where it elected another."""
    president_basis: words.PresidentBasis | None = None
    """How the President is known, where that was recorded."""
    host: Body | None = None
    """Who received it, such as the parliament of the country."""
    participants: tuple[Participant, ...] = ()
    """Those whom a source names, not all who were there."""
    attendance: tuple[AttendanceAccount, ...] = ()
    """How many took part, as each source counts."""
    decisions: tuple[Decision, ...] = field(default=(), metadata=OWNED)
    """What it decided beside the texts."""
    inference: str | None = None
    """Our reasoning, where the record goes beyond what a source states."""
    note: str | None = None
