"""Places in a text."""

from __future__ import annotations

from .._deferred import final, frozen
from .value import Value


@final
@frozen(eq=False, repr=False)
class Span(Value):
    """A part of a text, from `start` up to `end`.

    The names are those of the text position selector of the Web Annotation model of the W3C:
    both count the characters before them, so `text[span.start : span.end]` is the part.
    """

    start: int
    """How many characters stand before the part."""
    end: int
    """How many characters stand before what follows the part."""
