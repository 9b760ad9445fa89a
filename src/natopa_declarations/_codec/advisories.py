"""The file of advisories to values, every key, word and reference of it checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import InvalidReleaseError
from ..model.advisories import Advisory
from .formats import ADVISORIES, NEWEST
from .parsing import describe, parse
from .strict import Decoder

if TYPE_CHECKING:
    from collections.abc import Container, Mapping


def decode(content: bytes, releases: Mapping[str, Container[str]]) -> tuple[Advisory, ...]:
    """Read the file and check it against the ids of every release, given oldest first.

    Raises `InvalidReleaseError` for an unknown key, release or record, for a release that cannot
    mend it, and for a second advisory on a record.
    """
    found = decode_alone(content)
    versions = list(releases)
    seen: set[tuple[str, str]] = set()
    for position, advisory in enumerate(found):
        path, version, record = f"$[{position}]", advisory.release, advisory.record
        if version not in versions:
            known = f"a packaged release: {', '.join(versions)}"
            raise _error(f"{path}.release", known, version)
        later = versions[versions.index(version) + 1 :]
        if advisory.mended_in not in later:
            known = f"a release after {version}: {', '.join(later) or 'there is none'}"
            raise _error(f"{path}.mended_in", known, advisory.mended_in)
        if record not in releases[version]:
            raise _error(f"{path}.record", f"the id of a record of release {version}", record)
        if (version, record) in seen:
            once = f"one advisory on a record of release {version}"
            raise _error(f"{path}.record", once, record)
        seen.add((version, record))
    return found


def decode_alone(content: bytes) -> tuple[Advisory, ...]:
    """Read the file by itself, without a look at what it refers to."""
    found: tuple[Advisory, ...] = Decoder(NEWEST).file(
        ADVISORIES, parse(ADVISORIES, content), Advisory, many=True
    )
    return found


def _error(path: str, expected: str, found: str) -> InvalidReleaseError:
    return InvalidReleaseError(ADVISORIES, path, expected, describe(found))
