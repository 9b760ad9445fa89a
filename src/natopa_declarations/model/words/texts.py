"""The parts of a text, its stages, and how much of it is held."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class Role(StrEnum):
    """The part that a clause plays in its text."""

    PREAMBLE = "preamble"
    """It gives a reason; its first word is mostly a participle, such as Recalling."""
    OPERATIVE = "operative"
    """It asks or decides; its first word is a verb, such as Urges."""
    UNKNOWN = "unknown"
    """No source seen says which of the two."""


@final
class EditionName(StrEnum):
    """The stages of a text that have an edition."""

    DRAFT = "draft"
    ADOPTED = "adopted"


@final
class Coverage(StrEnum):
    """How much of an adopted text a release holds."""

    FULL = "full"
    """The whole text."""
    PARTIAL = "partial"
    """Some clauses."""
    TITLE = "title"
    """The title, and no clause."""
    NUMBER = "number"
    """At most the number: not even the title."""


@final
class RelationKind(StrEnum):
    """How one adopted text stands to another."""

    CITES = "cites"
    """Its own words name the other text."""
    FOLLOWS = "follows"
    """Takes up the subject of an earlier text."""
    ACCOMPANIES = "accompanies"
    """Adopted on the same day at the same session."""


@final
class Seen(StrEnum):
    """How much of a clause was seen when it was recorded."""

    WHOLE = "whole"
    """A page that prints the whole clause was read."""
    CUT_OFF = "cut-off"
    """The page that was read breaks off inside the clause."""
    REPORTED = "reported"
    """Only reports of it were seen; its wordings are only what they quote of it."""


@final
class CopyKind(StrEnum):
    """What sort of copy of a text can be read at an address."""

    OFFICIAL = "official"
    """The Assembly's own publication."""
    REPRINT = "reprint"
    """The text as another publisher printed it, in a language of the Assembly."""
    TRANSLATION = "translation"
    """The text in another language."""
