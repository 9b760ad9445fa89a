"""What the package says of the releases that come with it.

This stands by itself, because a load needs `Release` and has no use for this class.
"""

from __future__ import annotations

from .._deferred import final, frozen
from .value import Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class PackagedRelease(Value):
    """A release that comes with this package.

    >>> import natopa_declarations as natopa
    >>> natopa.releases()[0].version
    '2026.1'
    """

    version: str
    """``YYYY.N``, as `load` takes it."""
    digest: str
    """The digest of all files of the release, as ``sha256:`` and 64 digits."""
