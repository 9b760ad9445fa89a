"""The releases in this package.

This is a module of its own, because a load needs `Release` and not this class.
"""

from __future__ import annotations

from .._deferred import final, frozen
from .value import Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class PackagedRelease(Value):
    """A release in this package.

    >>> import natopa_declarations as natopa
    >>> natopa.releases()[0].version
    '2026.1'
    """

    version: str
    """``YYYY.N``, the argument of `load`."""
    digest: str
    """The digest of all files of the release, as ``sha256:`` and 64 digits."""
