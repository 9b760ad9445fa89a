"""Who held an office on a day, as far as the sources settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import NotFoundError
from ..model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from ..model.agents import Membership, Person
    from ..model.sessions import Session

ASSEMBLY = "nato-parliamentary-assembly"
PRESIDENT = ("President", "Acting President")
SECRETARY_GENERAL = ("Secretary General of the Assembly",)

Terms = list[tuple["Person", "Membership"]]


def president(
    on: PartialDate | date | str, persons: Iterable[Person], sessions: Iterable[Session]
) -> Person:
    """Return the one President on that day; raise `NotFoundError` where none is certain."""
    when = PartialDate.of(on)
    terms = _terms(PRESIDENT, persons)
    certain = _certain(terms, when)
    if len(certain) == 1:
        return certain[0]
    if not certain:
        near = [person.id for person, term in terms if _touches(term, when)]
        for session in sessions:
            person = session.president
            if person is not None and _within(session, when):
                last = session.end is not None and session.end.latest <= when.latest
                if not last or all(other == person.id for other in near):
                    return person
    raise _unsettled("President of the Assembly on", when, terms)


def secretary_general(on: PartialDate | date | str, persons: Iterable[Person]) -> Person:
    """Return the one Secretary General of the Assembly on that day, likewise."""
    when = PartialDate.of(on)
    terms = _terms(SECRETARY_GENERAL, persons)
    certain = _certain(terms, when)
    if len(certain) == 1:
        return certain[0]
    raise _unsettled("Secretary General of the Assembly on", when, terms)


def _terms(roles: Collection[str], persons: Iterable[Person]) -> Terms:
    return [
        (person, term)
        for person in persons
        for term in person.memberships
        if term.body.id == ASSEMBLY and term.role in roles
    ]


def _certain(terms: Terms, when: PartialDate) -> list[Person]:
    return list({person.id: person for person, term in terms if _covers(term, when)}.values())


def _covers(term: Membership, when: PartialDate) -> bool:
    """Say whether the term is certain to hold all of `when`."""
    begun = [day.latest for day in (term.start, *term.in_office) if day]
    left = [day.earliest for day in (*term.in_office, term.end) if day]
    return bool(begun and left) and min(begun) <= when.earliest and when.latest <= max(left)


def _touches(term: Membership, when: PartialDate) -> bool:
    """Say whether the term may hold a part of `when`, as far as its dates go."""
    days = [day for day in (term.start, *term.in_office, term.end) if day]
    return bool(days) and (
        min(day.earliest for day in days) <= when.latest
        and when.earliest <= max(day.latest for day in days)
    )


def _within(session: Session, when: PartialDate) -> bool:
    start, end = session.start, session.end
    if start is None or end is None or not session.held:
        return False
    return start.earliest <= when.earliest and when.latest <= end.latest


def _unsettled(office: str, when: PartialDate, terms: Terms) -> NotFoundError:
    """Make the error, which names whom the sources name then, or else last before."""
    near = [each for each in terms if _touches(each[1], when)]
    if near:
        hint = f"the sources do not settle it: {', '.join(map(_told, near))}"
        return NotFoundError(office, str(when), hint=hint)
    hint = "no source read names one"
    begun = [
        (term.start.earliest, _told((person, term)))
        for person, term in terms
        if term.start is not None and term.start.latest < when.earliest
    ]
    if begun:
        hint += f"; the last that began before it: {max(begun)[1]}"
    return NotFoundError(office, str(when), hint=hint)


def _told(each: tuple[Person, Membership]) -> str:
    person, term = each
    return f"{person.name} ({term.start or '?'} to {term.end or '?'})"
