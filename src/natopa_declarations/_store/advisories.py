"""The advisories on packaged releases, which stand in a file beside their folders."""

from __future__ import annotations

from .._codec import trusted
from .._codec.formats import ADVISORIES
from .._deferred import field_names, make
from ..model.releases import Release
from . import releases as _releases

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from typing import Any

    from ..model.advisories import Advisory


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
    fields: dict[str, Any] = {name: getattr(release, name) for name in field_names(Release)}
    fields["advisories"] = advisories(release.version)
    return make(Release)(**fields)
