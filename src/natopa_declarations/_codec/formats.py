"""The formats of the files of releases."""

from __future__ import annotations

FORMATS = (1, 2)
"""The numbers of the formats that this code reads and writes, oldest first."""

NEWEST = FORMATS[-1]

MANIFEST = "manifest.json"

ADVISORIES = "advisories.json"
"""The file of what was found wrong since, which stands beside the folders of the releases."""
