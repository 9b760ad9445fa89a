"""Where statements are made."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class Medium(StrEnum):
    """Where a statement was made."""

    FACEBOOK = "facebook"
    TELEGRAM = "telegram"
    SPEECH = "speech"
    RELEASE = "release"
    """Quoted in a release; where it was said is not stated."""
    UNKNOWN = "unknown"
