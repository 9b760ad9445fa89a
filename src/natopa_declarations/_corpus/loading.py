"""Load a release: a packaged one, or a folder of a user's own."""

from __future__ import annotations

from os import PathLike

from .. import _forks  # noqa: F401 - once it is imported, forks ask it.
from .._deferred import make
from .._store import releases as _releases
from .corpus import Corpus
from .manifest import Manifest
from .shelf import RecordsByFolder, RecordsById, Shelf

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from pathlib import Path


def load(release: str | PathLike[str] | None = None, *, digest: str | None = None) -> Corpus:
    """Load a packaged release, or a folder of your own in the same format.

    `release` is a version (``"2026.1"``), a path object that leads to a folder, or
    nothing for the newest packaged release.  A version and a folder are told apart by their
    type, so give a folder as a `pathlib.Path`.

    With `digest` the bytes of the release are checked before they are read: it is that of
    `releases`, of `Release.digest` and of the changelog, ``sha256:`` and 64 digits.

    Raises `NotFoundError` for an unknown version, with the known ones named,
    `InvalidReleaseError` for a folder that is not as the format asks, `DigestMismatchError`
    for bytes with another digest, and `InvalidDigestError` where `digest` is not a digest.
    Nothing is downloaded, and nothing is kept between calls.

    A folder is read and checked whole.  The files of a packaged release are trusted: each is
    read when something in it is first asked for, and none is hashed on the way.  Only `verify`, or
    giving the digest, finds a byte that was changed since.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.1").declaration(489).title
    'Standing with Ukraine until Victory'
    """
    if digest is not None:
        from .._store.digests import check_form

        check_form(digest)
    if release is None or isinstance(release, str):
        return _packaged(release, digest)
    from pathlib import Path

    return _folder(Path(release), digest)


def _packaged(version: str | None, digest: str | None) -> Corpus:
    """Load a packaged release: its manifest, too, is read when it is first asked for."""
    if version is None:
        version, recorded = next(reversed(_releases.recorded().items()))
    else:
        recorded = _releases.recorded_digest(version)
    folder = f"{version}/"
    if digest is None:
        index = _releases.recorded_index(version)
        manifest = Manifest(version, lambda name: _releases.packaged_file(folder + name), recorded)
    else:
        from .._store import digests
        from .._store.index import build

        # What is read are the very bytes that were checked, the manifest among them.
        files = _releases.contents(version)
        digests.check(version, files, digest)
        manifest = Manifest(version, files.__getitem__, recorded)
        index = build({name: files[name] for name in manifest().files})
    shelf = Shelf(index, manifest.read, manifest.check, f"data/{version}.index")
    records, ids = RecordsByFolder(shelf), RecordsById(shelf)
    return make(Corpus)(manifest, records, ids, _built={})  # type: ignore[call-arg]


def _folder(path: Path, digest: str | None) -> Corpus:
    """Load a folder: all of its files are read, and all of their contents checked."""
    from .._codec.strict import decode
    from .._store import folder

    release, files = folder.release(path, digest)
    return Corpus(release, *decode(release, files))
