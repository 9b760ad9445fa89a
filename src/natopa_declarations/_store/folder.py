"""The files of a user's own folder, read with suspicion."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import attrs

from .._codec.formats import MANIFEST
from .._codec.strict import decode_manifest
from ..errors import InvalidReleaseError
from . import digests
from .digests import LARGEST

if TYPE_CHECKING:
    from pathlib import Path

    from ..model.ids import FileName
    from ..model.releases import Release


def release(path: Path, digest: str | None = None) -> tuple[Release, dict[FileName, bytes]]:
    """Return the release in a folder, and its files; `digest` is checked first."""
    present = names(path)
    checked = None if digest is None else contents(path)
    if checked is not None and digest is not None:
        digests.check(path, checked, digest)

    def bytes_of(name: str) -> bytes:
        # What is read are the very bytes that were checked.
        if checked is None:
            return read(path, name)
        if name not in checked:
            raise InvalidReleaseError(name, "", "a file", "nothing there")
        return checked[name]

    manifest = bytes_of(MANIFEST)
    found = decode_manifest(manifest)
    _check_list(found, present)
    files = {name: bytes_of(name) for name in found.files}
    listing = digests.listing([(MANIFEST, manifest), *files.items()])
    return attrs.evolve(found, digest=digests.digest_of(listing)), files


def _check_list(release: Release, present: set[str]) -> None:
    """Raise where the manifest names a file twice, or not at all."""
    listed = {MANIFEST}
    for position, name in enumerate(release.files):
        if name in listed:
            found = f"{MANIFEST} itself" if name == MANIFEST else f"{name} twice"
            place = f"$.files[{position}]"
            raise InvalidReleaseError(MANIFEST, place, "each file of records once", found)
        listed.add(name)
    unlisted = sorted(present - listed)
    if unlisted:
        expected, found = f"a name in the list of {MANIFEST}", "a file that is not in it"
        raise InvalidReleaseError(unlisted[0], "", expected, found, len(unlisted) - 1)


def contents(path: Path) -> dict[str, bytes]:
    """Return every file of a folder by its name in it, save those that start with a dot.

    Raises `InvalidReleaseError` where it is not a folder, or cannot be read.
    """
    return {name: read(path, name) for name in sorted(names(path))}


def names(path: Path) -> set[str]:
    """Return the names of the files of a folder, save those that start with a dot."""
    try:
        if not path.is_dir():
            raise InvalidReleaseError(str(path), "", "a folder with a release", _what(path))
        return _walk(path)
    except OSError as error:
        expected = "a folder that can be read"
        raise InvalidReleaseError(str(path), "", expected, _reason(error)) from None


def listing_beside(path: Path) -> bytes | None:
    """Return the listing that stands beside a user's folder, or None where there is none."""
    path = path.resolve()
    name = f"{path.name}.sha256"
    return read(path.parent, name) if (path.parent / name).exists() else None


def read(path: Path, name: str) -> bytes:
    """Return the bytes of one file of a folder; raise `InvalidReleaseError` where it cannot be."""
    file = path / name
    try:
        # This comes first, as it answers no where links form a loop, and `resolve` may raise.
        if not file.is_file():
            raise InvalidReleaseError(name, "", "a file", _what(file))
        if not file.resolve().is_relative_to(path.resolve()):
            raise InvalidReleaseError(name, "", "a file inside the folder", "a link out of it")
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise InvalidReleaseError(name, "", "a file that can be read", _reason(error)) from None
    if len(content) > LARGEST:
        expected = f"at most {LARGEST // 1024**2} MiB in a file"
        raise InvalidReleaseError(name, "", expected, "more")
    return content


def _walk(path: Path) -> set[str]:
    from pathlib import Path

    # Without this, a folder that may not be read would pass for an empty one.
    def refuse(error: OSError) -> None:
        raise error

    found: set[str] = set()
    for place, folders, files in os.walk(path, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inner = Path(place).relative_to(path)
        found.update((inner / name).as_posix() for name in files if not name.startswith("."))
    return found


def _what(path: Path) -> str:
    """Say what is there in the place of what was wanted."""
    if not path.exists():
        return "a link that leads nowhere" if path.is_symlink() else "nothing there"
    if path.is_dir():
        return "a folder"
    return "a file" if path.is_file() else "something else, such as a pipe"


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
