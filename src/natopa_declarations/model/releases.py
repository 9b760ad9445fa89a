"""A release and its changes."""

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
    """One change of a record by a release, and its reason."""

    record: ids.Ref
    """The id of the record."""
    kind: words.ChangeKind
    """Whether it was added, extended, corrected or retired."""
    reason: str
    """The reason, in one line."""
    sources: tuple[ids.SourceId, ...] = ()
    """The sources of the change."""
    successor: ids.Ref | None = None
    """The record that replaced a retired one, if any."""
    retired_in: str | None = None
    """The version of the earlier release that retired it; None if this release did."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Release(Value):
    """A published set of records, as described by ``manifest.json``.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.1").release.version
    '2026.1'
    """

    format: int
    """The number of the file format; this code reads formats 1 and 2."""
    version: str
    """``YYYY.N``, or any name for a user's own folder."""
    published: PartialDate
    """When it was published."""
    title: str
    """What it is, in a few words."""
    as_of: PartialDate | None = field(default=None, metadata=SINCE_2)
    """The day up to which it covers; None in format 1, which lacks it."""
    files: tuple[ids.FileName, ...]
    """The files of records, in document order."""
    changes: tuple[Change, ...] = ()
    """The changes since the release before, and every id that was ever retired."""
    digest: str = field(default="", metadata=NOT_WRITTEN)
    """The digest of all files of the release, as ``sha256:`` and 64 digits.

    That of a packaged release is recorded; that of a folder is computed from its bytes.  It is
    empty in a release without its files, as no manifest contains its own digest.
    """
    advisories: tuple[Advisory, ...] = field(default=(), metadata=NOT_WRITTEN)
    """The errors found in it since it was published; only the release of a corpus has them."""

    @property
    def reach(self) -> str:
        """The day up to which it covers, in a sentence; empty if it is unknown.

        >>> import natopa_declarations as natopa
        >>> natopa.load("2026.4").release.reach
        'release 2026.4 covers up to 26 November 2026'
        """
        if self.as_of is None:
            return ""
        return f"release {self.version} covers up to {self.as_of.in_words}"

    def advised(self, reference: str) -> tuple[Advisory, ...]:
        """Return the advisories for a record: for itself, its owner or its parts."""
        check_text(reference, "a reference")
        return tuple([found for found in self.advisories if found.concerns(reference)])

    def retirement(self, reference: str) -> Change | None:
        """Return the change that retired an id, or None if it is not retired.

        The parts and editions of a retired record are retired with it.
        """
        check_text(reference, "a reference")
        retired = {change.record: change for change in self.changes if change.kind == "retired"}
        return retired.get(ids.Ref(reference)) or retired.get(ids.Ref(record_of(reference)))
