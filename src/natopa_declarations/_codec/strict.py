"""Bytes to values, and back.

This is the only module that knows cattrs.  Two ways lead from bytes to values, and a
test proves that they lead to the same place for every packaged file:

- the generated constructors build packaged records, and check nothing;
- `decode` checks every key, type and reference, and names what is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, final

from ..errors import InvalidDateError, InvalidReferenceError, InvalidReleaseError
from ..model.dates import EXPECTED as EXPECTED_DATE
from ..model.dates import PartialDate
from ..model.ids import (
    GRAMMAR,
    AmendmentId,
    ClaimId,
    ClauseId,
    DecisionId,
    Ref,
    VoteId,
    is_name,
)
from ..model.references import Reference
from ..model.releases import FileName, Release
from ..model.words import ChangeKind
from .kinds import BY_FOLDER, folder_of
from .parsing import MismatchError, describe, parse, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from cattrs import Converter

    from ..model.value import Value
    from .shapes import Shape

    Hook = Callable[[Any, Any], Any]

FORMAT = 1
"""The number of the file format that this code reads and writes."""

MANIFEST = "manifest.json"

ENOUGH = 100
"""How many broken items of a list are looked at before the rest is left unread."""

BROKEN = (AttributeError, KeyError, RecursionError, TypeError, ValueError)
"""What the constructors raise where packaged bytes are not what was released.

