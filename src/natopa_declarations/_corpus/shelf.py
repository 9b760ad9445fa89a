"""The records of a packaged release, each made when it is first asked for.

So a first answer costs what it needs, however much the release has.  What is read is kept in one
step, when it is whole (`dict.setdefault`): an interrupt or an error leaves nothing half made, no
lock is held when a process forks, and of two threads that make a record at once the later one
drops its own and takes the other's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from .._codec.constructors import CONSTRUCTORS
from .._codec.formats import BROKEN
from .._codec.kinds import folder_of
from .._deferred import final
from .._store import index as _index
from ..errors import InvalidReleaseError
from ..model.ids import record_of

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from .._codec.layout import Layout
    from ..model.value import Value

_decode = json.JSONDecoder().raw_decode


@final
class _Known(dict[str, "Value"]):
    """A record and its parts so far; what stands elsewhere is fetched from there."""

    def __init__(self, find: Callable[[str], Value]) -> None:
        self.find = find

    def __missing__(self, identifier: str) -> Value:
        return self.find(identifier)


@final
class Shelf:
    """The files of one packaged release, and what was made of them."""

    def __init__(
        self,
        index: bytes,
        read: Callable[[str], bytes],
        check: Callable[[], object],
        name: str,
    ) -> None:
        self._name = name
        """What the file of the index is called, for an error."""
        self._read = read
        self._check = check
        try:
            self._names, self._table, self._lines = _index.parts(index)
        except ValueError:
            raise self._error("names of files, a table and lines") from None
        self._contents: dict[str, bytes] = {}
        self._made: dict[str, dict[str, Value]] = {}
        """Each record that was made, with its parts, by the id of the record."""
        self._whole: dict[str, tuple[dict[str, Value], ...]] = {}
        """The same for each file of which every record was made."""

    def find(self, identifier: str) -> Value:
        """Return the record or part with this id; raise `KeyError` where there is none."""
        for record in (identifier, record_of(identifier)):
            found = self._made.get(record) or self._find(record)
            if found is not None and identifier in found:
                return found[identifier]
        raise KeyError(identifier)

    def _there(self, identifier: str) -> Value:
        """Return the record that another one points to."""
        try:
            return self.find(identifier)
        except KeyError:
            raise self._error(f"the place of {identifier!r}") from None

    def records(self, folder: str) -> tuple[Value, ...]:
        """Return the records of one kind, in document order."""
        names = [name for name in self._files() if folder_of(name) == folder]
        made = [found[next(reversed(found))] for name in names for found in self._open(name)]
        if len(made) != _index.count(self._lines, folder):
            raise self._error(f"the files of {folder}")
        return tuple(made)

    def ids(self) -> dict[str, Value]:
        """Return every record and part by its id, in document order."""
        made = [found for name in self._files() for found in self._open(name)]
        if len(made) != _index.count(self._lines):
            raise self._error("every file of the release")
        return {part: value for found in made for part, value in found.items()}

    def pointing(self, identifier: str) -> dict[str, Value]:
        """Return the records that have this id, and their parts, in document order.

        Only records whose bytes contain it are made.
        """
        begins = f'"{identifier}'.encode()
        marks = [begins + end for end in (b'"', b"#", b"@")]
        made: list[dict[str, Value]] = []
        for name in self._files():
            content = self._content(name)
            if begins not in content:
                continue
            for record, start, end in _index.of_file(self._lines, name):
                if any(mark in content[start:end] for mark in marks):
                    found = self._made.get(record) or self._find(record)
                    made += [found] if found else []
        return {part: value for found in made for part, value in found.items()}

    def layout(self) -> Layout:
        """Return which records stand in which file."""
        return {
            name: tuple([next(reversed(found)) for found in self._open(name)])
            for name in self._files()
        }

    def _files(self) -> list[str]:
        try:
            return self._names.decode().split("\n") if self._names else []
        except ValueError:
            raise self._error("the names of files") from None

    def _find(self, record: str) -> dict[str, Value] | None:
        """Make the record with this id, if there is one: the index says where it stands."""
        place = self._place(record)
        if place is None:
            return None
        name, start, end = place
        content = self._content(name)
        try:
            document, _ = _decode(content[start:end].decode())
            if document["id"] != record:
                raise ValueError(record)
        except BROKEN:
            raise self._error(f"the place of {record!r}") from None
        return self._make(name, document)

    def _place(self, record: str) -> tuple[str, int, int] | None:
        try:
            return _index.find(self._table, self._lines, record)
        except BROKEN:
            raise self._error(f"the place of {record!r}") from None

    def _open(self, name: str) -> tuple[dict[str, Value], ...]:
        """Make every record of a file."""
        if name not in self._whole:
            content = self._content(name)
            try:
                documents = json.loads(content)
                ids = [document["id"] for document in documents]
            except BROKEN:
                raise self._error(f"the files of the release, not {name!r}") from None
            for record in ids:
                place = self._place(record)
                if place is None or place[0] != name:
                    raise self._error(f"the place of {record!r}")
            made = [self._made.get(each["id"]) or self._make(name, each) for each in documents]
            self._whole.setdefault(name, tuple(made))
            self._contents.pop(name, None)
        return self._whole[name]

    def _make(self, name: str, document: Any) -> dict[str, Value]:
        known = _Known(self._there)
        try:
            value = CONSTRUCTORS[folder_of(name)](document, known)
        except InvalidReleaseError:
            raise
        except BROKEN:
            raise self._error(f"the files of the release, not {name!r}") from None
        # The parts of a record come before it, as in every index.
        return self._made.setdefault(value.id, dict(known))  # type: ignore[attr-defined]

    def _content(self, name: str) -> bytes:
        content = self._contents.get(name)
        if content is None:
            try:
                content = self._read(name)
            except (InvalidReleaseError, OSError):
                raise self._error(f"the files of the release, not {name!r}") from None
            self._contents[name] = content
        return content

    def _error(self, expected: str) -> InvalidReleaseError:
        """Return what is wrong with the files, or else with the index."""
        try:
            self._check()
        except InvalidReleaseError as error:
            return error
        found = "something else; run natopa verify to see what, or install the package again"
        return InvalidReleaseError(self._name, "", expected, found)


@final
class RecordsByFolder(Mapping[str, "tuple[Value, ...]"]):
    """The records of a packaged release by the names of their folders."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._found: dict[str, tuple[Value, ...]] = {}

    @property
    def layout(self) -> Layout:
        """Which records stand in which file."""
        return self._shelf.layout()

    def __getitem__(self, folder: str) -> tuple[Value, ...]:
        if folder not in CONSTRUCTORS:
            raise KeyError(folder)
        found = self._found.get(folder)
        return found or self._found.setdefault(folder, self._shelf.records(folder))

    def __iter__(self) -> Iterator[str]:
        return iter(CONSTRUCTORS)

    def __len__(self) -> int:
        return len(CONSTRUCTORS)

    def __reduce__(self) -> tuple[object, ...]:
        from .._codec.layout import ByFolder

        return ByFolder, (dict(self), self.layout)


@final
class RecordsById(Mapping[str, "Value"]):
    """Every record and part of a packaged release by its id."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._ids: dict[str, Value] = {}

    def __getitem__(self, identifier: str) -> Value:
        return self._shelf.find(identifier)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __reduce__(self) -> tuple[object, ...]:
        return dict, (self._all(),)

    def pointing(self, identifier: str) -> Mapping[str, Value]:
        """Return the records that may point to the one with this id, and their parts."""
        return self._shelf.pointing(identifier)

    def _all(self) -> dict[str, Value]:
        if not self._ids:
            self._ids = self._shelf.ids()
        return self._ids
