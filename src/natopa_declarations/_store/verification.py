"""Whether a release still is what was released, file by file."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

import attrs

from .._codec.advisories import decode_alone as decode_advisories
from .._codec.formats import ADVISORIES, MANIFEST
from .._codec.strict import decode_manifest
from ..errors import InvalidReleaseError
from ..model.verification import Verification
from . import folder as _folder
from . import index as _index
from . import opening
from . import releases as _releases
from .digests import digest_of, listing, read_listing, write_listing

if TYPE_CHECKING:
    from pathlib import Path

    from ..model.advisories import Advisory


def verify(release: str | PathLike[str]) -> Verification:
    """Compute the digest of a release anew, and name each file that is not as recorded.

    `release` is a version (``"2026.1"``), or a path object that leads to a folder.  A
    folder is compared with the packaged release that has the version in its manifest, or else with
    a listing beside it: ``mine.sha256`` beside the folder ``mine``, as ``sha256sum`` prints it.

    Of a packaged release the index beside its folder is made anew, too, and compared.

    Raises `NotFoundError` for an unknown version, and `InvalidReleaseError` where the folder
    cannot be read, or where its manifest cannot and no listing stands beside it.

    >>> import natopa_declarations as natopa
    >>> verification = natopa.verify("2026.1")
    >>> verification.differs, verification.changed, verification.digest[:14]
    (False, (), 'sha256:772ae1a')
    """
    if isinstance(release, str):
        broken: list[InvalidReleaseError] = []
        files = _releases.contents(release, broken)
        found = _against_packaged(release, _digests(files, broken), release, "its record")
        if found.differs or _releases.recorded_index(release) == _index.of_release(files):
            return found
        # Every file is as released, and what leads to the records in them is not.
        return attrs.evolve(found, changed=(f"{release}.index",))
    from pathlib import Path

    path = Path(release)
    left = opening.left(path)
    return attrs.evolve(_of_folder(path), left_by_systems=left)


def unregistered() -> tuple[str, ...]:
    """Return the folders and listings beside the packaged releases that are of none of them.

    They may be read by nobody, and be there all the same: left from another version, or put there.
    """
    from importlib_resources import files

    known = _releases.recorded()
    names = sorted(
        [
            f"{entry.name}/" if entry.is_dir() else entry.name
            for entry in files(__name__.partition(".")[0]).joinpath("data").iterdir()
            if not entry.name.startswith(".") and not opening.is_left(entry.name)
        ]
    )
    return tuple(
        [
            name
            for name in names
            if name.endswith(("/", ".sha256", ".index"))
            and name.removesuffix("/").removesuffix(".sha256").removesuffix(".index") not in known
        ]
    )


def _of_folder(path: Path) -> Verification:
    broken: list[InvalidReleaseError] = []
    files = _folder.contents(path, broken)
    beside = _folder.listing_beside(path)
    version = _version(files, path, needed=beside is None)
    if version in _releases.recorded():
        against = f"the packaged release {version}"
        return _against_packaged(str(path), _digests(files, broken), version, against)
    if beside is not None:
        name = f"{path.resolve().name}.sha256"
        listed = read_listing(name, beside)
        against = f"{name} beside it"
        return _compare(str(path), _digests(files, broken), listed, digest_of(beside), against)
    if broken:
        # There is nothing that it could be compared with.
        raise broken[0]
    digest = digest_of(listing(files.items()))
    return Verification(release=str(path), digest=digest, files=len(files))


def _against_packaged(
    release: str, found: dict[str, str], version: str, against: str
) -> Verification:
    recorded = _releases.recorded_digest(version)
    name, content = f"{version}.sha256", _releases.recorded_listing(version)
    verification = attrs.evolve(
        _compare(release, found, read_listing(name, content), recorded, against),
        advisories=_advisories(version),
    )
    if digest_of(content) == recorded:
        return verification
    # The listing itself is not what the list of releases says.
    return attrs.evolve(verification, changed=(name, *verification.changed))


def _advisories(version: str) -> tuple[Advisory, ...]:
    """Return the advisories on a release, from the packaged file, all of which is checked."""
    found = decode_advisories(_releases.packaged_file(ADVISORIES))
    return tuple([advisory for advisory in found if advisory.release == version])


def _version(files: dict[str, bytes], path: Path, *, needed: bool) -> str:
    """Return the version that the manifest gives; none where it is broken and not `needed`."""
    if MANIFEST in files:
        try:
            return decode_manifest(files[MANIFEST]).version
        except InvalidReleaseError:
            if needed:
                raise
    elif needed:
        raise InvalidReleaseError(MANIFEST, "", "a file", f"none in {path}")
    return ""


def _digests(files: dict[str, bytes], broken: list[InvalidReleaseError]) -> dict[str, str]:
    """Return the digest of each file; one that cannot be read has none."""
    digests = {name: digest_of(content) for name, content in files.items()}
    return digests | dict.fromkeys([error.file for error in broken], "")


def _compare(
    release: str, found: dict[str, str], listed: dict[str, str], expected: str, against: str
) -> Verification:
    readable = {name: digest for name, digest in found.items() if digest}
    return Verification(
        release=release,
        digest=digest_of(write_listing(readable)),
        files=len(found),
        expected=expected,
        against=against,
        changed=tuple([name for name in listed if found.get(name, listed[name]) != listed[name]]),
        missing=tuple([name for name in listed if name not in found]),
        extra=tuple([name for name in found if name not in listed]),
    )
