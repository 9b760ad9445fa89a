"""The files of releases: the packaged ones, and folders of a user's own.

This is the only module that reads files.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, final

from ._codec import MANIFEST, decode_manifest
from ._errors import InvalidReleaseError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from ._model.releases import FileName, Release

Files = Mapping["FileName", bytes]

LARGEST = 16 * 1024 * 1024
"""The most bytes that a file of a release may have."""


def release_versions() -> tuple[str, ...]:
    """Return the versions of the packaged releases, oldest first.

    >>> import natopa_declarations as natopa
    >>> "2026.1" in natopa.release_versions()
    True
    """
    return tuple(json.loads(_packaged("releases.json")))


def packaged(version: str) -> tuple[Release, Files]:
    """Return a packaged release and its files, each of which is read when it is asked for."""
    known = release_versions()
    if version not in known:
        hint = f"the packaged releases are {', '.join(known)}"
        if "/" in version or "\\" in version:
            hint += "; to load a folder, give a pathlib.Path"
        raise NotFoundError("release", version, hint=hint)
    release = decode_manifest(_packaged(f"{version}/{MANIFEST}"), trusted=True)
    return release, _PackagedFiles(release)


@final
class _PackagedFiles(Mapping["FileName", bytes]):
    """The files of records of a packaged release by name, read anew at every access."""

    def __init__(self, release: Release) -> None:
        self._release = release

    def __getitem__(self, name: FileName) -> bytes:
        if name not in self._release.files:
            raise KeyError(name)
        return _packaged(f"{self._release.version}/{name}")

    def __iter__(self) -> Iterator[FileName]:
        return iter(self._release.files)

    def __len__(self) -> int:
        return len(self._release.files)


def folder(path: Path) -> tuple[Release, Files]:
    """Read the files of a release from a folder, whoever wrote it."""
    try:
        if not path.is_dir():
            raise InvalidReleaseError(str(path), "", "a folder with a release", _what(path))
        present = _names(path)
    except OSError as error:
        expected = "a folder that can be read"
        raise InvalidReleaseError(str(path), "", expected, _reason(error)) from None
    release = decode_manifest(_read(path, MANIFEST))
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
    return release, {name: _read(path, name) for name in release.files}


def release_files(version: str) -> Traversable:
    """Return the folder of a packaged release, to read its JSON as it stands.

    The folder may be inside a zip file; it has the methods of
    `importlib.resources.abc.Traversable`.

    >>> import natopa_declarations as natopa
    >>> natopa.release_files("2026.1").joinpath("manifest.json").is_file()
    True
    """
    from importlib_resources import files

    packaged(version)
    return files(__package__).joinpath("data", version)


def _packaged(name: str) -> bytes:
    loader = sys.modules[__package__].__spec__.loader  # type: ignore[union-attr]
    folder, separator, _ = __file__.rpartition("/" if "/" in __file__ else "\\")
    get_data = getattr(loader, "get_data", None)
    if get_data is None:
        from importlib_resources import files

        return files(__package__).joinpath("data", *name.split("/")).read_bytes()
    content: bytes = get_data(separator.join([folder, "data", *name.split("/")]))
    return content


def _names(path: Path) -> set[str]:
    """Return the names of the files in a folder, save those that start with a dot."""
    return {
        file.relative_to(path).as_posix()
        for file in path.rglob("*")
        if not file.is_dir()
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
    }


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
