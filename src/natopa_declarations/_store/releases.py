"""The packaged releases: their bytes, and what is recorded of them beside their folders."""

from __future__ import annotations

import json
import os
import sys

from .. import model
from .._messages import check_text
from ..errors import InvalidReleaseError, NotFoundError

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_PACKAGE = __name__.partition(".")[0]

REMEDY = (
    "install the package again, or let the tool that packed this application collect the data"
    f" of {_PACKAGE}, as the page on frozen applications says"
)
"""What helps where files of the package are not there."""

RELEASES = "releases.json"
"""The list of the packaged releases and of their digests."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def releases() -> tuple[model.PackagedRelease, ...]:
    """Return the packaged releases, oldest first: of each, its version and its digest.

    >>> import natopa_declarations as natopa
    >>> "2026.1" in [release.version for release in natopa.releases()]
    True
    """
    made = model.PackagedRelease
    return tuple([made(version=version, digest=digest) for version, digest in recorded().items()])


def recorded() -> dict[str, str]:
    """Return the digests of the packaged releases by their versions, oldest first."""
    content = packaged_file(RELEASES)
    try:
        found = {str(entry["version"]): str(entry["digest"]) for entry in json.loads(content)}
    except (KeyError, RecursionError, TypeError, ValueError):
        found = {}
    # Nothing can be right about no release.
    if not found or not all(digest.startswith("sha256:") for digest in found.values()):
        expected = "a list of the packaged releases, each with its version and digest"
        raise InvalidReleaseError(f"data/{RELEASES}", "", expected, f"another; {REMEDY}")
    return found


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


def recorded_index(version: str) -> bytes:
    """Return the index that stands beside the folder of a packaged release."""
    return packaged_file(f"{version}.index")


def contents(version: str, broken: list[InvalidReleaseError] | None = None) -> dict[str, bytes]:
    """Return every file in the folder of a packaged release, listed or not, by its name.

    Where `broken` is given, the files that cannot be read are named there.
    """
    from pathlib import Path

    from importlib_resources import files

    from . import folder

    recorded_digest(version)
    home = files(_PACKAGE).joinpath("data", version)
    if isinstance(home, Path):
        # An installer may have put links to its own store there.
        return folder.contents(home, broken, links_out=True)
    return dict(_walk(home, ""))


def packaged_file(name: str) -> bytes:
    """Return the bytes of a file of the folder `data` of the package.

    Raises `InvalidReleaseError` where it is not there: files were left out, or taken away.
    """
    try:
        return _packaged_file(name)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - each loader of Python has errors of its own.
        from .opening import reason

        expected = f"a file of {_PACKAGE} that can be read"
        found = f"{reason(error)}; {REMEDY}"
        raise InvalidReleaseError(f"data/{name}", "", expected, found) from None


def _packaged_file(name: str) -> bytes:
    module = sys.modules[_PACKAGE]
    get_data = getattr(getattr(module.__spec__, "loader", None), "get_data", None)
    folder = next(iter(module.__path__), None)
    if get_data is None or folder is None:
        from importlib_resources import files

        return files(_PACKAGE).joinpath("data", *name.split("/")).read_bytes()
    separator = "/" if "/" in folder else "\\"
    path = separator.join([folder, "data", *name.split("/")])
    try:
        # Opening does not wait for the other end of a pipe, and what was opened is checked.
        descriptor = os.open(path, _FLAGS)
    except OSError:
        # It may be inside a file of the loader's own, and if it is missing, the loader says so.
        content: bytes = get_data(path)
        return content
    try:
        status = os.fstat(descriptor)
        if status.st_mode & 0o170000 != 0o100000:
            raise OSError("not a plain file")
        return os.read(descriptor, status.st_size)  # A plain file is read at once.
    finally:
        os.close(descriptor)


def _walk(place: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file, save those that start with a dot."""
    from .opening import is_left

    for inner in place.iterdir():
        if inner.name.startswith(".") or is_left(inner.name):
            continue
        if inner.is_dir():
            yield from _walk(inner, f"{prefix}{inner.name}/")
        else:
            yield prefix + inner.name, inner.read_bytes()
