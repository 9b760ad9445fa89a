"""A corpus with documents is written as a folder, and the folder loads again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

import natopa_declarations as natopa
from natopa_declarations._codec.kinds import BY_FOLDER
from natopa_declarations._codec.writing import encode
from natopa_declarations.model import FileName
from tests.test_documents_binding import DOCUMENT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("version", ["2026.1", "2026.3"])
def test_a_corpus_with_documents_loads_again(version: str, tmp_path: Path) -> None:
    """The files say what the corpus says, and the manifest says not to pass them on."""
    full = natopa.load(version).with_documents(DOCUMENT)
    files = [name for name, kind in BY_FOLDER.items() if full._records[name]]
    number = full.release.format
    release = attrs.evolve(full.release, files=tuple(FileName(f"{name}.json") for name in files))
    (tmp_path / "manifest.json").write_bytes(encode(release, number))
    for name in files:
        (tmp_path / f"{name}.json").write_bytes(encode(full._records[name], number))
    again = natopa.load(tmp_path)
    assert again.texts() == full.texts()
    assert again.clause("489#p6-a") == full.clause("489#p6-a")
    assert again.sources() == full.sources()
    assert again.release.title.endswith("not for redistribution")
    assert "not for redistribution" in (tmp_path / "manifest.json").read_text(encoding="utf-8")
