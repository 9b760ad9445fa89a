"""The index of a packaged release: in which file a record stands, and where in it.

It follows from the files of the release, and stands beside its folder as ``2026.1.index``: the
names of the files in document order, an empty line, and then for each record its id, its file,
and the bytes where it begins and ends, sorted by id:

    declarations/489.json

    489 declarations/489.json 4 31417

A record is found by halving, so it takes the same time however large the release is.
"""

from __future__ import annotations

import json

from .._codec.formats import MANIFEST

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def build(files: Mapping[str, bytes]) -> bytes:
    """Return the index of the files of records of a release, given in document order."""
    lines = sorted(
        [
            (identifier.encode(), f" {name} {start} {end}\n".encode())
            for name, content in files.items()
            for identifier, start, end in _places(content.decode())
        ]
    )
    names = "".join([f"{name}\n" for name in files])
    return names.encode() + b"\n" + b"".join([part for line in lines for part in line])


def of_release(contents: Mapping[str, bytes]) -> bytes:
    """Return the index of a release, given every file of its folder."""
    names = json.loads(contents[MANIFEST])["files"]
    return build({name: contents[name] for name in names})


def find(lines: bytes, identifier: str) -> tuple[str, int, int] | None:
    """Return the file of a record, and where it begins and ends; None where it has none.

    `lines` is what stands after the empty line of an index.
    """
    wanted = identifier.encode(errors="surrogatepass")
    low, high = 0, len(lines)
    while low < high:
        # The line in the middle starts after the last end of a line that stands before it.
        start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        found = lines[start : lines.index(b" ", start)]
        if found == wanted:
            _, name, first, last = lines[start : lines.index(b"\n", start)].split(b" ")
            return name.decode(), int(first), int(last)
        if found < wanted:
            low = lines.index(b"\n", start) + 1
        else:
            high = start
    return None


def _places(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the id of each record of a file, and the bytes where it begins and ends."""
    decoder = json.JSONDecoder()
    position = text.index("[") + 1
    # Most files have a letter or two of more than one byte, so what stands before is counted.
    before, counted = 0, 0
    while (start := text.find("{", position)) >= 0:
        record, position = decoder.raw_decode(text, start)
        before += len(text[counted:start].encode())
        begins, counted = before, start
        before += len(text[start:position].encode())
        counted = position
        yield record["id"], begins, before
