"""The digest of a release: one rule, which a person can repeat with ``sha256sum``.

The listing of a release has one line for each file of its folder, the names sorted by their
bytes, as ``sha256sum`` prints it.  The digest of the release is the SHA-256 of its listing:

    cd 2026.1 && find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._messages import check_text
from ..errors import DigestMismatchError, InvalidDigestError, InvalidReleaseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

PREFIX = "sha256:"
EXPECTED = "a digest: 'sha256:' and 64 of the digits 0-9 and a-f"


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of `content` in the form in which digests are written."""
    import hashlib

    return PREFIX + hashlib.sha256(content).hexdigest()


def listing(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return what ``sha256sum`` prints for files of these names, sorted by name."""
    return write_listing({name: digest_of(content) for name, content in files})


def write_listing(digests: Mapping[str, str]) -> bytes:
    """Return the listing of files whose digests are known."""
    names = sorted(digests, key=_bytes)
    return b"".join(
        f"{digests[name].removeprefix(PREFIX)}  ".encode() + _bytes(name) + b"\n" for name in names
    )


def read_listing(file: str, content: bytes) -> dict[str, str]:
    """Return the digest of each file in a listing; raise `InvalidReleaseError` if it is malformed.

    `file` is the name of the file that the listing stands in, for the error.
    """
    digests: dict[str, str] = {}
    lines = content.decode(errors="surrogateescape").split("\n")
    if lines.pop() or not lines:
        found = "one that is cut off" if content else "an empty file"
        raise InvalidReleaseError(file, "", "a listing of whole lines", found)
    for number, line in enumerate(lines, start=1):
        digest, name = _entry(line)
        if not is_digest(digest) or not name or name in digests:
            expected = f"in line {number} a digest, two spaces and the name of one more file"
            raise InvalidReleaseError(file, "", expected, ascii(line[:40]))
        digests[name] = digest
    return digests


def _entry(line: str) -> tuple[str, str]:
    """Return the digest and the name in a line of a listing.

    Programs on Windows end it with a carriage return, write the digits as capitals, and a star
    for the second space.
    """
    line = line.removesuffix("\r")
    digest, name = line[:64], line[64:]
    # A name that ends so, too, could not be told from one of those.
    if name.startswith((" *", "  ")) and not name.endswith("\r"):
        return PREFIX + digest.lower(), name[2:]
    return "", ""


def _bytes(name: str) -> bytes:
    """Return the bytes of the name of a file, which need not be those of any letters."""
    return name.encode(errors="surrogateescape")


def is_digest(text: str) -> bool:
    """Say whether `text` has the form of a digest."""
    digits = text.removeprefix(PREFIX)
    return digits != text and len(digits) == 64 and set(digits) <= set("0123456789abcdef")


def check_form(digest: str) -> None:
    """Raise `InvalidDigestError` where `digest` does not have the form of one."""
    check_text(digest, "a digest")
    if not is_digest(digest):
        raise InvalidDigestError(digest, EXPECTED)


def check(release: str | Path, files: Mapping[str, bytes], digest: str) -> None:
    """Raise `DigestMismatchError` where the files of a release are not what `digest` asks for."""
    found = digest_of(listing(files.items()))
    if found != digest:
        raise DigestMismatchError(str(release), digest, found)
