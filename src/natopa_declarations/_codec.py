"""Bytes to values, and back.

This is the only module that knows cattrs.  Two ways lead from bytes to values, and a
test proves that they lead to the same place for every packaged file:

- `decode` with `trusted` builds packaged records with constructors that were generated
  from the model, and checks nothing;
- without it, every key, type and reference is checked, and what is wrong is named.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, final

from ._errors import InvalidDateError, InvalidReferenceError, InvalidReleaseError
from ._ids import GRAMMAR, Reference, is_name
from ._model.dates import EXPECTED as EXPECTED_DATE
from ._model.dates import PartialDate
from ._model.releases import FileName, Release
from ._model.words import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any, NoReturn

    from cattrs import Converter

    from ._model.value import Value

    Hook = Callable[[Any, Any], Any]

FORMAT = 1
"""The number of the file format that this code reads and writes."""

MANIFEST = "manifest.json"

# What the constructors raise where packaged bytes are not what was released.  The checking
# way then runs over the same bytes, and says what is wrong with them.
_BROKEN = (AttributeError, KeyError, RecursionError, TypeError, ValueError)

Records = dict[str, "tuple[Value, ...]"]
"""The records of a release by kind, in document order."""

Index = dict[str, "Value"]
"""Every record and part of a record by its id."""


def decode_manifest(content: bytes, *, trusted: bool = False) -> Release:
    """Read the manifest of a release; raise `InvalidReleaseError` where it is not one."""
    if trusted:
        from ._constructors import release as construct

        try:
            return construct(json.loads(content), {})
        except _BROKEN:
            pass
    document = _parse(MANIFEST, content)
    if isinstance(document, dict):
        found = document.get("format")
        if type(found) is int and found != FORMAT:
            expected = f"format {FORMAT}, the newest that this version of the package knows"
            raise InvalidReleaseError(MANIFEST, "$.format", expected, f"format {found}")
    release: Release = _Decoder().file(MANIFEST, document, Release, many=False)
    return release


def decode(
    release: Release, files: Mapping[FileName, bytes], *, trusted: bool = False
) -> tuple[Records, Index]:
    """Read the files of records of a release, given by name in document order.

    Raises `InvalidReleaseError` for the first file that is not as it should be.
    """
    if trusted:
        try:
            return _decode_trusted(files)
        except _BROKEN:
            pass
    from ._shapes import KINDS

    decoder = _Decoder()
    documents = {name: _parse(name, content) for name, content in files.items()}
    decoder.documents = documents
    found: dict[str, list[Value]] = {kind: [] for kind in KINDS}
    for name in documents:
        if kind_of(name) not in found:
            expected = f"a file or folder named after a kind of record: {', '.join(KINDS)}"
            raise InvalidReleaseError(MANIFEST, "$.files", expected, _show(name))
    for kind, cls in KINDS.items():
        for name, document in documents.items():
            if kind_of(name) == kind:
                found[kind].extend(decoder.file(name, document, cls, many=True))
    decoder.check_references(release)
    return {kind: tuple(values) for kind, values in found.items()}, decoder.index


def _decode_trusted(files: Mapping[FileName, bytes]) -> tuple[Records, Index]:
    from ._constructors import CONSTRUCTORS

    by_kind: dict[str, list[bytes]] = {kind: [] for kind in CONSTRUCTORS}
    for name, content in files.items():
        by_kind[kind_of(name)].append(content)
    index: Index = {}
    records: Records = {}
    for kind, construct in CONSTRUCTORS.items():
        records[kind] = tuple(
            [
                construct(document, index)
                for content in by_kind[kind]
                for document in json.loads(content)
            ]
        )
    return records, index


def encode(value: Value | tuple[Value, ...]) -> bytes:
    """Write `value` as the text of a file: UTF-8, two spaces a level, keys in model order."""
    plain = [unstructure(item) for item in value] if isinstance(value, tuple) else unstructure(value)
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def unstructure(value: Value) -> dict[str, Any]:
    """Turn `value` into the dicts, lists and plain values that JSON knows."""
    plain: dict[str, Any] = _unstructure_hook(type(value))(value)
    return plain


def kind_of(name: str) -> str:
    """Return the kind of record that a file holds: the first part of its name."""
    return name.partition("/")[0].removesuffix(".json")


def _parse(name: str, content: bytes) -> Any:
    """Read JSON that has no repeated key and no number that JSON does not know."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = dict(pairs)
        if len(keys) < len(pairs):
            seen: set[str] = set()
            repeated = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
            raise _Mismatch("each key once in an object", f"key {_show(repeated)} twice")
        return keys

    def constant(word: str) -> NoReturn:
        raise _Mismatch("a JSON value", word)

    try:
        return json.loads(
            content.decode("utf-8"), object_pairs_hook=unique, parse_constant=constant
        )
    except UnicodeDecodeError as error:
        found = f"byte 0x{content[error.start]:02x} at offset {error.start}"
        raise InvalidReleaseError(name, "", "UTF-8", found) from None
    except json.JSONDecodeError as error:
        found = f"{error.msg!r} at line {error.lineno}, column {error.colno}"
        raise InvalidReleaseError(name, "", "JSON", found) from None
    except _Mismatch as error:
        raise InvalidReleaseError(name, "", error.expected, error.found) from None
    except ValueError:
        raise InvalidReleaseError(name, "", "numbers of a few digits", "a longer one") from None
    except RecursionError:
        raise InvalidReleaseError(name, "", "JSON nested a few levels", "far more") from None