The checking way then runs over the same bytes, and says what is wrong with them.
"""

Records = Mapping[str, "tuple[Value, ...]"]
"""The records of a release by the names of their folders, in document order."""

Index = Mapping[str, "Value"]
"""Every record and part of a record by its id."""


def decode_manifest(content: bytes, *, trusted: bool = False) -> Release:
    """Read the manifest of a release; raise `InvalidReleaseError` where it is not one."""
    if trusted:
        from .constructors import release as construct

        try:
            return construct(json.loads(content), {})
        except BROKEN:
            pass
    document = parse(MANIFEST, content)
    if isinstance(document, dict):
        found = document.get("format")
        if type(found) is int and found != FORMAT:
            expected = f"format {FORMAT}, the newest that this version of the package knows"
            raise InvalidReleaseError(MANIFEST, "$.format", expected, f"format {found}")
    release: Release = _Decoder().file(MANIFEST, document, Release, many=False)
    return release


def decode(release: Release, files: Mapping[FileName, bytes]) -> tuple[Records, Index]:
    """Read the files of records of a release, given by name in document order.

    Raises `InvalidReleaseError` for the first file that is not as it should be.
    """
    import gc

    # All that is made here is kept, so looking through it for garbage finds none; that took
    # half of the time of a large load.
    enabled = gc.isenabled()
    gc.disable()
    try:
        return _decode(release, files)
    finally:
        if enabled:
            gc.enable()


def _decode(release: Release, files: Mapping[FileName, bytes]) -> tuple[Records, Index]:
    decoder = _Decoder()
    found: dict[str, list[Value]] = {folder: [] for folder in BY_FOLDER}
    for position, name in enumerate(files):
        if folder_of(name) not in found:
            expected = f"a file or folder named after a kind of record: {', '.join(BY_FOLDER)}"
            raise InvalidReleaseError(MANIFEST, f"$.files[{position}]", expected, describe(name))
    documents = {name: parse(name, content) for name, content in files.items()}
    decoder.documents = documents
    for folder, kind in BY_FOLDER.items():
        for name, document in documents.items():
            if folder_of(name) == folder:
                found[folder].extend(decoder.file(name, document, kind.cls, many=True))
    decoder.check_references(release)
    return {folder: tuple(values) for folder, values in found.items()}, decoder.index


def encode(value: Value | tuple[Value, ...]) -> bytes:
    """Write `value` as the text of a file: UTF-8, two spaces a level, keys in model order."""
    plain = _converter().unstructure(value)
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


@final
class _Decoder:
    """One load of one release: cattrs with strict hooks, and the records met so far."""

    def __init__(self) -> None:
        from cattrs import Converter

        self.index: dict[str, Value] = {}
        self.documents: dict[FileName, Any] = {}
        self._converter = Converter(forbid_extra_keys=True, detailed_validation=True)
        self._record_hooks: dict[type[Any], Hook] = {}
        self._homes: dict[str, tuple[FileName, Any]] = {}
        self._references: list[tuple[FileName, str]] = []
        self._referring: set[str] = set()
        self._file = FileName("")

    def file(self, name: str, document: Any, cls: type[Any], *, many: bool) -> Any:
        """Structure the document of one file, or say what is wrong with it first."""
        self._file = FileName(name)
        hook = self._record(cls)
        if many:
            hook = _list_of(hook, cls)
        try:
            return hook(document, cls)
        except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a hook raises.
            (path, mismatch), *others = _problems(error, document, "$")
            raise InvalidReleaseError(
                name, path, mismatch.expected, mismatch.found, len(others)
            ) from None

    def check_references(self, release: Release) -> None:
        """Raise for the first reference that leads nowhere."""
        dangling = [*self._dangling_changes(release), *self._dangling_references()]
        if dangling:
            file, path, expected, text = dangling[0]
            raise InvalidReleaseError(file, path, expected, describe(text), len(dangling) - 1)

    def _dangling_changes(self, release: Release) -> Iterator[tuple[str, str, str, str]]:
        from ..model.sources import Source

        for position, change in enumerate(release.changes):
            path = f"$.changes[{position}]"
            leads = self._leads_somewhere(change.record)
            if change.kind == ChangeKind.RETIRED:
                if leads:
                    yield MANIFEST, f"{path}.record", _RETIRED, change.record
            elif not leads:
                yield MANIFEST, f"{path}.record", _REFERENCE, change.record
            for key in ("successor", "retired_in"):
                text = getattr(change, key)
                if text is not None and change.kind != ChangeKind.RETIRED:
                    yield MANIFEST, f"{path}.{key}", f"no {key} where nothing is retired", text
            successor = change.successor
            if successor is not None and not (
                self._leads_somewhere(successor) or release.retirement(successor)
            ):
                yield MANIFEST, f"{path}.successor", f"{_REFERENCE}, or a retired id", successor
            for number, source in enumerate(change.sources):
                if not isinstance(self.index.get(source), Source):
                    yield MANIFEST, f"{path}.sources[{number}]", _id_of_a(Source), source

    def _dangling_references(self) -> Iterator[tuple[str, str, str, str]]:
        lost = {found for found in self._references if not self._leads_somewhere(found[1])}
        for file in [file for file in self.documents if file in dict(lost)]:
            for path, key, value in walk(self.documents[file]):
                # The same words may stand in a title, so only keys that refer are looked at.
                if key in self._referring and type(value) is str and (file, value) in lost:
                    yield file, path, _REFERENCE, value

    def _leads_somewhere(self, text: str) -> bool:
        reference = Reference.parse(text)
        if reference.edition is None:
            return text in self.index
        editions = getattr(self.index.get(reference.record), "editions", ())
        return reference.edition in [edition.name for edition in editions]

    def _record(self, cls: type[Any]) -> Hook:
        """Return the hook for a value that is written out in its place."""
        from .shapes import has_id, shapes

        identified = has_id(cls)
        required = {shape.name for shape in shapes(cls) if shape.required}
        owned = [shape.name for shape in shapes(cls) if shape.owned]

        def structure(document: Any, _: Any) -> Any:
            if not isinstance(document, dict):
                raise MismatchError("an object", describe(document))
            if cls not in self._record_hooks:
                self._record_hooks[cls] = self._fields(cls)
            value = self._record_hooks[cls](document, cls)
            missing = required - document.keys()
            if missing:
                raise MismatchError(f"key {min(missing)!r}", "none")
            if identified:
                _check_parts(value, owned)
                self._add(value, document)
            return value

        return structure

    def _fields(self, cls: type[Any]) -> Hook:
        """Return the hook that structures each field of `cls`, made by cattrs."""
        from cattrs.gen import make_dict_structure_fn, override

        from .shapes import shapes

        self._referring |= {shape.name for shape in shapes(cls) if shape.item is Ref}
        # Every field is given its hook, as cattrs would choose its own for str and int, which
        # turn whatever they find into text and numbers.
        hooks: Any = {
            shape.name: override(struct_hook=self._field(shape)) for shape in shapes(cls)
        }
        hooks |= {name: override(omit=True) for name in _unwritten(cls)}
        return make_dict_structure_fn(cls, self._converter, **hooks)

    def _field(self, shape: Shape) -> Hook:
        item = shape.item
        hook = self._record(item) if shape.owned else self._item(item)
        if shape.many:
            hook = _list_of(hook, item)

        def structure(document: Any, _: Any) -> Any:
            value = hook(document, item)
            # What a field holds anyway is left out, so that a record is written in one way only.
            if not shape.required and value == shape.default:
                raise MismatchError(f"another value, or no key {shape.name!r}", describe(document))
            return value

        return structure

    def _item(self, item: Any) -> Hook:
        """Return the hook for a value that is not a list."""
        import enum
        import typing

        from .shapes import has_id

        if item in _PLAIN:
            return _PLAIN[item]
        if isinstance(item, typing.NewType):
            return self._reference if item is Ref else _identifier
        if issubclass(item, enum.StrEnum):
            return _word
        return self._reference_to(item) if has_id(item) else self._record(item)

    def _add(self, value: Any, document: Any) -> None:
        if value.id in self._homes:
            home, twin = self._homes[value.id]
            place = next(path for path, _, inner in walk(self.documents[home]) if inner is twin)
            found = f"{describe(value.id)}, as in {home} at {place}.id"
            raise MismatchError("an id of its own", found, ".id")
        self._homes[value.id] = self._file, document
        self.index[value.id] = value

    def _reference_to(self, cls: type[Any]) -> Hook:
        def structure(document: Any, _: Any) -> Any:
            value = self.index.get(_text(document, str))
            if type(value) is not cls:
                raise MismatchError(_id_of_a(cls), describe(document))
            return value

        return structure

    def _reference(self, document: Any, type_: Any) -> str:
        text = _text(document, type_)
        try:
            Reference.parse(text)
        except InvalidReferenceError:
            raise MismatchError(GRAMMAR, describe(document)) from None
        self._references.append((self._file, text))
        return text


def _unwritten(cls: type[Any]) -> set[str]:
    """Return the names of the fields that do not stand in files."""
    import attrs

    from .shapes import shapes

    return {field.name for field in attrs.fields(cls)} - {shape.name for shape in shapes(cls)}


_REFERENCE = "a reference to a record of this release"
_RETIRED = "a retired id, which no record has"


def _id_of_a(cls: type[Any]) -> str:
    kind = cls.__name__.lower()
    return f"the id of a{'n' if kind[0] in 'aeiou' else ''} {kind} of this release"


def _check_parts(value: Any, owned: list[str]) -> None:
    """Raise for the first part whose id is not its owner's, and for an edition that is twice."""
    for name in owned:
        for position, part in enumerate(getattr(value, name)):
            if Reference.parse(part.id).record != value.id:
                expected = f"the id of a part of {value.id!r}"
                raise MismatchError(expected, describe(part.id), f".{name}[{position}].id")
    names: list[str] = []
    for position, edition in enumerate(getattr(value, "editions", ())):
        if edition.name in names:
            found = f"{describe(edition.name)} twice"
            raise MismatchError("each edition once", found, f".editions[{position}].name")
        names.append(edition.name)


