"""Who held an office on a day, as far as the sources settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._errors import NotFoundError
from ._model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ._model.agents import Membership, Person
    from ._model.sessions import Session

ASSEMBLY = "nato-parliamentary-assembly"
ROLES = ("President", "Acting President")


def president(
    on: PartialDate | date | str, persons: Iterable[Person], sessions: Iterable[Session]
) -> Person:
    """Return the one President on that day; raise `NotFoundError` where none is certain."""
    when = PartialDate.of(on)
    terms = [
        (person, term)
        for person in persons
        for term in person.memberships
        if term.body.id == ASSEMBLY and term.role in ROLES
    ]
    certain = {person.id: person for person, term in terms if _covers(term, when)}
    near = [(person, term) for person, term in terms if _touches(term, when)]
    if len(certain) == 1:
        return next(iter(certain.values()))
    if not certain:
        for session in sessions:
            person = session.president
            if person is not None and _within(session, when):
                last = session.end is not None and session.end.latest <= when.latest
                if not last or all(other.id == person.id for other, _ in near):
                    return person
    raise NotFoundError("President of the Assembly on", str(when), hint=_hint(near))


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


def _hint(near: list[tuple[Person, Membership]]) -> str:
    if not near:
        return "no source read names one"
    told = [f"{person.name} ({term.start or '?'} to {term.end or '?'})" for person, term in near]
    return f"the sources do not settle it: {', '.join(told)}"
