"""Write a corpus as a folder, which `load` reads back equal."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

import attrs

from .._codec.formats import MANIFEST
from .._codec.kinds import BY_FOLDER, folder_of
from .._codec.strict import decode, decode_manifest
from .._codec.writing import encode
from ..errors import InvalidReleaseError
from ..model.ids import FileName
from ..model.value import Value
from .corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .._codec.layout import Layout
    from ..model.releases import Release


def write(corpus: Corpus, folder: PathLike[str]) -> None:
    """Write the records of a corpus into a folder that is new or empty, in the format of releases.

    Each record goes into the file that it was read from; a new one into the file of its kind, or
    into one of its own where sessions, declarations and resolutions have theirs.  So a packaged
    release is written byte for byte.  Everything is checked as `load` checks it before any file
    is written.

    Raises `InvalidReleaseError` where a value is not as the format asks, where the folder has
    files, or where it cannot be written.

    >>> import natopa_declarations as natopa, pathlib, tempfile
    >>> corpus, folder = natopa.load("2026.1"), pathlib.Path(tempfile.mkdtemp()) / "copy"
    >>> natopa.write(corpus, folder)
    >>> natopa.load(folder) == corpus
    True
    """
    from pathlib import Path

    from .._store.writing import write

    if not isinstance(corpus, Corpus):
        raise TypeError(f"expected a corpus, found {type(corpus).__name__}")
    path = Path(folder)
    number = corpus._published.format
    records = _in_old_order(dict(_files(corpus)), corpus._published.files)
    release = attrs.evolve(corpus._published, files=tuple(records))
    files = {name: encode(found, number) for name, found in records.items()}
    manifest = encode(release, number)
    _check(decode_manifest(manifest), files, records)
    write(path, {MANIFEST: manifest} | {str(name): content for name, content in files.items()})


def _files(corpus: Corpus) -> Iterator[tuple[FileName, tuple[Value, ...]]]:
    """Yield the files to write, in document order, and the records of each."""
    layout: Layout = getattr(corpus._records, "layout", {})
    homes = {record: name for name, records in layout.items() for record in records}
    for folder, kind in BY_FOLDER.items():
        found: dict[str, list[Value]] = {}
        for record in corpus._records[folder]:
            own = f"{folder}/{record.id}.json" if kind.file_each else f"{folder}.json"
            name = homes.get(record.id, own)
            if name in found and name != next(reversed(found)):
                # The records of one file stand together, or they would come back in another order.
                found = _apart(corpus, folder, file_each=kind.file_each)
                break
            found.setdefault(name, []).append(record)
        yield from ((FileName(name), tuple(records)) for name, records in found.items())


def _in_old_order(
    records: dict[FileName, tuple[Value, ...]], names: tuple[FileName, ...]
) -> dict[FileName, tuple[Value, ...]]:
    """Return the files in the order of the manifest, where it has the same and orders no kind."""
    old = {name: records[name] for name in names if name in records}
    same = all(
        [name for name in old if folder_of(name) == folder]
        == [name for name in records if folder_of(name) == folder]
        for folder in BY_FOLDER
    )
    return old if same else records


def _apart(corpus: Corpus, folder: str, *, file_each: bool) -> dict[str, list[Value]]:
    """Return the files of a kind whose records are in another order than in their old files."""
    records = corpus._records[folder]
    if not file_each:
        return {f"{folder}.json": list(records)}
    return {f"{folder}/{record.id}.json": [record] for record in records}


def _check(
    release: Release,
    files: Mapping[FileName, bytes],
    records: Mapping[FileName, tuple[Value, ...]],
) -> None:
    """Raise where the files are not what `load` takes, or would come back as other values."""
    _, index = decode(release, files)
    for name, written in records.items():
        for position, record in enumerate(written):
            read = index[record.id]  # type: ignore[attr-defined]
            if read != record:
                path = _difference(record, read, f"$[{position}]")
                expected = "the record of this corpus with that id"
                raise InvalidReleaseError(name, path, expected, "another one")


def _difference(old: object, new: object, path: str) -> str:
    """Return the way to the first place where two values differ."""
    if isinstance(old, Value) and type(old) is type(new):
        for name in [field.name for field in attrs.fields(type(old))]:
            mine, other = getattr(old, name), getattr(new, name)
            if mine != other:
                return _difference(mine, other, f"{path}.{name}")
    if isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
        for position, mine in enumerate(old):
            if mine != new[position]:
                return _difference(mine, new[position], f"{path}[{position}]")
    return path