def _text(document: Any, _: Any) -> str:
    if type(document) is not str:
        raise MismatchError("text", describe(document))
    if not document.strip():
        raise MismatchError("text that is not blank", describe(document))
    try:
        document.encode()
    except UnicodeEncodeError:
        raise MismatchError(
            "text in Unicode", f"{describe(document)} with half a character"
        ) from None
    return document


def _words(document: Any, type_: Any) -> str:
    text = _text(document, type_)
    if not _CONTROLS.isdisjoint(text):
        # They could make a terminal show something else than what is there.
        raise MismatchError("text without control characters", describe(document))
    return text


def _integer(document: Any, _: Any) -> int:
    if type(document) is not int:
        raise MismatchError("a whole number", describe(document))
    return document


def _boolean(document: Any, _: Any) -> bool:
    if type(document) is not bool:
        raise MismatchError("true or false", describe(document))
    return document


def _date(document: Any, type_: Any) -> PartialDate:
    try:
        return PartialDate.parse(_text(document, type_))
    except InvalidDateError:
        raise MismatchError(EXPECTED_DATE, describe(document)) from None


def _word(document: Any, type_: Any) -> Any:
    try:
        return type_(_text(document, type_))
    except ValueError:
        raise MismatchError(f"one of {', '.join(type_)}", describe(document)) from None


