"""What a text in prose refers to, and where in it."""

from __future__ import annotations

from enum import StrEnum

from .._deferred import final, frozen
from . import ids
from .value import Value


@final
class MentionKind(StrEnum):
    """What a mention names."""

    DECLARATION = "declaration"
    RESOLUTION = "resolution"
    SESSION = "session"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Mention(Value):
    """A declaration, resolution or session that a text names, and where.

    >>> import natopa_declarations as natopa
    >>> text = "as paragraph 14 of Declaration 489 and Resolution 999 say"
    >>> for mention in natopa.load("2026.1").references(text):
    ...     print(text[mention.start : mention.end], "->", mention.ref)
    paragraph 14 of Declaration 489 -> 489
    Resolution 999 -> None
    """

    text: str
    """The words that name it."""
    start: int
    """Where they start, in characters from 0."""
    end: int
    """The character after their last."""
    kind: MentionKind
    ref: ids.Ref | None = None
    """The record, or the clause where its label is held; None where nothing held is meant."""
    number: int | None = None
    """The number of a text; of a session, its ordinal."""
    label: str | None = None
    """The paragraph of a text, as it is named."""
    year: int | None = None
    """The year that is named with it."""
    hint: str | None = None
    """Why nothing held is meant, or why the whole text is and not the paragraph."""

    def __str__(self) -> str:
        return f"{self.text}: {self.ref or self.hint}"
