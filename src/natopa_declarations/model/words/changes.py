"""The kinds of changes."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class ChangeKind(StrEnum):
    """The kind of change from the release before."""

    ADDED = "added"
    """It is new."""
    EXTENDED = "extended"
    """It says more; nothing that it said has changed."""
    CORRECTED = "corrected"
    """Something in it was wrong, and is different now."""
    RETIRED = "retired"
    """It is no longer a record; its id is never used again."""
