"""The site, built once for all tests of this folder by the command of the README.

Where that command has just been run, `--built docs/_build` takes what it built.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names a site; it is there where this folder is named as well."""
    parser.addoption("--built", type=Path, help="a site that the README's command has just built")


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """Return the folder of the site; warnings of the build are errors."""
    pytest.importorskip("sphinx", reason="the docs are built with the extra 'docs'")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (words,) = re.findall(r"sphinx-build (.*) docs docs/_build", readme)
    assert {"-n", "-W"} <= set(shlex.split(words))
    built = pytestconfig.getoption("--built", default=None)
    if built is not None:
        return Path(built).resolve()
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", *shlex.split(words), "-q", "docs", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target
