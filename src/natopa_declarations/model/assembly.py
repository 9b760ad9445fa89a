"""The Assembly and the Alliance: who belongs to them, and what this package does not know."""

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
    """When it joined; the note says by which act, where that was recorded."""
    citations: tuple[Citation, ...]
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class AssemblySize(Cited):
    """How many members the Assembly had, and from how many countries.

    `start` and `end` are the first and the last time for which a source seen gives these
    figures, and not the days on which the Assembly grew.
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
    """Who took part beside them, in our words."""
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
    """What those in it may do, in our words, or None where no source seen says so."""
    countries: tuple[ids.Country, ...] = ()
    """Those in it at the time `as_of`, as ISO 3166-1 alpha-2."""
    as_of: PartialDate | None = None
    """When `countries` was so."""
    accounts: tuple[Account, ...] = ()
    """How it came to be and who joined or left, as the sources tell it."""
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class Gap(Cited):
    """Something that a release does not hold, although it is there or may be there.

    It is either a number of the series of texts, or a run of numbers, or a session, or
    the sessions of a run of years.
    """

    id: ids.GapId
    summary: str
    """What is missing, and what is known of it, in our words."""
    citations: tuple[Citation, ...]
    """What shows that something is missing, or where it might be found."""
    number: int | None = None
    """The number of the series, or the first of a run."""
    last_number: int | None = None
    """The last number of a run."""
    year: int | None = None
    """The year of the session, or the first of a run."""
    last_year: int | None = None
    """The last year of a run."""
    season: words.Season | None = None
    """Which session of the year is missing, where it is one."""
