"""Which session it was, and how it is known who was there."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class Season(StrEnum):
    """Which of the two plenary sessions of a year."""

    SPRING = "spring"
    """The session in spring, which carries no ordinal."""
    ANNUAL = "annual"
    """The session in autumn, the only one that carries an ordinal."""


@final
class PresidentBasis(StrEnum):
    """How it is known who was President at a session."""

    NAMED = "named"
    """A source names the President at the session, or close to it."""
    TERM = "term"
    """The session falls within a sourced term, or near a date on which the President is named."""


@final
class Mode(StrEnum):
    """How a participant took part."""

    IN_PERSON = "in-person"
    VIDEO = "video"
    """By video; the sources do not agree whether live or recorded."""
    VIDEO_MESSAGE = "video-message"
    """By a message played to the session."""
    UNKNOWN = "unknown"


@final
class Qualifier(StrEnum):
    """How a source qualifies the figure that it gives."""

    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
