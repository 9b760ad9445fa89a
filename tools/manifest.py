"""The manifest of a release: the order of its files, and the start of the next release.

Kinds are in the order of the format; sessions, declarations and resolutions are in order of time,
undated ones last; other kinds are sorted by name.  Changes and reasons are written by hand.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import attrs

import natopa_declarations as natopa
from natopa_declarations import model
from natopa_declarations._codec.formats import MANIFEST
from natopa_declarations._codec.kinds import BY_FOLDER, folder_of
from natopa_declarations._codec.strict import decode_manifest
from natopa_declarations._codec.writing import encode

from . import digests


def manifest(folder: Path) -> bytes:
    """Return the manifest of `folder` with its files in document order."""
    release = decode_manifest((folder / MANIFEST).read_bytes())
    return encode(attrs.evolve(release, files=files(folder)), release.format)


def files(folder: Path) -> tuple[model.FileName, ...]:
    """Return the names of the files of records in `folder`, in document order."""
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*.json")]
    names.remove(MANIFEST)

    def place(name: str) -> tuple[int, Any, str]:
        return list(BY_FOLDER).index(folder_of(name)), _time(folder / name), name

    return tuple([model.FileName(name) for name in sorted(names, key=place)])


def _time(file: Path) -> tuple[str, int, int]:
    """Return the sort key of the file of one session or text: its time, then its number."""
    record = json.loads(file.read_bytes())[0]
    session = record.get("session", "")
    if "season" in record:
        return str(record["year"]), record["season"] == "annual", 0
    if file.parent.name not in ("declarations", "resolutions"):
        return "", 0, 0
    year = session[:4] or record.get("adopted", "9999")[:4]
    return year, session.endswith("annual") or not session, record.get("number", 10**9)


def start(version: str, title: str, published: natopa.PartialDate) -> Path:
    """Copy the newest release to `version`, with only the changes that retired records."""
    before = digests.versions()[-1]
    if before not in digests.frozen():
        sys.exit(f"{before} is not published yet; publish it first: python -m tools publish")
    old, folder = digests.DATA / before, digests.DATA / version
    shutil.copytree(old, folder)
    release = decode_manifest((old / MANIFEST).read_bytes())
    retired = [
        attrs.evolve(change, retired_in=change.retired_in or before)
        for change in release.changes
        if change.kind == model.ChangeKind.RETIRED
    ]
    release = attrs.evolve(
        release, version=version, title=title, published=published, changes=tuple(retired)
    )
    (folder / MANIFEST).write_bytes(encode(release, release.format))
    return folder
