"""The project in the folder `downstream`, which pins as the page on pinning says.

The gate installs it beside the built wheel; here it runs beside the package as it stands.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tools import digests

import natopa_declarations as natopa
from tests.downstream import pinned

FOLDER = Path(__file__).parent / "downstream"
PAGE = (FOLDER.parent.parent / "docs" / "how-to" / "pin-and-verify.md").read_text(encoding="utf-8")
NEWEST = natopa.releases()[-1].version


def test_the_project_pins_as_the_page_says() -> None:
    """The lines of the project stand on the page, and fit this version of the package."""
    requirement = (FOLDER / "requirements.txt").read_text(encoding="utf-8")
    assert requirement == f"natopa-declarations=={natopa.__version__}\n"
    assert f"```text\n{requirement}```" in PAGE
    project = tomllib.loads((FOLDER / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (dependency,) = project["dependencies"]
    assert f'dependencies = ["{dependency}"]' in PAGE
    assert dependency.startswith(f"natopa-declarations>={natopa.__version__},<")
    assert f'"{pinned.RELEASE}",\n    digest="{pinned.DIGEST}",' in PAGE
    assert digests.frozen()[pinned.RELEASE] == pinned.DIGEST


@pytest.mark.slow
def test_the_program_runs() -> None:
    """In a process of its own, it gets what it pinned, and is refused what it did not."""
    output = subprocess.run(
        [sys.executable, str(FOLDER / "pinned.py")], capture_output=True, text=True, check=True
    )
    assert output.stdout.splitlines() == [
        "2026.1 True 489#lift-restrictions",
        "as released: True, 11 files",
        f"something new in {NEWEST}: True",
        "refused: True, True",
    ]
