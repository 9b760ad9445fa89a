"""The words of the records of a release in fields that take any text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model.names import fold
from .indexes import Built

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .lookups import Lookups

    Records = Mapping[str, tuple[Any, ...]]
    Pairs = Iterable[tuple[str | None, str | None]]


def _clauses(records: Records) -> list[Any]:
    texts = (*records["declarations"], *records["resolutions"])
    return [clause for text in texts for clause in text.clauses]


def _alone(words: Iterable[str | None]) -> Pairs:
    return [(word, word) for word in words]


# fmt: off
VOCABULARIES: Mapping[str, Callable[[Records], Pairs]] = {
    "cities": lambda records: [
        (name, s.city) for s in records["sessions"] for name in (s.city, *s.other_city_names)],
    "countries": lambda records: _alone([
        *[r.country for kind in ("sessions", "bodies", "member-states") for r in records[kind]],
        *[code for r in (*records["participation-classes"], *_clauses(records))
          for code in r.countries]]),
    "openings": lambda records: _alone([clause.opening for clause in _clauses(records)]),
    "capacities": lambda records: _alone([s.capacity for s in records["statements"]]),
    "offices": lambda records: _alone([m.role for p in records["persons"] for m in p.memberships]),
    "publishers": lambda records: _alone([source.publisher for source in records["sources"]]),
    "languages": lambda records: _alone([
        *[source.language for source in records["sources"]],
        *[wording.language for r in (*records["statements"], *_clauses(records))
          for wording in r.wordings]]),
}
# fmt: on
"""The words to ask for, and the words of the records for them: nearly always the same."""


def vocabulary(corpus: Lookups, name: str) -> Mapping[str, frozenset[str]]:
    """Return how the records of a corpus spell each word, by the word as `fold` leaves it."""

    def build() -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for spelling, written in VOCABULARIES[name](corpus._records):
            if spelling and written:
                found.setdefault(fold(spelling), set()).add(written)
        return {folded: frozenset(written) for folded, written in found.items()}

    return corpus._indexes.vocabularies.setdefault(name, Built()).get(build)
