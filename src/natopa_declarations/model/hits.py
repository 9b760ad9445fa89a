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
"""The kinds of record that a search covers."""


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
    """The kind of record."""
    rank: int
    """1 for the best hit, 2 for the next."""
    field: str
    """The field of the record that contains `snippet`, such as ``wordings[0].text``; it is ``id``
    if the query is a name of the record, such as *Declaration 489*, and not words in it."""
    snippet: str
    """A part of the field, with ``…`` where it was cut."""
    spans: tuple[Span, ...]
    """The places in `snippet` of the words of the query, in order."""

    def __str__(self) -> str:
        return f"{self.ref} ({self.kind}, {self.field}): {self.snippet}"
