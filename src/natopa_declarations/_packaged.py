"""The records of a packaged release, each file read when something in it is first asked for.

A first answer so costs what that answer needs, however much the release holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from threading import RLock
from typing import TYPE_CHECKING, final

from ._model.releases import kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ._model.releases import FileName
    from ._model.value import Value

    Build = Callable[[FileName, dict[str, "Value"]], tuple["Value", ...]]

FILE_EACH = ("sessions", "declarations", "resolutions")
"""The kinds of which a packaged release has one file for each record, named after its id."""


@final
class _Known(dict[str, "Value"]):
    """The records of one file so far; what stands in another file is fetched from there."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __missing__(self, identifier: str) -> Value:
        return self._shelf.find(identifier)


@final
class Shelf:
    """The files of one release, in document order of their kinds, and what was read of them."""

    def __init__(self, files: Iterable[FileName], build: Build) -> None:
        self._build = build
        self._unread = dict.fromkeys(files)
        self._order = tuple(self._unread)
        self._records: dict[FileName, tuple[Value, ...]] = {}
        self._ids: dict[FileName, dict[str, Value]] = {}
        self._index: dict[str, Value] = {}
        # One thread reads at a time, so that a record is one object for all of them.
        self._lock = RLock()

    def find(self, identifier: str) -> Value:
        """Return the record or part with this id; raise `KeyError` where there is none."""
        found = self._index.get(identifier)
        if found is not None:
            return found
        with self._lock:
            for name in self._likely(identifier.partition("#")[0]):
                self._read(name)
                if identifier in self._index:
                    return self._index[identifier]
        return self._index[identifier]

    def records(self, kind: str) -> tuple[Value, ...]:
        """Return the records of one kind, in document order."""
        names = [name for name in self._order if kind_of(name) == kind]
        with self._lock:
            return tuple([record for name in names for record in self._read(name)])

    def ids(self) -> dict[str, Value]:
        """Return every record and part by its id, in document order."""
        with self._lock:
            for name in self._order:
                self._read(name)
            return {key: value for name in self._order for key, value in self._ids[name].items()}

    def _likely(self, record: str) -> list[FileName]:
        """Return the files that were not read, those that may hold `record` first."""

        def unlikely(name: FileName) -> int:
            if kind_of(name) not in FILE_EACH:
                return 1
            return 0 if name.endswith(f"/{record}.json") else 2

        return sorted(self._unread, key=unlikely)

    def _read(self, name: FileName) -> tuple[Value, ...]:
        if name in self._unread:
            # The records of a file may refer to one another, and so it counts as read meanwhile.
            del self._unread[name]
            known = _Known(self)
            try:
                self._records[name] = self._build(name, known)
            except BaseException:
                self._unread[name] = None
                raise
            self._ids[name] = dict(known)
            self._index |= known
        return self._records[name]


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
