"""The generator of large releases: what it writes loads, and is the same each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from benchmarks import generate

import natopa_declarations as natopa
from natopa_declarations._codec.limits import LARGEST

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.parametrize("clauses", [1, 20, 21, 1_000])
def test_a_generated_release_loads(clauses: int, tmp_path: Path) -> None:
    """It has as many clauses as were asked for, and every file is checked by the loader."""
    generate.write(tmp_path, clauses)
    corpus = natopa.load(tmp_path)
    assert len(corpus.clauses()) == clauses
    assert all(clause.wordings for clause in corpus.clauses())
    assert max(file.stat().st_size for file in tmp_path.rglob("*.json")) < LARGEST / 10


def test_the_same_seed_gives_the_same_release() -> None:
    """The generator is deterministic, and another seed gives other words."""
    assert generate.release(100, 1) == generate.release(100, 1)
    assert generate.release(100, 1) != generate.release(100, 2)


@pytest.mark.slow
def test_files_do_not_grow_with_the_release() -> None:
    """A larger release has more files of texts, and not larger ones."""
    files = generate.release(3_000, 1)
    longest = max(len(records) for name, records in files.items() if "/" in name)
    assert longest == generate.TEXTS_IN_A_SESSION * 2


def test_sentences_are_as_long_as_real_ones() -> None:
    """The middle clause has as many letters as the quotations of the founding article."""
    lengths = sorted(
        len(clause["wordings"][0]["text"])
        for name, records in generate.release(1_000, 1).items()
        if name.startswith("resolutions/")
        for text in records
        for clause in text["clauses"]
    )
    real = sorted(
        len(wording.text)
        for clause in natopa.load("2026.1").clauses()
        for wording in clause.wordings
    )
    assert real[0] < lengths[len(lengths) // 2] < real[-1]
