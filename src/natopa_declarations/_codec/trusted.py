"""Bytes of packaged releases to values; nothing is checked, for they were before they shipped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from . import constructors

if TYPE_CHECKING:
    from ..model.advisories import Advisory
    from ..model.releases import Release

BROKEN = (AttributeError, KeyError, RecursionError, TypeError, ValueError)
"""What the constructors raise where packaged bytes are not what was released.

The checking way then runs over the same bytes, and says what is wrong with them.
"""


def decode_manifest(content: bytes) -> Release:
    """Read the manifest of a packaged release."""
    try:
        return constructors.release(json.loads(content), {})
    except BROKEN:
        from . import strict

        return strict.decode_manifest(content)


def decode_advisories(content: bytes) -> tuple[Advisory, ...]:
    """Read the packaged file of advisories."""
    from ..model.advisories import Advisory

    try:
        # Every field is a text, so nothing is converted.
        return tuple([Advisory(**entry) for entry in json.loads(content)])
    except BROKEN:
        from .advisories import decode_alone

        return decode_alone(content)
