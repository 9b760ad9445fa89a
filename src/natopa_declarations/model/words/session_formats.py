"""How a session met."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class SessionFormat(StrEnum):
    """How a session met."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    HYBRID = "hybrid"
    """Partly in person and partly online."""
