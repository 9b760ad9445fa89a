"""The parts, editions, relations and copies of a text, and how much of it is known."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class Role(StrEnum):
    """The role of a clause in its text."""

    PREAMBLE = "preamble"
    """It states a reason; its first word is usually a participle, such as "Recalling"."""
    OPERATIVE = "operative"
    """It asks or decides; its first word is a verb, such as "Urges"."""
    UNKNOWN = "unknown"
    """No source that was seen states which of the two."""


@final
class EditionName(StrEnum):
    """The editions of a text."""

    DRAFT = "draft"
    ADOPTED = "adopted"


@final
class Coverage(StrEnum):
    """How much of an adopted text a release has."""

    FULL = "full"
    """The whole text."""
    PARTIAL = "partial"
    """Some clauses."""
    TITLE = "title"
    """The title, without clauses."""
    NUMBER = "number"
    """At most the number, without the title."""


@final
class RelationKind(StrEnum):
    """The relation of an adopted text to another."""

    CITES = "cites"
    """Its words name the other text."""
    FOLLOWS = "follows"
    """It continues the subject of an earlier text."""
    ACCOMPANIES = "accompanies"
    """It was adopted on the same day at the same session."""


@final
class Seen(StrEnum):
    """How much of a clause was seen when it was recorded."""

    WHOLE = "whole"
    """A page that prints the whole clause was read."""
    CUT_OFF = "cut-off"
    """The page that was read ends inside the clause."""
    REPORTED = "reported"
    """Only reports of it were seen; its wordings are their quotations."""


@final
class CopyKind(StrEnum):
    """The kind of a copy of a text."""

    OFFICIAL = "official"
    """The Assembly's own publication."""
    REPRINT = "reprint"
    """The text as another publisher printed it, in a language of the Assembly."""
    TRANSLATION = "translation"
    """The text in another language."""
