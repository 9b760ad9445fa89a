"""The kinds of bodies."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class BodyKind(StrEnum):
    """The kind of a body (Popolo: classification)."""

    ASSEMBLY = "assembly"
    COMMITTEE = "committee"
    DELEGATION = "delegation"
    PARLIAMENT = "parliament"
    GOVERNMENT = "government"
    ALLIANCE = "alliance"
    GROUP = "group"
    """A group that a text addresses, such as the governments of the Allies."""
