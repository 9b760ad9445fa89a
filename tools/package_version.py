"""The files that print the version of the package, which only its `__init__` defines."""

from __future__ import annotations

import re
from pathlib import Path

import natopa_declarations as natopa

from . import digests

NUMBER = r"\d+\.\d+\.\d+"
EXACT = rf"(?<=natopa-declarations==){NUMBER}"
RANGE = rf"(?<=natopa-declarations>=){NUMBER},<\d+\.\d+"
PRINTED = {
    "CITATION.cff": [rf"(?<=\nversion: ){NUMBER}"],
    "docs/compatibility.md": [rf"(?<=The package has one \(`){NUMBER}"],
    "docs/how-to/pin-and-verify.md": [EXACT, RANGE],
    "tests/downstream/requirements.txt": [EXACT],
    "tests/downstream/pyproject.toml": [RANGE],
}
"""The patterns to replace in each file; each must match."""


def files() -> dict[Path, bytes]:
    """Return the files that print the version, with the version that the package has."""
    major, minor, _ = natopa.__version__.split(".")
    # Before 1.0 a minor version may be incompatible, so a range ends before the next.
    over = f"{major}.{int(minor) + 1}" if major == "0" else f"{int(major) + 1}.0"
    found: dict[Path, bytes] = {}
    for name, patterns in PRINTED.items():
        path = digests.ROOT / name
        text = path.read_text(encoding="utf-8")
        for pattern in patterns:
            new = f"{natopa.__version__},<{over}" if pattern == RANGE else natopa.__version__
            text, count = re.subn(pattern, new, text)
            if not count:
                raise SystemExit(f"{name}: expected a version of the package at {pattern!r}")
        found[path] = text.encode()
    return found
