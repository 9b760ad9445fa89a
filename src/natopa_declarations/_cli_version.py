"""The line that ``natopa --version`` prints, made without the modules that read releases."""

from __future__ import annotations

import sys

from . import __version__

_PACKAGE = __name__.partition(".")[0]


def version() -> str:
    """Return the version of the package and the newest release of the data."""
    return f"natopa {__version__} (newest data release: {_newest_release()})\n"


def _newest_release() -> str:
    package = sys.modules[_PACKAGE]
    separator = "\\" if "\\" in package.__path__[0] else "/"
    place = separator.join([package.__path__[0], "data", "releases.json"])
    try:
        listed: bytes = package.__spec__.loader.get_data(place)  # type: ignore[union-attr]
    except (AttributeError, OSError):
        # Of a file that cannot be read, the commands that need it say so.
        return "none"
    return listed.rpartition(b'"version": "')[2].partition(b'"')[0].decode() or "none"
