"""The packaged releases: their bytes, and what is recorded of them beside their folders."""

from __future__ import annotations

import json
import sys

from .. import model
from ..errors import NotFoundError, check_text

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_PACKAGE = __name__.partition(".")[0]


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
    listed = json.loads(packaged_file("releases.json"))
    return {release["version"]: release["digest"] for release in listed}


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


def contents(version: str) -> dict[str, bytes]:
    """Return every file in the folder of a packaged release, listed or not, by its name."""
    from importlib_resources import files

    recorded_digest(version)
    return dict(_walk(files(_PACKAGE).joinpath("data", version), ""))


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
