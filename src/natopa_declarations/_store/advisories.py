"""The advisories on packaged releases, which stand in a file beside their folders."""

from __future__ import annotations

from .._codec import trusted
from .._codec.formats import ADVISORIES
from ..model.value import evolve
from . import releases as _releases

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from ..model.advisories import Advisory
    from ..model.releases import Release


def advisories(version: str) -> tuple[Advisory, ...]:
    """Return the advisories on a packaged release; the file is read anew at each call."""
    found = trusted.decode_advisories(_releases.packaged_file(ADVISORIES))
    return tuple([advisory for advisory in found if advisory.release == version])


def advised(release: Release) -> Release:
    """Return a release with its advisories, wherever it was loaded from.

    A folder has those of a packaged release if it has the very bytes of that release.
    """
    if _releases.recorded().get(release.version) != release.digest:
        return release
    return evolve(release, advisories=advisories(release.version))
