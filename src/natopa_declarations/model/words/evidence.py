"""How well facts are sourced, and how near words are to the original."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class Fidelity(StrEnum):
    """How near the words of a wording are to the original."""

    OFFICIAL = "official"
    """The publisher's own edition of the text."""
    QUOTED = "quoted"
    """In quotation marks in the source, in the language of the text."""
    TRANSLATED = "translated"
    """In quotation marks in the source, but translated, often there and back."""
    REPORTED = "reported"
    """In the reported speech of the source: its own words about the text."""
    PARAPHRASED = "paraphrased"
    """Reported speech: the source's words, never to be quoted as the text's.

    Only the releases up to 2026.2 use it.
    """


@final
class Verdict(StrEnum):
    """How an assertion compares with other sources."""

    CORROBORATED = "corroborated"
    """Another source confirms it."""
    REFINED = "refined"
    """Confirmed in substance; another source is more exact, or has other words."""
    CONTRADICTED = "contradicted"
    """Another, better source says otherwise."""
    UNCONFIRMED = "unconfirmed"
    """No other source that was seen states it."""


@final
class Confidence(StrEnum):
    """How well a record as a whole is sourced: what it is, when and where.

    It says nothing about the clauses of a text, each of which has citations of its own.
    """

    HIGH = "high"
    """An official or scholarly document states it."""
    MEDIUM = "medium"
    """A secondary source states it, or a part of it was inferred."""
    LOW = "low"
    """The evidence is indirect."""
