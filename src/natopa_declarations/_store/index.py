"""The index of a packaged release: in which file a record stands, and where in it.

It follows from the files of the release, and stands beside its folder as ``2026.1.index``.  It has
three parts, with an empty line between them: the names of the files in document order; a table
of offsets; and for each record a line with its id, its file, and the bytes where it begins and
ends in that file:

    declarations/489.json

    00000000
    00000033

    489 declarations/489.json 4 31417

The number that the bytes of an id make, divided by the length of the table, leaves the row of the
id as remainder, and the row says where the lines of such ids begin.  So a record is found in one
step, however large the release is.
"""

from __future__ import annotations

import json

from .._codec.formats import MANIFEST

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROW = len("00000000\n")


def of_release(contents: Mapping[str, bytes]) -> bytes:
    """Return the index of a release, given every file of its folder."""
    names = json.loads(contents[MANIFEST])["files"]
    return build({name: contents[name] for name in names})


def build(files: Mapping[str, bytes]) -> bytes:
    """Return the index of the files of records of a release, given in document order."""
    places = [
        (identifier, f"{identifier} {name} {start} {end}\n")
        for name, content in files.items()
        for identifier, start, end in _places(content.decode())
    ]
    import itertools

    length = next(number for number in itertools.count(len(places) + 2) if _is_prime(number))
    rows = [""] * length
    for identifier, line in places:
        rows[_row(identifier.encode(), length)] += line
    offsets = itertools.accumulate([0, *[len(row.encode()) for row in rows[:-1]]])
    table = "\n".join([f"{offset:08}" for offset in offsets])
    return "\n\n".join(["\n".join(files), table, "".join(rows)]).encode()


def parts(index: bytes) -> tuple[bytes, bytes, bytes]:
    """Return the names of the files, the table and the lines of an index."""
    names, table, lines = index.split(b"\n\n", 2)
    return names, table, lines


def find(table: bytes, lines: bytes, identifier: str) -> tuple[str, int, int] | None:
    """Return the file of a record, and where it begins and ends; None where it has none."""
    wanted = identifier.encode(errors="surrogatepass")
    row = _row(wanted, (len(table) + 1) // ROW) * ROW
    end = table[row + ROW : row + 2 * ROW]
    for line in lines[int(table[row : row + ROW]) : int(end) if end else None].splitlines():
        found, name, first, last = line.split()
        if found == wanted:
            return name.decode(), int(first), int(last)
    return None


def count(lines: bytes, folder: str = "") -> int:
    """Return how many records the lines of an index lead to, of a kind or of all."""
    if not folder:
        return lines.count(b"\n")
    return lines.count(f" {folder}/".encode()) + lines.count(f" {folder}.json ".encode())


def of_file(lines: bytes, name: str) -> list[tuple[str, int, int]]:
    """Return each record of a file, and where it begins and ends there, in document order."""
    mark, found = f" {name} ".encode(), []
    at = lines.find(mark)
    while at >= 0:
        end = lines.find(b"\n", at)
        first, last = lines[at + len(mark) : end].split()
        record = lines[lines.rfind(b"\n", 0, at) + 1 : at].decode()
        found.append((record, int(first), int(last)))
        at = lines.find(mark, end)
    return sorted(found, key=lambda place: place[1])


def _row(identifier: bytes, length: int) -> int:
    return int.from_bytes(identifier) % length


def _is_prime(number: int) -> bool:
    return all(number % divisor for divisor in range(2, int(number**0.5) + 1))


def _places(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the id of each record of a file, and the bytes where it begins and ends."""
    decoder = json.JSONDecoder()
    position = text.index("[") + 1
    # Most files have a letter or two of more than one byte, so what stands before is counted.
    end, counted = 0, 0
    while (start := text.find("{", position)) >= 0:
        record, position = decoder.raw_decode(text, start)
        begin = end + len(text[counted:start].encode())
        end = begin + len(text[start:position].encode())
        counted = position
        yield record["id"], begin, end
