"""The members of the Assembly and the Alliance, and the gaps of this package."""

from __future__ import annotations

from .._deferred import final, frozen
from . import ids, words
from .dates import PartialDate
from .sources import Account, Citation, Cited


@final
@frozen(eq=False, repr=False, kw_only=True)
class MemberState(Cited):
    """A member state of NATO, and when it joined."""

    id: ids.MemberStateId
    country: ids.Country
    """ISO 3166-1 alpha-2."""
    accession: PartialDate
    """When it joined; the note names the act, if that was recorded."""
    citations: tuple[Citation, ...]
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class AssemblySize(Cited):
    """How many members the Assembly had, and from how many countries.

    `start` and `end` are the first and last dates for which a source has these figures, not the
    days on which the Assembly grew.
    """

    id: ids.AssemblySizeId
    start: PartialDate
    citations: tuple[Citation, ...]
    end: PartialDate | None = None
    members: int
    """The seats of the members, or what the note says."""
    countries: int | None = None
    """The member countries that they come from."""
    others: str | None = None
    """Who else took part, in our words."""
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class ParticipationClass(Cited):
    """A way of belonging to the Assembly, such as associate."""

    id: ids.ParticipationClassId
    name: str
    citations: tuple[Citation, ...]
    other_names: tuple[str, ...] = ()
    rights: str | None = None
    """The rights of its members, in our words, or None if no source that was seen states them."""
    countries: tuple[ids.Country, ...] = ()
    """Its countries on the date `as_of`, as ISO 3166-1 alpha-2."""
    as_of: PartialDate | None = None
    """The date for which `countries` is valid."""
    accounts: tuple[Account, ...] = ()
    """How it began and who joined or left, according to the sources."""
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class Gap(Cited):
    """Something that a release lacks, although it exists or may exist.

    It is a number of the series of texts, a run of numbers, a session, or the sessions of a run
    of years.
    """

    id: ids.GapId
    summary: str
    """What is missing, and what is known about it, in our words."""
    citations: tuple[Citation, ...]
    """Evidence that something is missing, or where it might be found."""
    number: int | None = None
    """The number of the series, or the first of a run."""
    last_number: int | None = None
    """The last number of a run."""
    year: int | None = None
    """The year of the session, or the first of a run."""
    last_year: int | None = None
    """The last year of a run."""
    season: words.Season | None = None
    """The season of a missing session."""
