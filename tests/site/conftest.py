"""The site, built once for all tests of this folder.

`nox -s docs` has just built it, and names it by `--built docs/_build`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names a site; it is there where this folder is named as well."""
    parser.addoption("--built", type=Path, help="a site that was just built")


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """Return the folder of the site; warnings of the build are errors."""
    built = pytestconfig.getoption("--built", default=None)
    if built is not None:
        return Path(built).resolve()
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-n", "-W", "docs", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target
