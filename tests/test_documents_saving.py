"""A corpus with documents is written as a folder, and the folder loads again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import natopa_declarations as natopa
from tests.test_documents_binding import DOCUMENT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("version", ["2026.1", "2026.3"])
def test_a_corpus_with_documents_loads_again(version: str, tmp_path: Path) -> None:
    """The files say what the corpus says, and the manifest says not to pass them on."""
    full = natopa.load(version).with_documents(DOCUMENT)
    natopa.write(full, tmp_path)
    again = natopa.load(tmp_path)
    assert again == full
    assert hash(again) == hash(full)
    assert list(again) == list(full)
    assert again.texts() == full.texts()
    assert again.clause("489#p6-a") == full.clause("489#p6-a")
    assert again.sources() == full.sources()
    assert again.release.title.endswith("not for redistribution")
    assert "not for redistribution" in (tmp_path / "manifest.json").read_text(encoding="utf-8")
