"""The corpora that every exporter is tried on: every release, and one that has every key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import natopa_declarations as natopa
from tests import small_release

if TYPE_CHECKING:
    from pathlib import Path

    from natopa_declarations import Corpus

RELEASES = [release.version for release in natopa.releases()]


@pytest.fixture(scope="session", params=[*RELEASES, "small"])
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Return each packaged release, and the small one with every key of the format."""
    if request.param != "small":
        return natopa.load(request.param)
    folder: Path = tmp_path_factory.mktemp("small")
    return natopa.load(small_release.write(folder, small_release.documents()))