def _show(value: object) -> str:
    """Say in a few words what `value` is, safely on any terminal."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = json.dumps(value)
    return text if len(text) <= 60 else text[:57] + "..."


@final
class _Mismatch(ValueError):
    """What was expected and what was found; the way to it is added on the way up."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(expected, found)
        self.expected = expected
        self.found = found


@final
class _Decoder:
    """One load of one release: cattrs with strict hooks, and the records met so far."""

    def __init__(self) -> None:
        from cattrs import Converter

        self.index: Index = {}
        self.documents: dict[FileName, Any] = {}
        self._converter = Converter(forbid_extra_keys=True, detailed_validation=True)
        self._homes: dict[str, FileName] = {}
        self._references: list[tuple[FileName, str]] = []
        self._file = FileName("")
        self._register(self._converter)

    def file(self, name: str, document: Any, cls: type[Any], *, many: bool) -> Any:
        """Structure the document of one file, or say what is wrong with it first."""
        self._file = FileName(name)
        hook = self._record(cls)
        if many:
            hook = _list_of(hook, cls)
        try:
            return hook(document, cls)
        except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a hook raises.
            (path, mismatch), *others = _problems(error, "$")
            raise InvalidReleaseError(
                name, path, mismatch.expected, mismatch.found, len(others)
            ) from None

    def check_references(self, release: Release) -> None:
        """Raise for the first reference that leads nowhere."""
        dangling = [
            (MANIFEST, f"$.changes[{position}]", text)
            for position, change in enumerate(release.changes)
            for text in (change.record, *change.sources)
            if change.kind != ChangeKind.RETIRED and not self._leads_somewhere(text)
        ]
        dangling += [
            (file, next(_places(self.documents[file], text, "$")), text)
            for file, text in self._references
            if not self._leads_somewhere(text)
        ]
        if dangling:
            file, path, text = dangling[0]
            expected = "a reference to a record of this release"
            raise InvalidReleaseError(file, path, expected, _show(text), len(dangling) - 1)

    def _leads_somewhere(self, text: str) -> bool:
        reference = Reference.parse(text)
        if reference.edition is None:
            return text in self.index
        editions = getattr(self.index.get(reference.record), "editions", ())
        return reference.edition in [edition.name for edition in editions]

    def _register(self, converter: Converter) -> None:
        import enum
        import operator
        import typing
        from functools import partial

        import attrs
        from cattrs.gen import make_dict_structure_fn, override

        from ._ids import Ref
        from ._shapes import has_id, shapes

        def is_optional(type_: Any) -> bool:
            return type(None) in typing.get_args(type_)

        def is_tuple(type_: Any) -> bool:
            origin: Any = typing.get_origin(type_)
            return origin is tuple

        def is_new_type(type_: Any) -> bool:
            return isinstance(type_, typing.NewType)

        def optional_hook(type_: Any) -> Hook:
            # A field that may be blank is left out of the file; null is never written.
            (inner,) = [part for part in typing.get_args(type_) if part is not type(None)]
            hook: Hook = converter.get_structure_hook(inner)
            return lambda document, _: hook(document, inner)

        def tuple_hook(type_: Any) -> Hook:
            item = typing.get_args(type_)[0]
            return _list_of(converter.get_structure_hook(item), item)

        def class_hook(type_: Any) -> Hook:
            return self._reference_to(type_) if has_id(type_) else self._record(type_)

        def new_type_hook(type_: Any) -> Hook:
            return self._reference if type_ is Ref else _NAMES.get(type_, _identifier)

        def record_hook(cls: type[Any]) -> Hook:
            owned: Any = {
                shape.name: override(
                    struct_hook=_list_of(self._record(shape.item), shape.item)
                )
                for shape in shapes(cls)
                if shape.owned
            }
            return make_dict_structure_fn(cls, converter, **owned)

        self._make_record_hook = record_hook
        self._record_hooks: dict[type[Any], Hook] = {}
        converter.register_structure_hook_factory(attrs.has, class_hook)
        # Not by class: cattrs would then use the hook of str for every StrEnum too.
        for type_, hook in _PLAIN.items():
            converter.register_structure_hook_func(partial(operator.is_, type_), hook)
        converter.register_structure_hook_func(
            lambda type_: isinstance(type_, type) and issubclass(type_, enum.StrEnum), _word
        )
        converter.register_structure_hook_factory(is_new_type, new_type_hook)
        converter.register_structure_hook_factory(is_optional, optional_hook)
        converter.register_structure_hook_factory(is_tuple, tuple_hook)

    def _record(self, cls: type[Any]) -> Hook:
        """Return the hook for a value that is written out in its place."""
        from ._shapes import has_id, shapes

        identified = has_id(cls)
        required = {shape.name for shape in shapes(cls) if shape.required}
        owned = [shape.name for shape in shapes(cls) if shape.owned]

        def structure(document: Any, _: Any) -> Any:
            if not isinstance(document, dict):
                raise _Mismatch("an object", _show(document))
            if cls not in self._record_hooks:
                self._record_hooks[cls] = self._make_record_hook(cls)
            value = self._record_hooks[cls](document, cls)
            missing = required - document.keys()
            if missing:
                raise _Mismatch(f"key {min(missing)!r}", "none")
            if identified:
                self._own(value, owned)
                self._add(value)
            return value

        return structure

    def _own(self, value: Any, owned: list[str]) -> None:
        for name in owned:
            for part in getattr(value, name):
                if Reference.parse(part.id).record != value.id:
                    raise _Mismatch(f"the id of a part of {value.id!r}", _show(part.id))

    def _add(self, value: Any) -> None:
        home = self._homes.get(value.id)
        if home is not None:
            place = next(_places(self.documents[home], value.id, "$", key="id"))
            raise _Mismatch("an id of its own", f"{_show(value.id)}, as in {home} at {place}")
        self._homes[value.id] = self._file
        self.index[value.id] = value

    def _reference_to(self, cls: type[Any]) -> Hook:
        kind = cls.__name__.lower()

        def structure(document: Any, _: Any) -> Any:
            value = self.index.get(_text(document, str))
            if type(value) is not cls:
                raise _Mismatch(f"the id of a {kind} of this release", _show(document))
            return value

        return structure

    def _reference(self, document: Any, type_: Any) -> str:
        text = _text(document, type_)
        try:
            Reference.parse(text)
        except InvalidReferenceError:
            raise _Mismatch(GRAMMAR, _show(document)) from None
        self._references.append((self._file, text))
        return text


