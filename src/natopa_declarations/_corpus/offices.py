"""Who held an office on a day, as far as the sources settle it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from ..errors import NotFoundError
from ..model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ..model.agents import Person
    from ..model.sessions import Session

ASSEMBLY = "nato-parliamentary-assembly"
PRESIDENT = ("President", "Acting President")
SECRETARY_GENERAL = ("Secretary General of the Assembly",)
NO_TIME, DAY = dt.timedelta(), dt.timedelta(days=1)


class Term(NamedTuple):
    """The time of one person in an office, in whatever rows the sources give it."""

    person: Person
    start: PartialDate | None
    end: PartialDate | None
    in_office: tuple[PartialDate, ...]
    """Days on which a source has the person in the office."""

    @property
    def days(self) -> list[PartialDate]:
        """Every day that is known of it, in order of time."""
        return [day for day in (self.start, *self.in_office, self.end) if day]

    def covers(self, when: PartialDate) -> bool:
        """Return whether the term is certain to hold all of `when`."""
        begun = [day.latest for day in (self.start, *self.in_office) if day]
        left = [day.earliest for day in (*self.in_office, self.end) if day]
        return bool(begun and left) and min(begun) <= when.earliest and when.latest <= max(left)

    def touches(self, when: PartialDate) -> bool:
        """Return whether the term may hold a part of `when`, as far as its dates go."""
        return bool(self.days) and (
            min(day.earliest for day in self.days) <= when.latest
            and when.earliest <= max(day.latest for day in self.days)
        )

    def __str__(self) -> str:
        return f"{self.person.name} ({self.start or '?'} to {self.end or '?'})"


def president(
    on: PartialDate | dt.date | str, persons: Iterable[Person], sessions: Iterable[Session]
) -> Person:
    """Return the one President on that day; raise `NotFoundError` where none is certain."""
    when = PartialDate.of(on)
    terms = _terms(PRESIDENT, persons)
    certain = _certain(terms, when)
    if not certain:
        near = [term.person.id for term in terms if term.touches(when)]
        for session in sessions:
            person = session.president
            if person is not None and _within(session, when):
                last = session.end is not None and session.end.latest <= when.latest
                if not last or all(other == person.id for other in near):
                    return person
    return _settled("President of the Assembly on", when, terms, certain)


def secretary_general(on: PartialDate | dt.date | str, persons: Iterable[Person]) -> Person:
    """Return the one Secretary General of the Assembly on that day, likewise."""
    when = PartialDate.of(on)
    terms = _terms(SECRETARY_GENERAL, persons)
    certain = _certain(terms, when)
    return _settled("Secretary General of the Assembly on", when, terms, certain)


def _terms(roles: Collection[str], persons: Iterable[Person]) -> list[Term]:
    """Return the terms in order of time; rows of one person that meet are one term."""
    terms = [
        Term(person, row.start, row.end, row.in_office)
        for person in persons
        for row in person.memberships
        if row.body.id == ASSEMBLY and row.role in roles
    ]
    terms.sort(key=lambda term: min((day.earliest for day in term.days), default=dt.date.max))
    joined: list[Term] = []
    for term in terms:
        before = joined[-1] if joined else None
        meet = before is not None and _meet(before, term)
        if before is None or not meet or before.end is None:
            joined.append(term)
        elif term.person.id == before.person.id:
            days = [*before.in_office, before.end, *term.in_office]
            days += [term.start] if term.start else []
            joined[-1] = Term(term.person, before.start, term.end, tuple(days))
        else:
            # The office passed to the next on the day on which the one before left it.
            day = (before.end,) if before.end.earliest == before.end.latest else ()
            joined.append(term._replace(in_office=(*day, *term.in_office)))
    return joined


def _meet(before: Term, after: Term) -> bool:
    """Return whether one term may begin on the day on which the one before it ends.

    Of one person, the next day will do.
    """
    if before.end is None or after.start is None:
        return False
    end = before.end.latest + (DAY if before.person.id == after.person.id else NO_TIME)
    return after.start.earliest <= end and before.end.earliest <= after.start.latest


def _certain(terms: Sequence[Term], when: PartialDate) -> list[Term]:
    """Return the terms certain to hold `when`, and of a day of change the terms on both sides."""
    certain = [term for term in terms if term.covers(when)]
    if len(certain) != 1:
        return certain
    (term,) = certain
    place = terms.index(term)
    first = min(day.latest for day in term.days)
    last = max(day.earliest for day in term.days)
    if first >= when.earliest and place and _meet(terms[place - 1], term):
        return [terms[place - 1], term]
    if last <= when.latest and term is not terms[-1] and _meet(term, terms[place + 1]):
        return [term, terms[place + 1]]
    return certain


def _within(session: Session, when: PartialDate) -> bool:
    start, end = session.start, session.end
    if start is None or end is None or not session.held:
        return False
    return start.earliest <= when.earliest and when.latest <= end.latest


def _settled(
    office: str, when: PartialDate, terms: Sequence[Term], certain: Sequence[Term]
) -> Person:
    """Return the one person, or raise with whom the sources name then, or else last before."""
    if len({term.person.id for term in certain}) == 1:
        return certain[0].person
    near = certain or [term for term in terms if term.touches(when)]
    if near:
        hint = f"the sources do not settle it: {', '.join(map(str, near))}"
        raise NotFoundError(office, str(when), hint=hint)
    hint = "no source read names one"
    begun = [term for term in terms if term.start and term.start.latest < when.earliest]
    if begun:
        last = max(begun, key=lambda term: term.start.earliest if term.start else dt.date.min)
        hint += f"; the last that began before it: {last}"
    raise NotFoundError(office, str(when), hint=hint)
