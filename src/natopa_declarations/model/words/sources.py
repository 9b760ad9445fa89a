"""The kinds of publishers."""

from __future__ import annotations

from enum import StrEnum

from ..._deferred import final


@final
class SourceKind(StrEnum):
    """The kind of publisher of a source."""

    ASSEMBLY = "assembly"
    """The NATO Parliamentary Assembly itself, or a mirror of its releases."""
    ALLIANCE = "alliance"
    """NATO."""
    PARLIAMENT = "parliament"
    """A national parliament, or a member or delegation of one."""
    GOVERNMENT = "government"
    """A government, or an office of one."""
    SCHOLARSHIP = "scholarship"
    """A scholarly journal, book, archive or institute."""
    AGENCY = "agency"
    """A news agency."""
    PRESS = "press"
    """A newspaper, broadcaster or news site."""
    WEAK = "weak"
    """A partisan, machine-made or private page: evidence of a report, not of its truth."""
    DOCUMENT = "document"
    """A file of the user's; no release has one."""
