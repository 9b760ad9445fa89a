"""Bytes to values, every key, type and reference checked, and what is wrong named.

This is the only module that knows cattrs.  Packaged records are built in another way, which
checks nothing (`constructors`); a test proves that both lead to the same values for every
packaged file.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, final

from ..errors import InvalidReferenceError, InvalidReleaseError
from ..model.ids import GRAMMAR, FileName
from ..model.references import Reference
from ..model.releases import Release
from ..model.sources import Citation
from ..model.texts import AdoptedText
from . import leaves, references, sense, within
from .formats import FORMATS, MANIFEST, NEWEST
from .kinds import BY_FOLDER, folder_of
from .layout import ByFolder
from .limits import ENOUGH, FILES, RECORDS, VALUES
from .parsing import MismatchError, describe, find, parse, parse_within

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ..model.value import Value
    from .leaves import Hook
    from .shapes import Shape


Index = Mapping[str, "Value"]
"""Every record and part of a record by its id."""


def decode_manifest(content: bytes) -> Release:
    """Read the manifest of a release; raise `InvalidReleaseError` where it is not one."""
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


def decode(release: Release, files: Mapping[FileName, bytes]) -> tuple[ByFolder, Index]:
    """Read the files of records of a release, given by name in document order.

    Raises `InvalidReleaseError` for the first file that is not as it should be.
    """
    # All that is made here is kept, so looking through it for garbage finds none; that took
    # half of the time of a large load.
    enabled = gc.isenabled()
    gc.disable()
    try:
        return _decode(release, files)
    finally:
        if enabled:
            gc.enable()


def _decode(release: Release, files: Mapping[FileName, bytes]) -> tuple[ByFolder, Index]:
    decoder = Decoder(release.format)
    found: dict[str, list[Value]] = {folder: [] for folder in BY_FOLDER}
    for position, name in enumerate(files):
        if folder_of(name) not in found:
            expected = f"a file or folder named after a kind of record: {', '.join(BY_FOLDER)}"
            raise InvalidReleaseError(MANIFEST, f"$.files[{position}]", expected, describe(name))
    layout: dict[FileName, tuple[str, ...]] = {}
    documents: dict[FileName, Any] = {}
    room = VALUES
    for name, content in files.items():
        documents[name], values = parse_within(name, content, room)
        room -= values
    decoder.documents = documents
    of_kind: dict[str, list[FileName]] = {folder: [] for folder in BY_FOLDER}
    for name in documents:
        of_kind[folder_of(name)].append(name)
    for folder, kind in BY_FOLDER.items():
        for name in of_kind[folder]:
            records = decoder.file(name, documents[name], kind.cls, many=True)
            layout[name] = tuple([record.id for record in records])
            found[folder].extend(records)
    references.check(release, documents, decoder.index, decoder.found)
    records = {folder: tuple(values) for folder, values in found.items()}
    return ByFolder(records, {name: layout[name] for name in documents}), decoder.index


@final
class Decoder:
    """One load of one release: cattrs with strict hooks, and the records met so far."""

    def __init__(self, number: int) -> None:
        from cattrs import Converter

        self.index: dict[str, Value] = {}
        self.documents: dict[FileName, Any] = {}
        self.found = references.Found()
        self._format = number
        self._converter = Converter(forbid_extra_keys=True, detailed_validation=True)
        self._hooks: dict[type[Any], Hook] = {}
        self._record_hooks: dict[type[Any], Hook] = {}
        self._numbers: dict[int, str] = {}
        self._homes: dict[str, tuple[FileName, Any]] = {}
        self._word = leaves.word_of(number)
        self._file = FileName("")

    def file(self, name: str, document: Any, cls: type[Any], *, many: bool) -> Any:
        """Structure the document of one file, or say what is wrong with it first."""
        self._file = FileName(name)
        hook = self._record(cls)
        if many:
            hook = _list_of(hook, cls)
            self._check_number(len(document) if isinstance(document, list) else 0)
        try:
            value = hook(document, cls)
        except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a hook raises.
            problems = islice(self._problems(error, document, "$"), ENOUGH)
            (path, mismatch), *others = problems
            found = mismatch.found + self._other_place(mismatch)
            raise InvalidReleaseError(name, path, mismatch.expected, found, len(others)) from None
        self._check_number(0)
        return value

    def _check_number(self, coming: int) -> None:
        if len(self._homes) + coming > RECORDS:
            expected = f"at most {RECORDS:,} records in a release, their parts counted"
            raise InvalidReleaseError(self._file, "", expected, "more")

    def _shapes(self, cls: type[Any]) -> tuple[Shape, ...]:
        from .shapes import shapes

        return shapes(cls, self._format)

    def _record(self, cls: type[Any]) -> Hook:
        """Return the hook for a value that is written out in its place; it is made once."""
        if cls not in self._hooks:
            self._hooks[cls] = self._made(cls)
        return self._hooks[cls]

    def _made(self, cls: type[Any]) -> Hook:
        from .shapes import has_id

        identified = has_id(cls)
        shapes = self._shapes(cls)
        required = {shape.key for shape in shapes if shape.required}
        owned = [shape.name for shape in shapes if shape.owned]
        cited = [shape for shape in shapes if shape.item is Citation]

        def structure(document: Any, _: Any) -> Any:
            if not isinstance(document, dict):
                raise MismatchError("an object", describe(document))
            if cls not in self._record_hooks:
                self._record_hooks[cls] = self._fields(cls)
            value = self._record_hooks[cls](document, cls)
            missing = required - document.keys()
            if missing:
                raise MismatchError(f"key {min(missing)!r}", "none")
            within.check_citations(value, cited, shapes)
            if identified:
                within.check_parts(value, owned)
                self._add(value, document)
            sense.check(value)
            return value

        return structure

    def _fields(self, cls: type[Any]) -> Hook:
        """Return the hook that structures each field of `cls`, made by cattrs."""
        import attrs
        from cattrs.gen import make_dict_structure_fn, override

        shapes = self._shapes(cls)
        # Every field is given its hook, as cattrs would choose its own for str and int, which
        # turn whatever they find into text and numbers.
        hooks: Any = {field.name: override(omit=True) for field in attrs.fields(cls)}
        for shape in shapes:
            hooks[shape.name] = override(struct_hook=self._field(shape), rename=shape.key)
        return make_dict_structure_fn(cls, self._converter, **hooks)

    def _field(self, shape: Shape) -> Hook:
        item = shape.item
        if shape.owned:
            hook = self._record(item)
        elif item in references.LEADS_TO and shape.name != "id":
            if shape.name == "target":
                item = references.IN_TEXT
            self.found.keys[shape.key] = item
            hook = self._reference
        elif item is str and shape.name in leaves.NAMED:
            hook = leaves.NAMED[shape.name]
        else:
            hook = self._item(item)
        if shape.many:
            hook = _list_of(hook, item)

        def structure(document: Any, _: Any) -> Any:
            value: Any = hook(document, item)
            if shape.many:
                within.check_items(value, shape)
            # What a field holds anyway is left out, so that a record is written in one way only.
            if not shape.required and value == shape.default:
                raise MismatchError(f"another value, or no key {shape.key!r}", describe(document))
            return value

        return structure

    def _item(self, item: Any) -> Hook:
        """Return the hook for a value that is not a list."""
        import enum
        import typing

        from .shapes import has_id

        if item in leaves.LEAVES:
            return leaves.LEAVES[item]
        if isinstance(item, typing.NewType):
            return leaves.identifier
        if issubclass(item, enum.StrEnum):
            return self._word
        return self._reference_to(item) if has_id(item) else self._record(item)

    def _add(self, value: Any, document: Any) -> None:
        if value.id in self._homes:
            raise MismatchError("an id of its own", describe(value.id), ".id", twin=value.id)
        number = getattr(value, "number", None) if isinstance(value, AdoptedText) else None
        if number is not None and self._numbers.setdefault(number, value.id) != value.id:
            found = f"{number}, as that of {self._numbers[number]!r}"
            raise MismatchError("a number of its own", found, ".number")
        self._homes[value.id] = self._file, document
        self.index[value.id] = value

    def _other_place(self, mismatch: MismatchError) -> str:
        """Say where the record with the same id stands; only one of them is ever looked for."""
        if mismatch.twin is None:
            return ""
        home, twin = self._homes[mismatch.twin]
        place, _, _ = next(find(self.documents[home], lambda _, inner: inner is twin))
        return f", as in {home} at {place}.id"

    def _reference_to(self, cls: type[Any]) -> Hook:
        def structure(document: Any, _: Any) -> Any:
            value = self.index.get(leaves.text(document, str))
            if type(value) is not cls:
                raise MismatchError(references.id_of_a(cls), describe(document))
            return value

        return structure

    def _reference(self, document: Any, type_: Any) -> str:
        text = leaves.text(document, type_)
        try:
            Reference.parse(text)
        except InvalidReferenceError:
            raise MismatchError(GRAMMAR, describe(document)) from None
        self.found.references.append((self._file, text, type_))
        return text

    def _problems(
        self, error: BaseException, document: Any, path: str
    ) -> Iterator[tuple[str, MismatchError]]:
        """Yield each problem of a tree of cattrs' errors with its path, in document order."""
        from cattrs.errors import (
            ClassValidationError,
            ForbiddenExtraKeysError,
            IterableValidationError,
        )

        if isinstance(error, IterableValidationError):
            for inner, note in error.group_exceptions()[0]:
                place = f"{path}[{note.index}]"
                yield from self._problems(inner, document[note.index], place)
        elif isinstance(error, ClassValidationError):
            noted, others = error.group_exceptions()
            keys = {shape.name: shape.key for shape in self._shapes(error.cl)}
            by_key = {keys[note.name]: inner for inner, note in noted}
            extra = [inner for inner in others if isinstance(inner, ForbiddenExtraKeysError)]
            for key, inner in document.items():
                if key in by_key:
                    yield from self._problems(by_key[key], inner, f"{path}.{key}")
                elif extra and key in extra[0].extra_fields:
                    known = f"only the keys {', '.join(keys.values())}"
                    yield path, MismatchError(known, f"key {describe(key)}")
            for key in [key for key in by_key if key not in document]:
                yield path, MismatchError(f"key {key!r}", "none")
        elif isinstance(error, MismatchError):
            yield path + error.place, error
        else:
            raise error


def _list_of(hook: Hook, item: Any) -> Hook:
    from cattrs.errors import IterableValidationError, IterableValidationNote

    def structure(document: Any, _: Any) -> Any:
        if not isinstance(document, list):
            raise MismatchError("a list", describe(document))
        items, errors = [], []
        for position, part in enumerate(document):
            try:
                items.append(hook(part, item))
            except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a hook raises.
                error.add_note(IterableValidationNote("", position, item))
                errors.append(error)
                if len(errors) == ENOUGH:
                    break
        if errors:
            raise IterableValidationError("", errors, tuple)  # pyright: ignore[reportCallIssue]
        return tuple(items)

    return structure
