"""Whether a release is as it was released."""

from __future__ import annotations

from .._deferred import final, frozen
from .advisories import Advisory
from .value import Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class Verification(Value):
    """What a release is, beside what was recorded of it."""

    release: str
    """The version, or the folder, that was looked at."""
    digest: str
    """The digest of the files that are there."""
    files: int
    """How many files there are."""
    expected: str | None = None
    """The recorded digest, or None where there is none to compare with."""
    against: str | None = None
    """What it was compared with: a packaged release, or a listing beside the folder."""
    changed: tuple[str, ...] = ()
    """The files that are there with other bytes, by their names in the folder."""
    missing: tuple[str, ...] = ()
    """The files that are not there, and should be."""
    extra: tuple[str, ...] = ()
    """The files that are there, and should not be."""
    left_by_systems: tuple[str, ...] = ()
    """The files and folders that file managers and servers left there; they are not counted."""
    advisories: tuple[Advisory, ...] = ()
    """What was found wrong in the packaged release since it was published."""

    @property
    def differs(self) -> bool:
        """Whether anything is changed, missing or extra."""
        return bool(self.changed or self.missing or self.extra)
