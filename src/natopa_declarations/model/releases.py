"""What a release says of itself."""

from __future__ import annotations

from .._deferred import field, final, frozen
from .._messages import check_text
from . import ids, words
from .advisories import Advisory
from .dates import PartialDate
from .ids import record_of
from .value import NOT_WRITTEN, SINCE_2, Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class Change(Value):
    """One thing that a release did to a record, and why."""

    record: ids.Ref
    """The id of the record."""
    kind: words.ChangeKind
    """Whether it was added, extended, corrected or retired."""
    reason: str
    """Why, in one line."""
    sources: tuple[ids.SourceId, ...] = ()
    """The sources that the change rests on."""
    successor: ids.Ref | None = None
    """What took the place of a retired record, where anything did."""
    retired_in: str | None = None
    """The version of the earlier release that retired it; None where this release did."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Release(Value):
    """A published set of records: what ``manifest.json`` says.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.1").release.version
    '2026.1'
    """

    format: int
    """The number of the file format; this code reads formats 1 and 2."""
    version: str
    """``YYYY.N``, or whatever a user's own folder calls itself."""
    published: PartialDate
    """When it was published."""
    title: str
    """What it is, in a few words."""
    as_of: PartialDate | None = field(default=None, metadata=SINCE_2)
    """The day up to which it covers; None in a release of format 1, which does not say."""
    files: tuple[ids.FileName, ...]
    """The files of records, in document order."""
    changes: tuple[Change, ...] = ()
    """What changed since the release before, and every id that was ever retired."""
    digest: str = field(default="", metadata=NOT_WRITTEN)
    """The digest of all files of the release, as ``sha256:`` and 64 digits.

    That of a packaged release is the recorded one; that of a folder is computed from its bytes.
    It is empty in a release that was made or read by itself, as no manifest holds its own.
    """
    advisories: tuple[Advisory, ...] = field(default=(), metadata=NOT_WRITTEN)
    """What was found wrong in it since it was published; the release of a corpus has them."""

    @property
    def reach(self) -> str:
        """Up to which day it covers, in a sentence; empty where it does not say.

        >>> import natopa_declarations as natopa
        >>> natopa.load("2026.4").release.reach
        'release 2026.4 covers up to 26 November 2026'
        """
        if self.as_of is None:
            return ""
        return f"release {self.version} covers up to {self.as_of.in_words}"

    def advised(self, reference: str) -> tuple[Advisory, ...]:
        """Return what was found wrong in a record: in itself, in its owner or in its parts."""
        check_text(reference, "a reference")
        return tuple([found for found in self.advisories if found.concerns(reference)])

    def retirement(self, reference: str) -> Change | None:
        """Return what is said about a retired id, or None where it is not retired.

        The parts and editions of a retired record are retired with it.
        """
        check_text(reference, "a reference")
        retired = {change.record: change for change in self.changes if change.kind == "retired"}
        return retired.get(ids.Ref(reference)) or retired.get(ids.Ref(record_of(reference)))
