"""What a search finds."""

from __future__ import annotations

from typing import Literal

from .._deferred import final, frozen
from . import ids
from .spans import Span
from .value import Value

SearchKind = Literal[
    "topic", "source", "body", "person", "session", "decision", "declaration", "resolution",
    "clause", "statement", "claim",
]  # fmt: skip
"""The kinds of record that a search looks in, as plain text."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Hit(Value):
    """A record that a search found.

    >>> import natopa_declarations as natopa
    >>> hit = natopa.load("2026.1").search('"air defence"')[0]
    >>> print(hit)
    szczerba-air-defence (statement, wordings[0].text): It matters that air defence systems
    and other vital weapons reach Ukraine rapidly and unimpeded.
    >>> [hit.snippet[span.start : span.end] for span in hit.spans]
    ['air defence']
    """

    ref: ids.Ref
    """The id of the record; `Corpus.resolve` returns it."""
    kind: SearchKind
    """What sort of record it is."""
    rank: int
    """1 for the best hit, 2 for the next."""
    field: str
    """The field of the record that `snippet` was taken from, such as ``wordings[0].text``; it is
    ``id`` where the query is a name of the record, such as *Declaration 489*, and none of its
    words."""
    snippet: str
    """A part of the field as it stands, with ``…`` where it was cut."""
    spans: tuple[Span, ...]
    """Where in `snippet` the words stand that were searched for, in order."""

    def __str__(self) -> str:
        return f"{self.ref} ({self.kind}, {self.field}): {self.snippet}"
