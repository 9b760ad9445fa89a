"""Bytes of packaged releases to values; nothing is checked, for they were before they shipped."""

from __future__ import annotations

import json

from .._deferred import fields, make
from . import constructors
from .formats import BROKEN

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from ..model.advisories import Advisory
    from ..model.releases import Release


def decode_manifest(content: bytes, digest: str = "") -> Release:
    """Read the manifest of a packaged release; `digest` is what is recorded of it."""
    try:
        return constructors.release(json.loads(content) | {"digest": digest}, {})
    except BROKEN:
        from . import strict

        strict.decode_manifest(content)
        raise


def decode_advisories(content: bytes) -> tuple[Advisory, ...]:
    """Read the packaged file of advisories."""
    from ..model.advisories import Advisory

    keys = set(fields(Advisory))
    try:
        entries = json.loads(content)
        if all(set(entry) == keys for entry in entries):
            # Every field is a text, so nothing is converted.
            return tuple([make(Advisory)(**entry) for entry in entries])
    except BROKEN:
        pass
    from .advisories import decode_alone

    return decode_alone(content)
