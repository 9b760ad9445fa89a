"""The manifest of a packaged release, read when it is first asked for: most of it is changes."""

from __future__ import annotations

from .._codec.formats import MANIFEST
from .._deferred import final

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model.releases import Release


@final
class Manifest:
    """Reads the files of one packaged release, and its manifest when it is asked for."""

    __slots__ = ("_digest", "_found", "read", "version")

    def __init__(self, version: str, read: Callable[[str], bytes], digest: str) -> None:
        self.version = version
        self.read = read
        self._digest = digest
        self._found: dict[str, Release] = {}

    def __call__(self) -> Release:
        """Return what the manifest says, and the digest that is recorded of the release."""
        if MANIFEST not in self._found:
            from .._codec.trusted import decode_manifest

            release = decode_manifest(self.read(MANIFEST), self._digest)
            if release.version != self.version:
                self._refuse(release)
            # Of two threads that read it at once, both get what the first one kept.
            self._found.setdefault(MANIFEST, release)
        return self._found[MANIFEST]

    def _refuse(self, release: Release) -> None:
        """Raise, as the folder of a packaged release contains the manifest of another one."""
        from .._messages import shortened
        from .._store.releases import REMEDY
        from ..errors import InvalidReleaseError

        expected = f"the manifest of release {self.version}"
        found = f"that of {shortened(ascii(release.version))}; {REMEDY}"
        raise InvalidReleaseError(f"data/{self.version}/{MANIFEST}", "$.version", expected, found)

    def check(self) -> None:
        """Read every file again, and raise `InvalidReleaseError` where one is not as released."""
        from .._codec.strict import decode

        release = self()
        decode(release, {name: self.read(name) for name in release.files})

    def __reduce__(self) -> tuple[object, ...]:
        return _same, (self(),)


def _same(release: Release) -> Release:
    return release
