"""What was found wrong in a release after it was published."""

from __future__ import annotations

from .._deferred import final, frozen
from . import ids
from .ids import record_of
from .value import Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class Advisory(Value):
    """Advice against one record of a published release, which itself never changes.

    >>> import natopa_declarations as natopa
    >>> advisory = natopa.load("2026.2").release.advised("karsten-voigt")[0]
    >>> print(advisory.wrong)
    The presidency ended in 1996, not in 1994.
    >>> advisory.mended_in
    '2026.3'
    """

    release: str
    """The version of the release that is advised against."""
    record: ids.Ref
    """The record of that release, or the part of one, in which something is wrong."""
    wrong: str
    """What is wrong, in a sentence or two."""
    mended_in: str
    """The version of the later release that mends it."""

    def concerns(self, reference: str) -> bool:
        """Return whether this is about what `reference` leads to: that, its owner, or a part."""
        owner = record_of(reference)
        about = record_of(self.record)
        return about == owner and (
            self.record in (owner, reference) or reference in (about, self.record)
        )
