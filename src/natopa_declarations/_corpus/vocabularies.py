"""The words that the records of a release have in fields where any text may stand.

Each function yields pairs: a spelling that may be asked for, and what the records have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model.names import fold
from .indexes import Built

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .lookups import Lookups

    Records = Mapping[str, tuple[Any, ...]]
    Pairs = Iterator[tuple[str | None, str | None]]
    Vocabulary = Callable[[Records], Pairs]


def vocabulary(corpus: Lookups, pairs: Vocabulary) -> Mapping[str, frozenset[str]]:
    """Return how the records of a corpus spell each word, by the word as `fold` leaves it."""

    def build() -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for spelling, written in pairs(corpus._records):
            if spelling and written:
                found.setdefault(fold(spelling), set()).add(written)
        return {folded: frozenset(written) for folded, written in found.items()}

    return corpus._indexes.vocabularies.setdefault(pairs.__name__, Built()).get(build)


def cities(records: Records) -> Pairs:
    """Yield the cities of the sessions, in every spelling."""
    for session in records["sessions"]:
        for spelling in (session.city, *session.other_city_names):
            yield spelling, session.city


def countries(records: Records) -> Pairs:
    """Yield every country that a record names, whether or not a session met there."""
    for kind in ("sessions", "bodies", "member-states"):
        for each in records[kind]:
            yield each.country, each.country
    texts = (*records["declarations"], *records["resolutions"])
    clauses = [clause for text in texts for clause in text.clauses]
    for each in (*records["participation-classes"], *clauses):
        for country in each.countries:
            yield country, country


def openings(records: Records) -> Pairs:
    """Yield the words that open clauses."""
    for text in (*records["declarations"], *records["resolutions"]):
        for clause in text.clauses:
            yield clause.opening, clause.opening


def capacities(records: Records) -> Pairs:
    """Yield what speakers spoke as."""
    for statement in records["statements"]:
        yield statement.capacity, statement.capacity


def offices(records: Records) -> Pairs:
    """Yield the offices that persons hold or held."""
    for person in records["persons"]:
        for membership in person.memberships:
            yield membership.role, membership.role


def publishers(records: Records) -> Pairs:
    """Yield the publishers of the sources."""
    for source in records["sources"]:
        yield source.publisher, source.publisher


def languages(records: Records) -> Pairs:
    """Yield every language that a source is written in, or that words are held in."""
    texts = (*records["declarations"], *records["resolutions"])
    yield from ((source.language, source.language) for source in records["sources"])
    for each in (*records["statements"], *[clause for text in texts for clause in text.clauses]):
        for wording in each.wordings:
            yield wording.language, wording.language
