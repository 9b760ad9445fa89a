"""Everything that is derived from the data and the version, written by one command.

Each step returns files and their contents; it reads what the steps before it wrote.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import natopa_declarations as natopa
from natopa_declarations._codec.advisories import decode as decode_advisories
from natopa_declarations._codec.formats import ADVISORIES, FORMATS, MANIFEST
from natopa_declarations._codec.writing import encode
from natopa_declarations._store import folder, index

from . import changelog, digests, manifest, package_version, pages

Step = Callable[[], dict[Path, bytes]]


def manifests() -> dict[Path, bytes]:
    """Return the manifests of the releases in preparation; the published ones never change."""
    folders = [digests.DATA / version for version in digests.unpublished()]
    return {folder / MANIFEST: manifest.manifest(folder) for folder in folders}


def records_of_digests() -> dict[Path, bytes]:
    """Return the listing of each release, and the list of releases with their digests."""
    listings = {
        digests.DATA / f"{version}.sha256": digests.listing_of(version)
        for version in digests.versions()
    }
    return {**listings, digests.DATA / "releases.json": digests.release_list()}


def indexes() -> dict[Path, bytes]:
    """Return the index of each release, which finds a record without reading the others."""
    return {
        digests.DATA / f"{version}.index": index.of_release(
            folder.contents(digests.DATA / version)
        )
        for version in digests.versions()
    }


def schemas() -> dict[Path, bytes]:
    """Return the JSON Schema of each format of the files."""
    texts = {number: json.dumps(natopa.json_schema(number), indent=2) for number in FORMATS}
    return {digests.DATA / f"format-{number}.schema.json": f"{text}\n".encode()
            for number, text in texts.items()}  # fmt: skip


def advisories() -> dict[Path, bytes]:
    """Return the file of advisories, each checked against the releases."""
    path = digests.DATA / ADVISORIES
    known = {version: natopa.load(version)._index for version in digests.versions()}
    return {path: encode(decode_advisories(path.read_bytes(), known))}


def lines() -> dict[Path, bytes]:
    """Return the files with a line about each release, or about the newest."""
    writers = {changelog.CHANGELOG: changelog.changelog, changelog.CITATION: changelog.citation}
    writers |= dict.fromkeys(pages.pages(), pages.page)
    return {path: write(path.read_text(encoding="utf-8")).encode()
            for path, write in writers.items()}  # fmt: skip


STEPS: tuple[Step, ...] = (
    manifests,
    records_of_digests,
    indexes,
    schemas,
    advisories,
    lines,
    package_version.files,
)
"""In order: a step may read what the steps before it wrote."""


def stale() -> list[Path]:
    """Return the files that are out of date."""
    return [path for step in STEPS for path, content in step().items() if _differs(path, content)]


def derive() -> list[Path]:
    """Write the stale files and return their names; refuse a changed published release."""
    digests.refuse_changed()
    written = []
    for step in STEPS:
        for path, content in step().items():
            if _differs(path, content):
                path.write_bytes(content)
                written.append(path)
    return written


def _differs(path: Path, content: bytes) -> bool:
    return not path.exists() or path.read_bytes() != content
