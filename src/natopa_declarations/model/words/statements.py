"""The media of statements."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class Medium(StrEnum):
    """The medium of a statement."""

    FACEBOOK = "facebook"
    TELEGRAM = "telegram"
    SPEECH = "speech"
    RELEASE = "release"
    """Quoted in a press release, without the occasion."""
    UNKNOWN = "unknown"