def _identifier(document: Any, type_: Any) -> str:
    text = _text(document, type_)
    record, mark, part = text.partition("#")
    if type_ in _PARTS:
        expected, right = _PART_ID, is_name(record) and is_name(part)
    else:
        expected, right = _ID, is_name(record) and not mark
    if not right:
        raise MismatchError(expected, describe(document))
    return text


def _file_name(document: Any, type_: Any) -> str:
    text = _text(document, type_)
    *folders, name = text.split("/")
    parts = [*folders, name.removesuffix(".json")]
    if not name.endswith(".json") or not all(map(is_name, parts)):
        expected = "a name inside the folder, such as 'declarations/489.json'"
        raise MismatchError(expected, describe(document))
    return text


_CONTROLS = {chr(code) for code in (*range(32), *range(127, 160))} - {"\n", "\t"}
_ID = "an id: a-z and 0-9 in groups joined by single hyphens, such as 'michal-szczerba'"
_PART_ID = "the id of a part: its owner's id, '#' and a name, such as '489#lift-restrictions'"
_PARTS = (AmendmentId, ClaimId, ClauseId, DecisionId, VoteId)
_PLAIN: dict[Any, Hook] = {
    str: _words,
    int: _integer,
    bool: _boolean,
    PartialDate: _date,
    FileName: _file_name,
}


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


def _problems(
    error: BaseException, document: Any, path: str
) -> Iterator[tuple[str, MismatchError]]:
    """Yield each problem of a tree of cattrs' errors with the path to it, in document order."""
    from cattrs.errors import (
        ClassValidationError,
        ForbiddenExtraKeysError,
        IterableValidationError,
    )

    from .shapes import shapes

    if isinstance(error, IterableValidationError):
        for inner, note in error.group_exceptions()[0]:
            yield from _problems(inner, document[note.index], f"{path}[{note.index}]")
    elif isinstance(error, ClassValidationError):
        noted, others = error.group_exceptions()
        by_key = {note.name: inner for inner, note in noted}
        extra = [inner for inner in others if isinstance(inner, ForbiddenExtraKeysError)]
        for key, inner in document.items():
            if key in by_key:
                yield from _problems(by_key[key], inner, f"{path}.{key}")
            elif extra and key in extra[0].extra_fields:
                known = ", ".join(shape.name for shape in shapes(extra[0].cl))
                yield path, MismatchError(f"only the keys {known}", f"key {describe(key)}")
        for key in [key for key in by_key if key not in document]:
            yield path, MismatchError(f"key {key!r}", "none")
    elif isinstance(error, MismatchError):
        yield path + error.place, error
    else:
        raise error


def _converter() -> Converter:
    """Return what turns values into the dicts, lists and plain values that JSON knows."""
    import attrs
    from cattrs import Converter
    from cattrs.gen import make_dict_unstructure_fn, override

    from .shapes import shapes

    converter = Converter()
    converter.register_unstructure_hook(PartialDate, str)

    def class_hook(type_: Any) -> Callable[[Any], Any]:
        hooks: Any = {
            shape.name: override(unstruct_hook=_ids_of if shape.many else _id_of)
            for shape in shapes(type_)
            if shape.by_id
        }
        unordered: Any = make_dict_unstructure_fn(
            type_, converter, _cattrs_omit_if_default=True, **hooks
        )
        names = [shape.name for shape in shapes(type_)]

        def unstructure(value: Any) -> dict[str, Any]:
            # cattrs puts the keys that are always there first; people read model order.
            plain = unordered(value)
            return {name: plain[name] for name in names if name in plain}

        return unstructure

    converter.register_unstructure_hook_factory(
        lambda type_: attrs.has(type_) and type_ is not PartialDate, class_hook
    )
    return converter


def _id_of(value: Any) -> Any:
    return value.id


def _ids_of(values: Any) -> list[Any]:
    return [value.id for value in values]
