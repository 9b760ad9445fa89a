"""Persons, bodies and topics: the small records that the others point to."""

from __future__ import annotations

from .._deferred import final, frozen
from . import ids, words
from .dates import PartialDate
from .sources import Citation, Cited
from .value import Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class Topic(Value):
    """A subject that clauses are about; the list is this package's own."""

    id: ids.TopicId
    name: str
    other_names: tuple[str, ...] = ()
    """Other words for it; a lookup by any of them finds the topic."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Body(Cited):
    """A body of persons (Popolo: organization): a parliament, a delegation, a committee.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.1").body("NATO PA").name
    'NATO Parliamentary Assembly'
    """

    id: ids.BodyId
    name: str
    """The name in English."""
    kind: words.BodyKind
    """What sort of body it is (Popolo: classification)."""
    other_names: tuple[str, ...] = ()
    """Other spellings, short forms and names in other languages."""
    country: ids.Country | None = None
    """ISO 3166-1 alpha-2, where the body belongs to one country."""
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@final
@frozen(eq=False, repr=False, kw_only=True)
class Membership(Cited):
    """An office or place that a person holds in a body (Popolo: membership)."""

    body: Body
    role: str
    """The office, such as "President"."""
    citations: tuple[Citation, ...]
    start: PartialDate | None = None
    """When it began, or None where no source seen says so."""
    end: PartialDate | None = None
    """When it ended, or None where it had not or no source seen says so."""
    in_office: tuple[PartialDate, ...] = ()
    """When a source seen has the person in office, where `start` or `end` leaves that open."""
    note: str | None = None
    inference: str | None = None
    """Our reasoning, where a date was worked out."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Person(Cited):
    """A person (Popolo: person).

    >>> import natopa_declarations as natopa
    >>> person = natopa.load("2026.1").person("Cherniev")
    >>> person.name, person.memberships[0].role
    ('Yehor Chernyev', 'Head of the permanent delegation')
    """

    id: ids.PersonId
    name: str
    """The name as this package writes it."""
    other_names: tuple[str, ...] = ()
    """Other spellings that the sources use; a lookup by any of them finds the person."""
    memberships: tuple[Membership, ...] = ()
    """The offices and places that a source gives the person, with their dates."""
    citations: tuple[Citation, ...] = ()
    """Where the names were read."""
    note: str | None = None
