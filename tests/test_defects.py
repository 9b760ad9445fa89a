"""The figures on the page of known defects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools import defects, pages

import natopa_declarations as natopa

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = natopa.load("2026.4")


@given(st.integers(1, 200), st.integers(0, 200))
def test_more_errors_or_fewer_draws_allow_a_higher_rate(drawn: int, wrong: int) -> None:
    """The bound is above the share that was found, and grows with it."""
    wrong = min(wrong, drawn)
    bound = defects.most(wrong, drawn)
    assert wrong / drawn <= bound <= 1
    assert defects.most(wrong, drawn + 1) <= bound + 1e-5
    assert wrong == drawn or defects.most(wrong + 1, drawn) >= bound


def test_the_bound_is_the_one_of_the_tables() -> None:
    """Clopper and Pearson, one-sided, 95 per cent: 1 - 0.05 ** (1 / n) where none is wrong."""
    assert defects.most(0, 60) == pytest.approx(1 - 0.05 ** (1 / 60), abs=1e-5)
    assert defects.most(1, 60) == pytest.approx(0.0767, abs=1e-3)


@pytest.mark.slow
def test_the_counts_are_those_of_the_release() -> None:
    """Each is counted a second time, in another way."""
    rows = dict(row.strip("| ").split(" | ") for row in defects.doubtful(CORPUS).splitlines())
    contradicted = [claim for claim in CORPUS.claims() if claim.verdict == "contradicted"]
    assert rows["Claims that a better source contradicts"] == str(len(contradicted))
    encoded = [*CORPUS.sessions(), *CORPUS.texts(), *CORPUS.statements(), *CORPUS.persons()]
    inferred = sum(natopa.to_json(record).count('"inference":') for record in encoded)
    assert rows["Parts of records that go beyond what a source states, and say why"] == str(
        inferred
    )
    advised = natopa.load("2026.2").release.advisories
    assert rows["Records of release 2026.2 that were found wrong since"] == str(len(advised))


def test_the_audit_is_printed_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every sample has a row, and every finding a line; other figures give another page."""
    found = json.loads(defects.AUDIT.read_text(encoding="utf-8"))
    printed = defects.audit(CORPUS)
    for sample in found["samples"]:
        assert f"| {sample['release']} | {sample['of']} | {sample['drawn']} |" in printed
        assert sample.get("what", "") in printed
    for more in found["beside_the_samples"]:
        assert more["what"] in printed
    found["samples"][0]["wrong_before_mending"] += 7
    other = tmp_path / "audit.json"
    other.write_text(json.dumps(found), encoding="utf-8")
    monkeypatch.setattr(defects, "AUDIT", other)
    assert defects.audit(CORPUS) != printed


def test_the_page_has_the_blocks() -> None:
    """Each block of the figures stands on a page, so that the tools reprint it."""
    written = "".join(page.read_text(encoding="utf-8") for page in pages.pages())
    for name in pages.BLOCKS:
        assert f"<!-- derived: {name} -->" in written
