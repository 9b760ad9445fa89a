"""The site, built once for all tests of this folder by the command of the README."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site; warnings of the build are errors."""
    pytest.importorskip("sphinx", reason="the docs are built with the extra 'docs'")
    target = tmp_path_factory.mktemp("site")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (words,) = re.findall(r"sphinx-build (.*) docs docs/_build", readme)
    command = [sys.executable, "-m", "sphinx", *shlex.split(words), "-q", "docs", str(target)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    assert {"-n", "-W"} <= set(command)
    return target
