"""The records of a packaged release, each made when it is first asked for.

A first answer so costs what that answer needs, however much the release holds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from threading import RLock
from typing import TYPE_CHECKING, final

from .._codec.kinds import BY_FOLDER, folder_of
from .._codec.strict import Index, Records, decode
from .._codec.trusted import BROKEN
from ..errors import InvalidReleaseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from ..model.releases import FileName, Release
    from ..model.value import Value

    Read = Callable[[FileName], list[tuple[str, Any]]]
    Build = Callable[[FileName, Any, dict[str, "Value"]], Value]


@final
class _Known(dict[str, "Value"]):
    """A record and its parts so far; what stands elsewhere is fetched from there."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __missing__(self, identifier: str) -> Value:
        return self._shelf.find(identifier)


@final
class Shelf:
    """The files of one release, in document order of their kinds, and what was made of them."""

    def __init__(self, files: Iterable[FileName], read: Read, build: Build) -> None:
        self._read = read
        self._build = build
        self._unread = dict.fromkeys(files)
        self._files = tuple(self._unread)
        self._documents: dict[str, tuple[FileName, Any]] = {}
        self._ids: dict[FileName, list[str]] = {}
        self._parts: dict[str, list[str]] = {}
        self._made: dict[str, Value] = {}
        # One thread makes records at a time, so that a record is one object for all of them.
        self._lock = RLock()

    def find(self, identifier: str) -> Value:
        """Return the record or part with this id; raise `KeyError` where there is none."""
        found = self._made.get(identifier)
        if found is not None:
            return found
        with self._lock:
            if not self._make(identifier):
                for name in self._likely(identifier.partition("#")[0]):
                    self._open(name)
                    if self._make(identifier):
                        break
            return self._made[identifier]

    def records(self, kind: str) -> tuple[Value, ...]:
        """Return the records of one kind, in document order."""
        names = [name for name in self._files if folder_of(name) == kind]
        with self._lock:
            return tuple([self.find(record) for name in names for record in self._open(name)])

    def ids(self) -> dict[str, Value]:
        """Return every record and part by its id, in document order."""
        with self._lock:
            records = [record for name in self._files for record in self._open(name)]
            for record in records:
                self.find(record)
            return {part: self._made[part] for record in records for part in self._parts[record]}

    def _likely(self, owner: str) -> list[FileName]:
        """Return the files that were not read, those that may hold `owner` first."""

        def unlikely(name: FileName) -> int:
            if not BY_FOLDER[folder_of(name)].file_each:
                return 1
            return 0 if name.endswith(f"/{owner}.json") else 2

        return sorted(self._unread, key=unlikely)

    def _open(self, name: FileName) -> list[str]:
        """Return the ids of the records in a file; it is read the first time."""
        if name not in self._ids:
            documents = self._read(name)
            del self._unread[name]
            self._documents |= {record: (name, document) for record, document in documents}
            self._ids[name] = [record for record, _ in documents]
        return self._ids[name]

    def _make(self, identifier: str) -> bool:
        """Make the record with this id, or the one with this part, if its file was read."""
        for record in (identifier, identifier.partition("#")[0]):
            if record in self._documents:
                known = _Known(self)
                self._build(*self._documents[record], known)
                del self._documents[record]
                self._parts[record] = list(known)
                self._made |= known
        return identifier in self._made


@final
class RecordsByKind(Mapping[str, "tuple[Value, ...]"]):
    """The records of a release by kind."""

    def __init__(self, shelf: Shelf, kinds: Iterable[str]) -> None:
        self._shelf = shelf
        self._found: dict[str, tuple[Value, ...] | None] = dict.fromkeys(kinds)

    def __getitem__(self, kind: str) -> tuple[Value, ...]:
        found = self._found[kind]
        if found is None:
            found = self._found[kind] = self._shelf.records(kind)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __reduce__(self) -> tuple[object, ...]:
        return dict, (dict(self),)


@final
class RecordsById(Mapping[str, "Value"]):
    """Every record and part of a release by its id."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __getitem__(self, identifier: str) -> Value:
        return self._shelf.find(identifier)

    def __iter__(self) -> Iterator[str]:
        return iter(self._shelf.ids())

    def __len__(self) -> int:
        return len(self._shelf.ids())

    def __reduce__(self) -> tuple[object, ...]:
        return dict, (self._shelf.ids(),)


def decode_packaged(release: Release, files: Mapping[FileName, bytes]) -> tuple[Records, Index]:
    """Return the records of a packaged release; each is made when it is first needed.

    Where bytes are not what was released, the first lookup that needs them raises
    `InvalidReleaseError`.
    """
    from .._codec.constructors import CONSTRUCTORS

    def read(name: FileName) -> list[tuple[str, Any]]:
        try:
            return [(document["id"], document) for document in json.loads(files[name])]
        except BROKEN:
            decode(release, files)
            raise

    def build(name: FileName, document: Any, known: dict[str, Value]) -> Value:
        try:
            return CONSTRUCTORS[folder_of(name)](document, known)
        except InvalidReleaseError:
            raise
        except BROKEN:
            decode(release, files)
            raise

    shelf = Shelf(release.files, read, build)
    return RecordsByKind(shelf, CONSTRUCTORS), RecordsById(shelf)
