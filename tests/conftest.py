"""What the fast profile leaves out: most examples of Hypothesis, older releases, and the docs."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, settings

import natopa_declarations as natopa

# A busy machine must turn no test red: only the benchmarks measure time.
settings.register_profile("default", deadline=None)
settings.register_profile("fast", max_examples=10, deadline=None)
settings.register_profile(
    "thorough", max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("default")

OLDER = {release.version for release in natopa.releases()[:-1]}
"""They are frozen, so what breaks a test of one nearly always breaks it for the newest, too."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow the pages of the docs, and a test of any release but the newest."""
    for item in items:
        _, _, parameters = item.name.partition("[")
        if item.path.suffix == ".md" or OLDER & set(re.split(r"[\]-]", parameters)):
            item.add_marker("slow")
