"""Persons, bodies and topics: the small records that others refer to."""

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
    """The kind of body (Popolo: classification)."""
    other_names: tuple[str, ...] = ()
    """Other spellings, short forms and names in other languages."""
    country: ids.Country | None = None
    """ISO 3166-1 alpha-2, if the body belongs to one country."""
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
    """When it began, or None if no source that was seen states it."""
    end: PartialDate | None = None
    """When it ended, or None if it had not ended or no source that was seen states it."""
    in_office: tuple[PartialDate, ...] = ()
    """Dates on which a source has the person in office, if `start` or `end` is unknown."""
    note: str | None = None
    inference: str | None = None
    """Our reasoning, if a date was worked out."""


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
    """The name as this package spells it."""
    other_names: tuple[str, ...] = ()
    """Other spellings that the sources use; a lookup by any of them finds the person."""
    memberships: tuple[Membership, ...] = ()
    """The offices and places that a source states, with their dates."""
    citations: tuple[Citation, ...] = ()
    """Where the names were read."""
    note: str | None = None
