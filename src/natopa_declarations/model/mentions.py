"""References in a text in prose, and their places."""

from __future__ import annotations

from enum import StrEnum

from .._deferred import final, frozen
from . import ids
from .value import Value


@final
class MentionKind(StrEnum):
    """The kind of record that a mention names."""

    DECLARATION = "declaration"
    RESOLUTION = "resolution"
    SESSION = "session"


@final
@frozen(eq=False, repr=False, kw_only=True)
class Mention(Value):
    """A declaration, resolution or session that a text names, and its place.

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
    """The offset of its first character."""
    end: int
    """The offset of the character after its last."""
    kind: MentionKind
    ref: ids.Ref | None = None
    """The record, or the clause with that label; None if the release has neither."""
    number: int | None = None
    """The number of a text, or the ordinal of a session."""
    label: str | None = None
    """The label of a paragraph, as named."""
    year: int | None = None
    """The year, if named."""
    hint: str | None = None
    """Why nothing was found, or why the text was found without its paragraph."""

    def __str__(self) -> str:
        return f"{self.text}: {self.ref or self.hint}"
