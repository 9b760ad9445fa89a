"""CITATION.cff: what it says of the package is so."""

from __future__ import annotations

import re
from pathlib import Path

import natopa_declarations as natopa

FILE = (Path(__file__).parent.parent / "CITATION.cff").read_text(encoding="utf-8")


def test_it_names_this_version() -> None:
    """The version of the package, unquoted, as the schema has it."""
    assert re.findall(r"^version: (.*)$", FILE, re.MULTILINE) == [natopa.__version__]


def test_it_names_the_newest_release_of_the_data() -> None:
    """Its version, and the day on which it was published."""
    release = natopa.load().release
    assert f'version: "{release.version}"\n    date-released: {release.published}\n' in FILE
