"""The digests of the releases, and the files that record them.

Beside the folder of a release is its listing, as sha256sum prints it; the digest of the listing is
the digest of the release, and is in data/releases.json.  A published release is also in
tests/frozen.sha256, and never written again.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from natopa_declarations._store import folder
from natopa_declarations._store.digests import (
    PREFIX,
    digest_of,
    listing,
    read_listing,
    write_listing,
)

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "natopa_declarations" / "data"
FROZEN = ROOT / "tests" / "frozen.sha256"


def versions() -> list[str]:
    """Return the versions with a folder, oldest first."""
    names = [path.name for path in DATA.iterdir() if path.is_dir()]
    return sorted(names, key=lambda name: [int(part) for part in name.split(".")])


def frozen() -> dict[str, str]:
    """Return the digests of the published releases."""
    listed = read_listing(FROZEN.name, FROZEN.read_bytes())
    return {name.removesuffix(".sha256"): digest for name, digest in listed.items()}


def unpublished() -> list[str]:
    """Return the versions that may still change, oldest first."""
    published = frozen()
    return [version for version in versions() if version not in published]


def in_preparation() -> Path:
    """Return the folder of the newest unpublished release, or exit with advice."""
    if not unpublished():
        newest = versions()[-1]
        sys.exit(f"{newest} is published; start the next release: python -m tools new-release")
    return DATA / unpublished()[-1]


def listing_of(version: str) -> bytes:
    """Return the listing of the present files of a release."""
    return listing(folder.contents(DATA / version).items())


def digest(version: str) -> str:
    """Return the digest of the present files of a release."""
    return digest_of(listing_of(version))


def release_list() -> bytes:
    """Return the contents of data/releases.json."""
    releases = [{"version": version, "digest": digest(version)} for version in versions()]
    return (json.dumps(releases, indent=2) + "\n").encode()


def refuse_changed() -> None:
    """Exit if the bytes of a published release have changed."""
    for version, expected in frozen().items():
        if digest(version) != expected:
            sys.exit(
                f"{version} is frozen with {PREFIX}...{expected[-8:]}, and has other bytes now"
            )


def freeze(version: str) -> None:
    """Record that a release is published and never changes."""
    digests = {f"{name}.sha256": digest for name, digest in frozen().items()}
    digests[f"{version}.sha256"] = digest(version)
    FROZEN.write_bytes(write_listing(digests))
