"""The maintainer's tools, and the runbook that tells how to use them."""

from __future__ import annotations

import json
import re
import shutil
import textwrap
from pathlib import Path

import pytest
from tools import digests, import_table, manifest
from tools.__main__ import main

import natopa_declarations as natopa
from natopa_declarations._codec import strict as _codec
from natopa_declarations._codec.kinds import BY_FOLDER, folder_of
from natopa_declarations._codec.writing import encode
from natopa_declarations._store import folder as _folder
from tests.unchecked import unchecked

DATA = digests.DATA / "2026.2"
NEWEST = digests.DATA / natopa.releases()[-1].version
RUNBOOK = (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
SESSION_TABLE, TEXT_TABLE = (
    textwrap.dedent(table)
    for table in re.findall(r"^ *```csv\n(.*?)^ *```$", RUNBOOK, re.MULTILINE | re.DOTALL)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a published release, which the examples of the runbook are about."""
    return shutil.copytree(DATA, tmp_path / "release")


def table(folder: Path, text: str) -> Path:
    """Write a table beside the release, and return its path."""
    path = folder.parent / "new.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.slow
def test_the_runbook_for_a_session(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The steps of CONTRIBUTING.md, followed, have the expected output and the expected record."""
    file = folder / "sessions" / "2025-annual.json"
    (wanted,) = json.loads(file.read_bytes())
    file.unlink()
    csv = table(folder, SESSION_TABLE)
    assert main(["import-table", "sessions", str(csv), str(folder)]) == 0
    output = capsys.readouterr().out
    assert output == "wrote sessions/2025-annual.json\n"
    assert output in textwrap.dedent(RUNBOOK)
    (made,) = json.loads(file.read_bytes())
    assert made == {key: value for key, value in wanted.items() if key != "note"}
    assert manifest.manifest(folder) == (DATA / "manifest.json").read_bytes()


def test_the_runbook_for_a_text(folder: Path) -> None:
    """The row of a text becomes its record, but for what is added by hand."""
    file = folder / "resolutions" / "503.json"
    (wanted,) = json.loads(file.read_bytes())
    file.unlink()
    names = import_table.write("texts", table(folder, TEXT_TABLE), folder)
    assert names == {"resolutions/503.json": True}
    (made,) = json.loads(file.read_bytes())
    assert made == {
        key: value for key, value in wanted.items() if key not in {"code", "inference"}
    }


def test_an_existing_record_is_left_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record that was edited by hand is never overwritten, and the tool says so."""
    before = (folder / "sessions" / "2025-annual.json").read_bytes()
    csv = str(table(folder, SESSION_TABLE))
    assert main(["import-table", "sessions", csv, str(folder)]) == 0
    expected = "left alone sessions/2025-annual.json: it exists already\n"
    assert capsys.readouterr().out == expected
    empty = str(table(folder, SESSION_TABLE.splitlines()[0] + "\n"))
    assert main(["import-table", "sessions", empty, str(folder)]) == 0
    assert capsys.readouterr().out == f"{empty} has no rows: nothing was written\n"
    assert (folder / "sessions" / "2025-annual.json").read_bytes() == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "text", "old", "new", "message"),
    [
        ("sessions", SESSION_TABLE, "Perestrello", "Perestrelo",
         "line 2: no person has the name Marcos Perestrelo; add a record first"),
        ("sessions", SESSION_TABLE, "https://www.ri", "https://www.ry", "no source has"),
        ("sessions", SESSION_TABLE, "2025-10-13", "2025-10-32", "expected a date"),
        ("sessions", SESSION_TABLE, ",high,", ",sure,", "not a valid Confidence"),
        ("texts", TEXT_TABLE, "2025-annual", "2026-annual", "no session has the id 2026-annual"),
        ("texts", TEXT_TABLE, "Resolution", "Opinion",
         "line 2: kind: expected Declaration or Resolution, found 'Opinion'"),
        ("texts", TEXT_TABLE, "confidence", "certainty", "line 2: no column 'confidence'"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_named(
    folder: Path, kind: str, text: str, old: str, new: str, message: str
) -> None:
    """A row that the release cannot hold writes nothing, and the line and the reason are said."""
    for name in ("sessions/2025-annual.json", "resolutions/503.json"):
        (folder / name).unlink()
    if kind == "texts":
        shutil.copy(DATA / "sessions" / "2025-annual.json", folder / "sessions")
    csv = table(folder, text.replace(old, new))
    with pytest.raises(SystemExit, match=re.escape(message)):
        import_table.write(kind, csv, folder)


@pytest.mark.slow
def test_the_manifest_is_in_document_order() -> None:
    """The list of files is what the tool makes of the folder: kinds, then time, then numbers."""
    files = natopa.load(NEWEST).release.files
    assert files == manifest.files(NEWEST)
    kinds = [folder_of(name) for name in files]
    assert kinds == sorted(kinds, key=list(BY_FOLDER).index)


@pytest.mark.slow
def test_a_release_in_preparation_keeps_the_laws_of_files() -> None:
    """Read and written again its files have the same bytes, and both ways of reading agree."""
    release, files = _folder.release(NEWEST)
    assert encode(release, release.format) == (NEWEST / "manifest.json").read_bytes()
    records, index = _codec.decode(release, files)
    trusted = unchecked(release, files)
    assert (dict(trusted[0]), dict(trusted[1])) == (records, index)
    for name, content in files.items():
        ids = [record["id"] for record in json.loads(content)]
        assert (
            encode(tuple([index[identifier] for identifier in ids]), release.format) == content
        ), name
