"""Places in a text."""

from __future__ import annotations

from .._deferred import final, frozen
from .value import Value


@final
@frozen(eq=False, repr=False)
class Span(Value):
    """A part of a text, from `start` up to `end`.

    The names are those of the TextPositionSelector (W3C Web Annotation): `text[start:end]` is the
    part.
    """

    start: int
    """The offset of its first character."""
    end: int
    """The offset of the character after its last."""
