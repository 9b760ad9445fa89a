"""The formats of files of releases, and the words that only some of them have."""

from __future__ import annotations

from ..model.words import Fidelity

FORMATS = (1, 2)
"""The numbers of the formats that this code reads and writes, oldest first."""

NEWEST = FORMATS[-1]

MANIFEST = "manifest.json"

ADVISORIES = "advisories.json"
"""The file of what was found wrong since, which stands beside the folders of the releases."""

WORDS_OF = {1: {Fidelity.REPORTED}, 2: {Fidelity.PARAPHRASED}}
"""The words of the model that the files of a format do not have."""
