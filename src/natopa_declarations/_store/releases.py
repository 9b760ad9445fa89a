"""The files of releases: the packaged ones, and folders of a user's own.

This is the only module that reads files.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, final

import attrs

from .._codec import trusted
from .._codec.formats import MANIFEST
from ..errors import DigestMismatchError, InvalidReleaseError, NotFoundError, check_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from ..model.packaged import PackagedRelease
    from ..model.releases import FileName, Release

Files = Mapping["FileName", bytes]

_PACKAGE = __name__.partition(".")[0]

LARGEST = 16 * 1024 * 1024
"""The most bytes that a file of a release may have."""


def releases() -> tuple[PackagedRelease, ...]:
    """Return the packaged releases, oldest first: of each, its version and its digest.

    >>> import natopa_declarations as natopa
    >>> "2026.1" in [release.version for release in natopa.releases()]
    True
    """
    from ..model.packaged import PackagedRelease

    return tuple(
        [PackagedRelease(version=version, digest=digest) for version, digest in recorded().items()]
    )


def recorded() -> dict[str, str]:
    """Return the digests of the packaged releases by their versions, oldest first."""
    listed = json.loads(packaged_file("releases.json"))
    return {release["version"]: release["digest"] for release in listed}


def packaged(version: str) -> tuple[Release, Files]:
    """Return a packaged release and its files, each of which is read when it is asked for."""
    digest = recorded_digest(version)
    release = trusted.decode_manifest(packaged_file(f"{version}/{MANIFEST}"))
    return attrs.evolve(release, digest=digest), _PackagedFiles(release)


@final
class _PackagedFiles(Mapping["FileName", bytes]):
    """The files of records of a packaged release by name, read anew at every access."""

    def __init__(self, release: Release) -> None:
        self._release = release

    def __getitem__(self, name: FileName) -> bytes:
        if name not in self._release.files:
            raise KeyError(name)
        return packaged_file(f"{self._release.version}/{name}")

    def __iter__(self) -> Iterator[FileName]:
        return iter(self._release.files)

    def __len__(self) -> int:
        return len(self._release.files)


def recorded_digest(version: str) -> str:
    """Return the digest that stands in the list of packaged releases."""
    check_text(version, "a version")
    known = recorded()
    if version not in known:
        hint = f"the packaged releases are {', '.join(known)}"
        if "/" in version or "\\" in version:
            hint += "; to load a folder, give a pathlib.Path, or --folder"
        raise NotFoundError("release", version, hint=hint)
    return known[version]


def recorded_listing(version: str) -> bytes:
    """Return the listing that stands beside the folder of a packaged release."""
    return packaged_file(f"{version}.sha256")


def listing_beside(path: Path) -> bytes | None:
    """Return the listing that stands beside a user's folder, or None where there is none."""
    path = path.resolve()
    name = f"{path.name}.sha256"
    return _read(path.parent, name) if (path.parent / name).exists() else None


def contents(release: str | Path) -> dict[str, bytes]:
    """Return every file that is in the folder of a release, listed or not, by its name."""
    if isinstance(release, str):
        return dict(_walk(release_files(release), ""))
    return {name: _read(release, name) for name in sorted(_present(release))}


def checked(release: str | Path, digest: str) -> dict[str, bytes]:
    """Return the same, or raise `DigestMismatchError` where it is not what `digest` asks for."""
    from .digests import digest_of, listing

    files = contents(release)
    found = digest_of(listing(files.items()))
    if found != digest:
        raise DigestMismatchError(str(release), digest, found)
    return files


def folder(path: Path, digest: str | None = None) -> tuple[Release, Files]:
    """Read the files of a release from a folder, whoever wrote it, and check `digest` first."""
    from .digests import digest_of, listing

    present = _present(path)
    held = None if digest is None else checked(path, digest)

    def read(name: str) -> bytes:
        # What is read are the very bytes that were checked.
        if held is None:
            return _read(path, name)
        if name not in held:
            raise InvalidReleaseError(name, "", "a file", "nothing there")
        return held[name]

    from .._codec.strict import decode_manifest

    manifest = read(MANIFEST)
    release = decode_manifest(manifest)
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
    files = {name: read(name) for name in release.files}
    found = digest_of(listing([(MANIFEST, manifest), *files.items()]))
    return attrs.evolve(release, digest=found), files


def release_files(version: str) -> Traversable:
    """Return the folder of a packaged release, to read its JSON as it stands.

    The folder may be inside a zip file; it has the methods of
    `importlib.resources.abc.Traversable`.

    >>> import natopa_declarations as natopa
    >>> natopa.release_files("2026.1").joinpath("manifest.json").is_file()
    True
    """
    from importlib_resources import files

    recorded_digest(version)
    return files(_PACKAGE).joinpath("data", version)


def packaged_file(name: str) -> bytes:
    """Return the bytes of a file of the folder `data` of the package."""
    loader = sys.modules[_PACKAGE].__spec__.loader  # type: ignore[union-attr]
    separator = "/" if "/" in __file__ else "\\"
    folder = __file__.rsplit(separator, 2)[0]
    get_data = getattr(loader, "get_data", None)
    if get_data is None:
        from importlib_resources import files

        return files(_PACKAGE).joinpath("data", *name.split("/")).read_bytes()
    content: bytes = get_data(separator.join([folder, "data", *name.split("/")]))
    return content


def _walk(place: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file, save those that start with a dot."""
    for inner in place.iterdir():
        if inner.name.startswith("."):
            continue
        if inner.is_dir():
            yield from _walk(inner, f"{prefix}{inner.name}/")
        else:
            yield prefix + inner.name, inner.read_bytes()


def _present(path: Path) -> set[str]:
    """Return the names of the files in a folder; raise `InvalidReleaseError` if it is none."""
    try:
        if not path.is_dir():
            raise InvalidReleaseError(str(path), "", "a folder with a release", _what(path))
        return _names(path)
    except OSError as error:
        expected = "a folder that can be read"
        raise InvalidReleaseError(str(path), "", expected, _reason(error)) from None


def _names(path: Path) -> set[str]:
    """Return the names of the files in a folder, save those that start with a dot."""
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


def _read(path: Path, name: str) -> bytes:
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


def _what(path: Path) -> str:
    """Say what is there in the place of what was wanted."""
    if not path.exists():
        return "a link that leads nowhere" if path.is_symlink() else "nothing there"
    if path.is_dir():
        return "a folder"
    return "a file" if path.is_file() else "something else, such as a pipe"


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
