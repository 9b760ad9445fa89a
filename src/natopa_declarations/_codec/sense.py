"""What a record says that cannot be: it contradicts itself, or its own id.

Only what is certain is looked for here; the page on the format says what is not checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model.claims import Claim
from ..model.dates import PartialDate
from ..model.ids import record_of
from ..model.sessions import Session
from ..model.texts import AdoptedText
from ..model.words import Season
from .parsing import MismatchError, describe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Problem = tuple[str, str, object]
    """Where it stands in the record, what was expected there, and what is there."""
    Rules = tuple[list[tuple[str, str]], list[Callable[[Any], Iterator[Problem]]]]

RANGES = (("start", "end"), ("number", "last_number"), ("year", "last_year"))


def check(value: Any, known: Rules) -> None:
    """Raise `MismatchError` for the first thing in a record that cannot be, by its rules."""
    ranges, rules = known
    for first, last in ranges:
        _check_range(value, first, last)
    for rule in rules:
        for place, expected, there in rule(value):
            raise MismatchError(expected, describe(there), place)


def rules_for(cls: type[Any]) -> Rules:
    """Return the ranges that values of a class have, and the other rules that hold for them."""
    ranges = [pair for pair in RANGES if all(hasattr(cls, name) for name in pair)]
    return ranges, [rule for known, rule in _RULES.items() if issubclass(cls, known)]


def _check_range(value: Any, first: str, last: str) -> None:
    start, end = getattr(value, first), getattr(value, last)
    if start is None or end is None:
        return
    is_date = isinstance(start, PartialDate)
    if is_date and start.year < end.year:
        return
    if start.earliest > end.latest if is_date else start > end:
        expected = f"nothing before {first}, which is {start}"
        raise MismatchError(expected, describe(_plain(end)), f".{last}")


def _plain(content: object) -> object:
    return content if isinstance(content, int) else str(content)


def _session(session: Session) -> Iterator[Problem]:
    year, _, season = session.id.partition("-")
    if len(year) != 4 or not year.isdecimal() or season not in set(Season):
        return
    if session.year != int(year):
        yield ".year", f"the year of {session.id!r}", session.year
    if session.season != season:
        yield ".season", f"the season of {session.id!r}", session.season
    for name in ("start", "end"):
        date = getattr(session, name)
        if date is not None and date.year != session.year:
            yield f".{name}", f"a day of {session.year}", str(date)


def _text(text: AdoptedText) -> Iterator[Problem]:
    if text.id.isdecimal() and text.number != int(text.id):
        yield ".number", f"the number that is the id, {text.id}", text.number
    if text.adopted and text.session and text.adopted.year != text.session.year:
        yield ".adopted", f"a day of {text.session.id!r}", str(text.adopted)
    clauses = {clause.id for clause in text.clauses}
    others = {*[each.id for each in text.amendments], *[each.id for each in text.votes]}

    def leads_to_clause(reference: str) -> bool:
        # One that leads nowhere is named with all others of its kind.
        is_inside = record_of(reference) == text.id and reference not in others
        return reference in clauses or (is_inside and "#" in reference)

    expected = f"the id of a clause of {text.id!r}"
    for number, edition in enumerate(text.editions):
        for position, presence in enumerate(edition.presences):
            if not leads_to_clause(presence.clause):
                place = f".editions[{number}].presences[{position}].clause"
                yield place, expected, presence.clause
    for number, amendment in enumerate(text.amendments):
        for position, reference in enumerate(amendment.inserts):
            if not leads_to_clause(reference):
                yield f".amendments[{number}].inserts[{position}]", expected, reference
    for number, vote in enumerate(text.votes):
        if record_of(vote.on) != text.id:
            yield f".votes[{number}].on", f"{text.id!r}, or a part or edition of it", vote.on


def _claim(claim: Claim) -> Iterator[Problem]:
    source = record_of(claim.id)
    if claim.citation.source.id != source:
        yield ".citation.source", f"{source!r}, as the id says", claim.citation.source.id


_RULES: dict[type[Any], Callable[[Any], Iterator[Problem]]] = {
    Session: _session,
    AdoptedText: _text,
    Claim: _claim,
}
