"""The figures of the last audit, which the docs print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import natopa_declarations as natopa

AUDIT: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "docs" / "audit.json").read_text(encoding="utf-8")
)
KEYS = {"release", "of", "seed", "drawn", "found_at_the_page", "wrong_before_mending", "mended"}


def doubtful(sample: dict[str, Any]) -> list[str]:
    """Name what of a sample cannot be: a figure that is greater than what it is a part of."""
    whole = ("drawn", "drawn", "wrong_before_mending")
    part = ("found_at_the_page", "wrong_before_mending", "mended")
    return [
        f"{less} of {more}"
        for less, more in zip(part, whole, strict=True)
        if not 0 <= sample[less] <= sample[more]
    ]


@pytest.mark.parametrize("sample", AUDIT["samples"], ids=lambda sample: sample["of"])
def test_the_figures_of_a_sample_can_be(sample: dict[str, Any]) -> None:
    """Each is of a packaged release, its parts are no greater than the whole, and says what."""
    assert sample["release"] in [release.version for release in natopa.releases()]
    assert set(sample) - {"what"} == KEYS
    assert doubtful(sample) == []
    assert ("what" in sample) == (sample["wrong_before_mending"] > 0)
    assert doubtful(sample | {"found_at_the_page": sample["drawn"] + 1})
    assert doubtful(sample | {"mended": sample["wrong_before_mending"] + 1})


@pytest.mark.slow
def test_the_day_of_the_audit_is_a_date() -> None:
    """It is not before the newest release that it is about."""
    day = natopa.PartialDate.parse(AUDIT["day"])
    versions = {sample["release"] for sample in AUDIT["samples"]}
    assert all(not day < natopa.load(version).release.published for version in versions)


def test_the_clause_and_wording_that_were_mended_are_there() -> None:
    """What the figures name can be looked up."""
    corpus = natopa.load("2026.4")
    assert "472#8" in corpus
    assert corpus.clause("489#everything-it-needs").wordings
