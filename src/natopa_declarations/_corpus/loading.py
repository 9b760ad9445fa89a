"""Load a release: a packaged one, or a folder of a user's own."""

from __future__ import annotations

from os import PathLike

from .._codec.strict import decode
from .._store import releases as _releases
from .corpus import Corpus
from .shelf import decode_packaged


def load(release: str | PathLike[str] | None = None, *, digest: str | None = None) -> Corpus:
    """Load a packaged release, or a folder of your own in the same format.

    `release` is a version (``"2026.1"``), a path object that leads to a folder, or
    nothing for the newest packaged release.  A version and a folder are told apart by their
    type, so give a folder as a `pathlib.Path`.

    With `digest` the bytes of the release are checked before they are read: it is that of
    `releases`, of `Release.digest` and of the changelog, ``sha256:`` and 64 digits.

    Raises `NotFoundError` for an unknown version, with the known ones named,
    `InvalidReleaseError` for a folder that is not as the format asks, `DigestMismatchError`
    for bytes that `digest` does not fit, and `InvalidDigestError` where it is not a digest.
    Nothing is downloaded, and nothing is kept between calls.

    A folder is read and checked whole.  A packaged release was checked before it was
    published, so each of its files is read when something in it is first asked for.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.1").declaration(489).title
    'Standing with Ukraine until Victory'
    """
    if digest is not None:
        from .._store.digests import check_form

        check_form(digest)
    if release is None:
        release = next(reversed(_releases.recorded()))
    if isinstance(release, str):
        manifest, files = _releases.packaged(release)
        if digest is not None:
            from .._store.digests import check

            # What is read are the very bytes that were checked.
            checked = _releases.contents(release)
            check(release, checked, digest)
            files = {name: checked[name] for name in files}
        return Corpus(manifest, *decode_packaged(manifest, files))
    from pathlib import Path

    from .._store import folder

    manifest, files = folder.release(Path(release), digest)
    return Corpus(manifest, *decode(manifest, files))