def _text(document: Any, _: Any) -> str:
    if type(document) is not str:
        raise _Mismatch("text", _show(document))
    if not document.strip():
        raise _Mismatch("text that is not blank", _show(document))
    try:
        document.encode()
    except UnicodeEncodeError:
        raise _Mismatch("text in Unicode", f"{_show(document)} with half a character") from None
    return document


def _integer(document: Any, _: Any) -> int:
    if type(document) is not int:
        raise _Mismatch("a whole number", _show(document))
    return document


def _boolean(document: Any, _: Any) -> bool:
    if type(document) is not bool:
        raise _Mismatch("true or false", _show(document))
    return document


def _date(document: Any, type_: Any) -> PartialDate:
    try:
        return PartialDate.parse(_text(document, type_))
    except InvalidDateError:
        raise _Mismatch(EXPECTED_DATE, _show(document)) from None


def _word(document: Any, type_: Any) -> Any:
    try:
        return type_(_text(document, type_))
    except ValueError:
        raise _Mismatch(f"one of {', '.join(type_)}", _show(document)) from None


def _identifier(document: Any, type_: Any) -> str:
    text = _text(document, type_)
    record, _, part = text.partition("#")
    if not is_name(record) or (part and not is_name(part)) or text.endswith("#"):
        raise _Mismatch(GRAMMAR, _show(document))
    return text


