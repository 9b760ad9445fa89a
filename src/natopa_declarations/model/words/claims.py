"""The kinds of claims."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class ClaimKind(StrEnum):
    """The kind of assertion that a claim is."""

    QUOTATION = "quotation"
    """Words of the text, according to the source."""
    PARAPHRASE = "paraphrase"
    """What the text says, according to the source."""
    STATEMENT = "statement"
    """What a person said, according to the source."""
    PROCEDURE = "procedure"
    """What happened, when, where and before whom."""
    DECISION = "decision"
    """Another decision of the session."""
    OFFICE = "office"
    """The office of a person."""
