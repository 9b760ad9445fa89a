"""What claims assert."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class ClaimKind(StrEnum):
    """What a claim asserts."""

    QUOTATION = "quotation"
    """Words that it gives as the text's own."""
    PARAPHRASE = "paraphrase"
    """What it says that the text says."""
    STATEMENT = "statement"
    """What it says that a person said."""
    PROCEDURE = "procedure"
    """What happened, when, where and before whom."""
    DECISION = "decision"
    """What else the session decided."""
    OFFICE = "office"
    """Which office a person holds."""
