"""Bytes to values, every key, type and reference checked, and what is wrong named.

What is as it should be is read in the quick way (`quick`); only what is not is read again, in
the way that can say why (`explaining`).  Packaged records are built in a third way, which checks
nothing (`constructors`).  Tests prove that all lead to the same values.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from typing import TYPE_CHECKING, final

from ..errors import InvalidReleaseError
from ..model.ids import FileName
from ..model.releases import Release
from . import references
from .formats import FORMATS, MANIFEST, NEWEST
from .kinds import BY_FOLDER, folder_of
from .layout import ByFolder
from .limits import FILES, RECORDS, VALUES
from .parsing import describe, parse, parse_within
from .quick import BROKEN, Quick
from .register import Register

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from ..model.value import Value

    T = TypeVar("T")

Index = Mapping[str, "Value"]
"""Every record and part of a record by its id."""


def decode_manifest(content: bytes) -> Release:
    """Read the manifest of a release; raise `InvalidReleaseError` where it is not one."""
    return without_collector(lambda: _manifest(content))


def decode(release: Release, files: Mapping[FileName, bytes]) -> tuple[ByFolder, Index]:
    """Read the files of records of a release, given by name in document order.

    Raises `InvalidReleaseError` for the first file that is not as it should be.
    """
    return without_collector(lambda: _records(release, files))


def without_collector(read: Callable[[], T]) -> T:
    """Call `read` while the collector of garbage rests, and return what it returns.

    All that is made is kept, so looking through it for garbage finds none; that took half of the
    time of a large load.
    """
    enabled = gc.isenabled()
    try:
        gc.disable()
        return read()
    finally:
        if enabled:
            gc.enable()


def _manifest(content: bytes) -> Release:
    document = parse(MANIFEST, content)
    number = document.get("format") if isinstance(document, dict) else None
    if type(number) is int and number not in FORMATS:
        known = " or ".join(map(str, FORMATS))
        expected = f"format {known}, which this version of the package knows"
        raise InvalidReleaseError(MANIFEST, "$.format", expected, f"format {number}")
    if isinstance(document, dict):
        for key, most in (("files", FILES), ("changes", RECORDS)):
            listed = document.get(key)
            if isinstance(listed, list) and len(listed) > most:
                found = f"{len(listed):,}"
                raise InvalidReleaseError(MANIFEST, f"$.{key}", f"at most {most:,} items", found)
    decoder = Decoder(number if type(number) is int else NEWEST)
    release: Release = decoder.file(MANIFEST, document, Release, many=False)
    return release


def _records(release: Release, files: Mapping[FileName, bytes]) -> tuple[ByFolder, Index]:
    decoder = Decoder(release.format)
    found: dict[str, list[Value]] = {folder: [] for folder in BY_FOLDER}
    for position, name in enumerate(files):
        if folder_of(name) not in found:
            expected = f"a file or folder named after a kind of record: {', '.join(BY_FOLDER)}"
            raise InvalidReleaseError(MANIFEST, f"$.files[{position}]", expected, describe(name))
    layout: dict[FileName, tuple[str, ...]] = {}
    register = decoder.register
    documents = register.documents
    room = VALUES
    for name, content in files.items():
        documents[name], values = parse_within(name, content, room)
        room -= values
    of_kind: dict[str, list[FileName]] = {folder: [] for folder in BY_FOLDER}
    for name in documents:
        of_kind[folder_of(name)].append(name)
    for folder, kind in BY_FOLDER.items():
        for name in of_kind[folder]:
            records = decoder.file(name, documents[name], kind.cls, many=True)
            layout[name] = tuple([record.id for record in records])
            found[folder].extend(records)
    references.check(release, documents, register.index, register.found)
    records = {folder: tuple(values) for folder, values in found.items()}
    return ByFolder(records, {name: layout[name] for name in documents}), register.index


@final
class Decoder:
    """One load of one release."""

    def __init__(self, number: int) -> None:
        self.register = Register()
        self._number = number
        self._quick = Quick(self.register, number)

    def file(self, name: str, document: Any, cls: type[Any], *, many: bool) -> Any:
        """Return the value, or the list of values, of one file, or say what is wrong with it."""
        register = self.register
        register.file = FileName(name)
        if many:
            self._check_number(len(document) if isinstance(document, list) else 0)
        value = self._quick.file(document, cls, many=many)
        if value is BROKEN:
            from .explaining import Explaining

            explaining = Explaining(register, self._number, self._quick)
            value = explaining.file(name, document, cls, many=many)
        self._check_number(0)
        return value

    def _check_number(self, coming: int) -> None:
        if len(self.register.index) + coming > RECORDS:
            expected = f"at most {RECORDS:,} records in a release, their parts counted"
            raise InvalidReleaseError(self.register.file, "", expected, "more")
