"""What a release does to records."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class ChangeKind(StrEnum):
    """What a release did to a record of the one before."""

    ADDED = "added"
    """It is new."""
    EXTENDED = "extended"
    """It says more than it did; nothing that it said has changed."""
    CORRECTED = "corrected"
    """Something that it said was wrong, and reads otherwise now."""
    RETIRED = "retired"
    """It is not a record any more; its id is never used again."""
