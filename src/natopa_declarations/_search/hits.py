"""Show where a record has the words of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.hits import Hit
from ..model.spans import Span
from .fields import COLUMNS
from .snippets import cut

if TYPE_CHECKING:
    from .entries import Entry
    from .places import Finder


def hit(entry: Entry, finder: Finder, rank: int) -> Hit:
    """Show where a record has the words: in the field that has the most, or else its id."""
    most, heaviest, best = 0, 0.0, None
    for field in entry.fields:
        _, column, text, plain = field
        weight = COLUMNS[column]
        if most == finder.terms and weight <= heaviest:
            # Whatever it has of the words, it is not better.
            continue
        found = finder.places(text, plain=plain)
        having = len(found) if len(found) < 2 else len({term for _, _, term in found})
        if having > most or (having == most > 0 and weight > heaviest):
            most, heaviest, best, places = having, weight, field, found
    if best:
        name, (shown, spans) = best[0], cut(best[2], places)
    else:
        # It is what the query is the name of: its number, its title as in prose, its year.
        name, shown, spans = "id", entry.id, (Span(0, len(entry.id)),)
    return Hit(ref=entry.id, kind=entry.kind, rank=rank, field=name, snippet=shown, spans=spans)
