"""Show where a record has the words of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._deferred import make
from ..model.hits import Hit
from ..model.spans import Span
from .snippets import cut

if TYPE_CHECKING:
    from .entries import Entry
    from .places import Finder, Place

_hit = make(Hit)
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
    return _hit(ref=entry.id, kind=entry.kind, rank=rank, field=name, snippet=shown, spans=spans)
