"""The seasons of sessions, and how presidents, participants and figures are known."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class Season(StrEnum):
    """One of the two plenary sessions of a year."""

    SPRING = "spring"
    """The session in spring, which has no ordinal."""
    ANNUAL = "annual"
    """The session in autumn, which has an ordinal."""


@final
class PresidentBasis(StrEnum):
    """How the President at a session is known."""

    NAMED = "named"
    """A source names the President at the session, or near its date."""
    TERM = "term"
    """The session falls within a sourced term, or near a date on which the President is named."""


@final
class Mode(StrEnum):
    """How a participant took part."""

    IN_PERSON = "in-person"
    VIDEO = "video"
    """By video; the sources disagree whether live or recorded."""
    VIDEO_MESSAGE = "video-message"
    """By a message played to the session."""
    UNKNOWN = "unknown"


@final
class Qualifier(StrEnum):
    """How a source qualifies its figure."""

    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
