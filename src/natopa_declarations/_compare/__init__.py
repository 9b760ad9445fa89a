"""Compare two values of one kind, or two lists of them, as objects."""

from __future__ import annotations

import attrs

from ..model.differences import Difference, DifferenceKind
from ..model.editions import Edition
from ..model.value import Value
from .values import of_lists, of_values

__all__ = ["compare", "of_lists"]

REMARKS = ("citations", "name", "note")
"""The fields of an edition that do not describe it."""


def compare(old: Value, new: Value) -> tuple[Difference, ...]:
    """Return the differences of two values of one class, in the order of the model.

    A field that is known of one of two editions only is unknown, and neither added nor removed.
    """
    found = of_values(old, new)
    return tuple(map(_of_editions, found) if isinstance(old, Edition) else found)


def _of_editions(found: Difference) -> Difference:
    """Return a difference of two editions, in which a blank means "not known"."""
    field, *rest = found.at
    one_sided = found.kind in {DifferenceKind.ADDED, DifferenceKind.REMOVED}
    if field == "presences" and rest[-1] == "present":
        kind = DifferenceKind.ADDED if found.new else DifferenceKind.REMOVED
    elif one_sided and len(rest) <= 1 and field not in REMARKS:
        kind = DifferenceKind.UNKNOWN
    else:
        kind = found.kind
    return attrs.evolve(found, kind=kind)
