"""The file of advisories to values, every key, word and reference of it checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import InvalidReleaseError
from ..model.advisories import Advisory
from .formats import ADVISORIES, NEWEST
from .parsing import describe, parse
from .strict import Decoder

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping


def decode(content: bytes, releases: Mapping[str, Container[str]]) -> tuple[Advisory, ...]:
    """Read the file and check it against the ids of every release, given oldest first.

    Raises `InvalidReleaseError` for an unknown key, release or record, for a release that cannot
    mend it, and for a second advisory on a record.
    """
    found = decode_alone(content)
    for path, expected, text in _problems(found, releases):
        raise InvalidReleaseError(ADVISORIES, path, expected, describe(text))
    return found


def decode_alone(content: bytes) -> tuple[Advisory, ...]:
    """Read the file by itself, without a look at what it refers to."""
    found: tuple[Advisory, ...] = Decoder(NEWEST).file(
        ADVISORIES, parse(ADVISORIES, content), Advisory, many=True
    )
    return found


def _problems(
    advisories: tuple[Advisory, ...], releases: Mapping[str, Container[str]]
) -> Iterator[tuple[str, str, str]]:
    """Yield the place of each problem, what was expected there and what is there."""
    versions = list(releases)
    seen: set[tuple[str, str]] = set()
    for position, advisory in enumerate(advisories):
        path, version = f"$[{position}]", advisory.release
        if version not in versions:
            yield f"{path}.release", f"a packaged release: {', '.join(versions)}", version
            continue
        later = versions[versions.index(version) + 1 :]
        if advisory.mended_in not in later:
            expected = f"a release after {version}: {', '.join(later) or 'there is none'}"
            yield f"{path}.mended_in", expected, advisory.mended_in
        if advisory.record not in releases[version]:
            yield f"{path}.record", f"the id of a record of release {version}", advisory.record
        if (version, advisory.record) in seen:
            expected = f"one advisory on a record of release {version}"
            yield f"{path}.record", expected, advisory.record
        seen.add((version, advisory.record))
