"""The files of a user's own folder, read with suspicion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from .._codec.formats import MANIFEST
from .._codec.limits import TOTAL
from .._codec.strict import decode_manifest
from ..errors import InvalidReleaseError
from . import digests
from .opening import names, read

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
    _check_list(path, found, present)
    files, total = {}, len(manifest)
    for name in found.files:
        files[name] = bytes_of(name)
        total += len(files[name])
        _check_total(path, total)
    listing = digests.listing([(MANIFEST, manifest), *files.items()])
    return attrs.evolve(found, digest=digests.digest_of(listing)), files


def contents(
    path: Path, broken: list[InvalidReleaseError] | None = None, *, links_out: bool = False
) -> dict[str, bytes]:
    """Return every file of a folder by its name in it, as `names` has them.

    Raises `InvalidReleaseError` where it is not a folder, or cannot be read; where `broken` is
    given, the files that cannot be read are named there instead.
    """
    found, total = {}, 0
    for name in sorted(names(path)):
        try:
            found[name] = read(path, name, links_out=links_out)
        except InvalidReleaseError as error:
            if broken is None:
                raise
            broken.append(error)
            continue
        total += len(found[name])
        _check_total(path, total)
    return found


def listing_beside(path: Path) -> bytes | None:
    """Return the listing that stands beside a user's folder, or None where there is none."""
    path = path.resolve()
    name = f"{path.name}.sha256"
    return read(path.parent, name) if (path.parent / name).exists() else None


def _check_total(path: Path, total: int) -> None:
    if total > TOTAL:
        expected = f"at most {TOTAL // 1024**2} MiB in all files"
        raise InvalidReleaseError(str(path), "", expected, "more")


def _check_list(path: Path, release: Release, present: set[str]) -> None:
    """Raise where the manifest names itself, or not every file."""
    if MANIFEST in release.files:
        place = f"$.files[{list[str](release.files).index(MANIFEST)}]"
        found = f"{MANIFEST} itself"
        raise InvalidReleaseError(MANIFEST, place, "each file of records once", found)
    listed = {MANIFEST, *release.files}
    unlisted = sorted(present - listed)
    if unlisted:
        is_folder = (path / unlisted[0]).is_dir()
        found = "a link to a folder" if is_folder else "a file that is not in it"
        expected = f"a name in the list of {MANIFEST}"
        raise InvalidReleaseError(unlisted[0], "", expected, found, len(unlisted) - 1)
