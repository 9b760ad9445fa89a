"""The formats of the files of releases."""

from __future__ import annotations

FORMATS = (1, 2)
"""The numbers of the formats that this code reads and writes, oldest first."""

NEWEST = FORMATS[-1]

MANIFEST = "manifest.json"

ADVISORIES = "advisories.json"
"""The file of what was found wrong since, which stands beside the folders of the releases."""

BROKEN = (AttributeError, KeyError, RecursionError, TypeError, ValueError)
"""What the constructors raise where packaged bytes are not what was released.

The checking way then runs over the same bytes, and says what is wrong with them.
"""