def _file_name(document: Any, type_: Any) -> str:
    text = _text(document, type_)
    *folders, name = text.split("/")
    parts = [*folders, name.removesuffix(".json")]
    if not name.endswith(".json") or not all(map(is_name, parts)):
        expected = "a name inside the folder, such as 'declarations/489.json'"
        raise _Mismatch(expected, _show(document))
    return text


_NAMES: dict[Any, Hook] = {FileName: _file_name}
_PLAIN: dict[Any, Hook] = {str: _text, int: _integer, bool: _boolean, PartialDate: _date}


def _list_of(hook: Hook, item: Any) -> Hook:
    from cattrs.errors import IterableValidationError, IterableValidationNote

    def structure(document: Any, _: Any) -> Any:
        if not isinstance(document, list):
            raise _Mismatch("a list", _show(document))
        items, errors = [], []
        for position, part in enumerate(document):
            try:
                items.append(hook(part, item))
            except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a hook raises.
                error.add_note(IterableValidationNote("", position, item))
                errors.append(error)
        if errors:
            raise IterableValidationError("", errors, tuple)
        return tuple(items)

    return structure


def _problems(error: BaseException, path: str) -> Iterator[tuple[str, _Mismatch]]:
    """Yield each problem of a tree of cattrs' errors with the path to it, in document order."""
    from cattrs.errors import (
        ClassValidationError,
        ForbiddenExtraKeysError,
        IterableValidationError,
    )

    if isinstance(error, IterableValidationError):
        for inner, place in error.group_exceptions()[0]:
            yield from _problems(inner, f"{path}[{place.index}]")
    elif isinstance(error, ClassValidationError):
        noted, others = error.group_exceptions()
        for inner, note in noted:
            if isinstance(inner, KeyError):
                yield path, _Mismatch(f"key {note.name!r}", "none")
            else:
                yield from _problems(inner, f"{path}.{note.name}")
        for inner in others:
            yield from _problems(inner, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        import attrs

        known = ", ".join(field.name for field in attrs.fields(error.cl))
        for key in sorted(error.extra_fields):
            yield path, _Mismatch(f"only the keys {known}", f"key {_show(key)}")
    elif isinstance(error, _Mismatch):
        yield path, error
    else:
        raise error


def _places(document: Any, text: str, path: str, key: str | None = None) -> Iterator[str]:
    """Yield the paths at which `document` has `text`, only under `key` where one is given."""
    if isinstance(document, dict):
        for name, inner in document.items():
            if inner == text and key in (None, name):
                yield f"{path}.{name}"
            yield from _places(inner, text, f"{path}.{name}", key)
    elif isinstance(document, list):
        for position, inner in enumerate(document):
            if inner == text and key is None:
                yield f"{path}[{position}]"
            yield from _places(inner, text, f"{path}[{position}]", key)


def _unstructure_hook(cls: type[Any]) -> Callable[[Any], Any]:
    from functools import partial

    from cattrs import Converter
    from cattrs.gen import make_dict_unstructure_fn, override

    import attrs

    from ._shapes import shapes

    converter = Converter()
    converter.register_unstructure_hook(PartialDate, str)

    def class_hook(type_: Any) -> Callable[[Any], Any]:
        hooks: Any = {
            shape.name: override(
                unstruct_hook=_ids_of if shape.many else _id_of
            )
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
    return partial(converter.unstructure, unstructure_as=cls)


def _id_of(value: Any) -> Any:
    return value.id


def _ids_of(values: Any) -> list[Any]:
    return [value.id for value in values]
