"""The filters of the queries: each function takes records, and returns those that pass.

A filter that is None lets everything pass.  What was given is understood by now (see
`given`), so each filter is one comprehension over what the filters before it left.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from ..model.ids import within
from ..model.texts import AdoptedText

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from ..model.agents import Body, Person, Topic
    from ..model.claims import Claim
    from ..model.clauses import Amendment, Clause
    from ..model.dates import PartialDate
    from ..model.sessions import Session
    from ..model.sources import Source
    from ..model.statements import Statement
    from ..model.words import (
        ClaimKind,
        Confidence,
        Coverage,
        Fidelity,
        Medium,
        Role,
        Season,
        SessionFormat,
        SourceKind,
        Verdict,
    )

    Days = tuple[date | None, date | None]
    """The first and the last day of a time, as far as it has ends."""

T = TypeVar("T", bound=AdoptedText)
A = TypeVar("A", "Claim", "Statement")
W = TypeVar("W", "Clause", "Statement")

EVER: Days = (None, None)
"""A time without ends."""


def sessions(
    found: Sequence[Session],
    *,
    year: int | None,
    days: Days,
    season: Season | None,
    city: AbstractSet[str] | None,
    country: AbstractSet[str] | None,
    president: Person | None,
    format: SessionFormat | None,  # noqa: A002 - the name of the field.
    held: bool | None,
    confidence: Confidence | None,
) -> tuple[Session, ...]:
    """Return the sessions that pass; one whose days are not known is somewhere in its year."""
    first, last = days
    if year is not None:
        found = [each for each in found if each.year == year]
    if first is not None:
        found = [
            each
            for each in found
            if (each.start.earliest if each.start else date(each.year, 1, 1)) >= first
        ]
    if last is not None:
        found = [
            each
            for each in found
            if (each.end.latest if each.end else date(each.year, 12, 31)) <= last
        ]
    if season is not None:
        found = [each for each in found if each.season is season]
    if city is not None:
        found = [each for each in found if each.city in city]
    if country is not None:
        found = [each for each in found if each.country in country]
    if president is not None:
        found = [each for each in found if each.president is president]
    if format is not None:
        found = [each for each in found if each.format is format]
    if held is not None:
        found = [each for each in found if each.held is held]
    if confidence is not None:
        found = [each for each in found if each.confidence is confidence]
    return tuple(found)


def texts(
    found: Sequence[T],
    *,
    year: int | None,
    days: Days,
    numbers: tuple[int | None, int | None],
    session: Session | None,
    title: AbstractSet[str] | None,
    titles: Callable[[], Mapping[str, AbstractSet[str]]],
    committee: Body | None,
    presenter: Person | None,
    rapporteur: Person | None,
    topic: Topic | None,
    addressee: Body | None,
    coverage: Coverage | None,
    confidence: Confidence | None,
) -> tuple[T, ...]:
    """Return the texts that pass; `titles` makes the words of the titles of each, by its id."""
    lowest, highest = numbers
    if year is not None:
        found = [each for each in found if each.year == year]
    if days != EVER:
        found = [each for each in found if _is_in(each.adopted, days)]
    if lowest is not None:
        found = [each for each in found if each.number is not None and each.number >= lowest]
    if highest is not None:
        found = [each for each in found if each.number is not None and each.number <= highest]
    if session is not None:
        found = [each for each in found if each.session is session]
    if title is not None:
        words = titles()
        found = [each for each in found if title <= words[each.id]]
    if committee is not None:
        found = [each for each in found if each.committee is committee]
    if presenter is not None:
        found = [each for each in found if each.presenter is presenter]
    if rapporteur is not None:
        found = [each for each in found if each.rapporteur is rapporteur]
    if topic is not None:
        found = [
            each
            for each in found
            if any(one is topic for clause in each.clauses for one in clause.topics)
        ]
    if addressee is not None:
        found = [
            each
            for each in found
            if any(one is addressee for clause in each.clauses for one in clause.addressees)
        ]
    if coverage is not None:
        found = [each for each in found if each.coverage is coverage]
    if confidence is not None:
        found = [each for each in found if each.confidence is confidence]
    return tuple(found)


def clauses(
    found: Collection[Clause],
    *,
    role: Role | None,
    opening: AbstractSet[str] | None,
    topic: Topic | None,
    addressee: Body | None,
    amendment: Amendment | None,
    fidelity: Fidelity | None,
    language: AbstractSet[str] | None,
    inferred: bool | None,
) -> tuple[Clause, ...]:
    """Return the clauses that pass."""
    if role is not None:
        found = [each for each in found if each.role is role]
    if opening is not None:
        found = [each for each in found if each.opening in opening]
    if topic is not None:
        # A dictionary has a clause once, even where the record gives it a topic twice.
        found = {id(each): each for each in found for one in each.topics if one is topic}.values()
    if addressee is not None:
        found = {
            id(each): each for each in found for one in each.addressees if one is addressee
        }.values()
    if amendment is not None:
        found = [each for each in found if each.amendment is amendment]
    if fidelity is not None or language is not None:
        found = _worded(found, fidelity, language)
    if inferred is not None:
        found = [each for each in found if each.is_inferred is inferred]
    return tuple(found)


def statements(
    found: Collection[Statement],
    *,
    days: Days,
    speaker: Person | None,
    capacity: AbstractSet[str] | None,
    medium: Medium | None,
    about: str | None,
    fidelity: Fidelity | None,
    language: AbstractSet[str] | None,
) -> tuple[Statement, ...]:
    """Return the statements that pass."""
    if days != EVER:
        found = [each for each in found if _is_in(each.date, days)]
    if speaker is not None:
        found = [each for each in found if each.speaker is speaker]
    if capacity is not None:
        found = [each for each in found if each.capacity in capacity]
    if medium is not None:
        found = [each for each in found if each.medium is medium]
    if about is not None:
        found = _about(found, about)
    if fidelity is not None or language is not None:
        found = _worded(found, fidelity, language)
    return tuple(found)


def claims(
    found: Sequence[Claim],
    *,
    source: Source | None,
    publisher: AbstractSet[str] | None,
    kind: ClaimKind | None,
    verdict: Verdict | None,
    about: str | None,
) -> tuple[Claim, ...]:
    """Return the claims that pass."""
    if source is not None:
        found = [each for each in found if each.citation.source is source]
    if publisher is not None:
        found = [each for each in found if each.citation.source.publisher in publisher]
    if kind is not None:
        found = [each for each in found if each.kind is kind]
    if verdict is not None:
        found = [each for each in found if each.verdict is verdict]
    if about is not None:
        found = _about(found, about)
    return tuple(found)


def persons(
    found: Sequence[Person], *, body: Body | None, role: AbstractSet[str] | None
) -> tuple[Person, ...]:
    """Return the persons one of whose memberships passes."""
    if body is not None or role is not None:
        found = [
            each
            for each in found
            if any(
                (body is None or one.body is body) and (role is None or one.role in role)
                for one in each.memberships
            )
        ]
    return tuple(found)


def sources(
    found: Sequence[Source],
    *,
    publisher: AbstractSet[str] | None,
    kind: SourceKind | None,
    language: AbstractSet[str] | None,
    days: Days,
) -> tuple[Source, ...]:
    """Return the sources that pass."""
    if publisher is not None:
        found = [each for each in found if each.publisher in publisher]
    if kind is not None:
        found = [each for each in found if each.kind is kind]
    if language is not None:
        found = [each for each in found if each.language in language]
    if days != EVER:
        found = [each for each in found if _is_in(each.published, days)]
    return tuple(found)


def _is_in(when: PartialDate | None, days: Days) -> bool:
    """Say whether every day that a date may mean is in this time; no date is in none."""
    first, last = days
    return (
        when is not None
        and (first is None or when.earliest >= first)
        and (last is None or when.latest <= last)
    )


def _about(found: Collection[A], identifier: str) -> list[A]:
    """Return those that are about a record, a part of it or an edition of it."""
    inside = within([one for each in found for one in each.about], identifier)
    return [each for each in found if not inside.isdisjoint(each.about)]


def _worded(
    found: Collection[W], fidelity: Fidelity | None, language: AbstractSet[str] | None
) -> list[W]:
    """Return those of which one wording has both this fidelity and this language."""
    return [
        each
        for each in found
        if any(
            (fidelity is None or one.fidelity is fidelity)
            and (language is None or one.language in language)
            for one in each.wordings
        )
    ]
