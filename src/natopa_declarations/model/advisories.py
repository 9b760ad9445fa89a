"""Errors found in a release after it was published."""

from __future__ import annotations

from .._deferred import final, frozen
from . import ids
from .ids import record_of
from .value import Value


@final
@frozen(eq=False, repr=False, kw_only=True)
class Advisory(Value):
    """A warning about one record of a published release, which itself never changes.

    >>> import natopa_declarations as natopa
    >>> advisory = natopa.load("2026.2").release.advised("karsten-voigt")[0]
    >>> print(advisory.wrong)
    The presidency ended in 1996, not in 1994.
    >>> advisory.mended_in
    '2026.3'
    """

    release: str
    """The version of the release."""
    record: ids.Ref
    """The record or part with the error."""
    wrong: str
    """What is wrong, in a sentence or two."""
    mended_in: str
    """The version of the release that corrects it."""

    def concerns(self, reference: str) -> bool:
        """Say whether this concerns the record of `reference`, its owner or a part of it."""
        owner = record_of(reference)
        about = record_of(self.record)
        return about == owner and (
            self.record in (owner, reference) or reference in (about, self.record)
        )
