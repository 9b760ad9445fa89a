"""Show where a record has the words of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.hits import Hit
from ..model.spans import Span
from .snippets import cut

if TYPE_CHECKING:
    from .entries import Entry
    from .places import Finder, Place

_new, _put = object.__new__, object.__setattr__

_NOWHERE: list[Place] = []


def hit(entry: Entry, finder: Finder, rank: int) -> Hit:
    """Show where a record has the words: in the field that has the most, or else its id."""
    # It may be what the query is the name of: its number, its title as in prose, its year.
    most, name, text, places = 0, "id", "", _NOWHERE
    for field, _, content, plain in entry.fields:
        found = finder.places(content, plain=plain)
        having = len(found) if len(found) < 2 else len({term for _, _, term in found})
        if having > most:
            most, name, text, places = having, field, content, found
            if having == finder.terms:
                # The fields that follow count no more.
                break
    shown, spans = cut(text, places) if most else (entry.id, (Span(0, len(entry.id)),))
    # As the packaged records are made: `make` takes three times as long, and a search of a rare
    # word would no longer keep its limit.
    result = _new(Hit)
    _put(result, "ref", entry.id)
    _put(result, "kind", entry.kind)
    _put(result, "rank", rank)
    _put(result, "field", name)
    _put(result, "snippet", shown)
    _put(result, "spans", spans)
    return result
