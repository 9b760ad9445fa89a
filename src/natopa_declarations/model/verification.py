"""The verification of a release."""

from __future__ import annotations

from .._deferred import final, frozen
from .advisories import Advisory
from .value import Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class Verification(Value):
    """The files of a release, compared with the record of them."""

    release: str
    """The version or the folder."""
    digest: str
    """The digest of the files."""
    files: int
    """The number of files."""
    expected: str | None = None
    """The recorded digest, or None if there is none."""
    against: str | None = None
    """What recorded it: a packaged release, or a listing beside the folder."""
    changed: tuple[str, ...] = ()
    """The files with other bytes, by their names in the folder."""
    missing: tuple[str, ...] = ()
    """The recorded files that are missing."""
    extra: tuple[str, ...] = ()
    """The files that were not recorded."""
    left_by_systems: tuple[str, ...] = ()
    """The files and folders of file managers and servers, which are not counted."""
    advisories: tuple[Advisory, ...] = ()
    """The errors found in the packaged release since it was published."""

    @property
    def differs(self) -> bool:
        """Whether anything is changed, missing or extra."""
        return bool(self.changed or self.missing or self.extra)
