"""The way from JSON to values that can say what is wrong, and where.

This is the only module that knows cattrs, which gathers the problems of a value.  It is taken only
where the quick way was not passed (`quick`), so it may take its time over what is wrong; what
is right within that still goes the quick way.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, final

from ..errors import InvalidReferenceError, InvalidReleaseError
from ..model.ids import GRAMMAR
from ..model.references import Reference
from ..model.sources import Citation
from . import leaves, references, sense, within
from .limits import ENOUGH
from .parsing import MismatchError, describe
from .quick import BROKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from .leaves import Leaf
    from .quick import Quick
    from .register import Register
    from .shapes import Shape

_SMALL = 4_000
"""A part that prints shorter than this is first read in the quick way, in case it is right."""


@final
class _ItemsError(Exception):
    """What is wrong with items of a list, each with its place."""

    def __init__(self, errors: list[tuple[int, Exception]]) -> None:
        self.errors = errors


@final
class Explaining:
    """One file of one release: cattrs with strict hooks, and how many problems it has so far."""

    def __init__(self, register: Register, number: int, quick: Quick) -> None:
        from cattrs import Converter

        self._register = register
        self._format = number
        self._quick = quick
        self._converter = Converter(forbid_extra_keys=True)
        self._records: dict[type[Any], Leaf] = {}
        self._hooks: dict[type[Any], Callable[[Any, Any], Any]] = {}
        self._words = leaves.words_of(number)
        self._count = 0

    def file(self, name: str, document: Any, cls: type[Any], *, many: bool) -> Any:
        """Raise the first problem of a file, with the number of others; or return its value."""
        structure = self._record(cls)
        if many:
            structure = self._list_of(structure)
        try:
            return structure(document)
        except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a hook raises.
            problems = islice(self._problems(error, document, "$"), ENOUGH)
            (path, mismatch), *others = problems
            found = mismatch.found + self._register.other_place(mismatch)
            raise InvalidReleaseError(name, path, mismatch.expected, found, len(others)) from None

    def _shapes(self, cls: type[Any]) -> tuple[Shape, ...]:
        from .shapes import shapes

        return shapes(cls, self._format)

    def _record(self, cls: type[Any]) -> Leaf:
        """Return what reads a value that is written out in its place; it is made once."""
        if cls not in self._records:
            self._records[cls] = self._structure(cls)
        return self._records[cls]

    def _structure(self, cls: type[Any]) -> Leaf:
        from .shapes import has_id

        identified = has_id(cls)
        shapes = self._shapes(cls)
        required = {shape.key for shape in shapes if shape.required}
        owned = [shape.name for shape in shapes if shape.owned]
        cited = [shape for shape in shapes if shape.item is Citation]
        rules = sense.rules_for(cls)

        def structure(document: Any) -> Any:
            if not isinstance(document, dict):
                raise MismatchError("an object", describe(document))
            # Reading it twice is cheap then.
            if len(repr(document)) < _SMALL:
                value = self._quick.attempt(self._quick.record(cls), document)
                if value is not BROKEN:
                    return value
            if cls not in self._hooks:
                self._hooks[cls] = self._fields(cls)
            value = self._hooks[cls](document, cls)
            missing = required - document.keys()
            if missing:
                raise MismatchError(f"key {min(missing)!r}", "none")
            within.check_citations(value, cited, shapes)
            if identified:
                within.check_parts(value, owned)
                self._register.add(value, document)
            sense.check(value, rules)
            return value

        return structure

    def _fields(self, cls: type[Any]) -> Callable[[Any, Any], Any]:
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

    def _field(self, shape: Shape) -> Callable[[Any, Any], Any]:
        item = shape.item
        if shape.owned:
            read = self._record(item)
        elif item in references.LEADS_TO and shape.name != "id":
            if shape.name == "target":
                item = references.IN_TEXT
            self._register.found.keys[shape.key] = item
            read = self._reference(item)
        elif item is str and shape.name in leaves.NAMED:
            read = leaves.NAMED[shape.name]
        else:
            read = self._item(item)
        if shape.many:
            read = self._list_of(read)

        def structure(document: Any, _: Any) -> Any:
            value: Any = read(document)
            if shape.many:
                within.check_items(value, shape)
            # What a field holds anyway is left out, so that a record is written in one way only.
            if not shape.required and value == shape.default:
                raise MismatchError(f"another value, or no key {shape.key!r}", describe(document))
            return value

        return structure

    def _item(self, item: Any) -> Leaf:
        """Return what reads a value that is not a list."""
        import enum
        import typing

        from .shapes import has_id

        if item in leaves.LEAVES:
            return leaves.LEAVES[item]
        if isinstance(item, typing.NewType):
            return leaves.id_of(item)
        if issubclass(item, enum.StrEnum):
            return leaves.word_of(self._words(item))
        return self._reference_to(item) if has_id(item) else self._record(item)

    def _reference_to(self, cls: type[Any]) -> Leaf:
        def structure(document: Any) -> Any:
            value = self._register.index.get(leaves.text(document))
            if type(value) is not cls:
                raise MismatchError(references.id_of_a(cls), describe(document))
            return value

        return structure

    def _reference(self, type_: Any) -> Leaf:
        def structure(document: Any) -> str:
            text = leaves.text(document)
            try:
                Reference.parse(text)
            except InvalidReferenceError:
                raise MismatchError(GRAMMAR, describe(document)) from None
            self._register.found.add(self._register.file, type_, (text,))
            return text

        return structure

    def _problems(
        self, error: BaseException, document: Any, path: str
    ) -> Iterator[tuple[str, MismatchError]]:
        """Yield each problem of a tree of cattrs' errors with its path, in document order."""
        from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError

        if isinstance(error, _ItemsError):
            for position, inner in error.errors:
                yield from self._problems(inner, document[position], f"{path}[{position}]")
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

    def _list_of(self, read: Leaf) -> Leaf:
        def structure(document: Any) -> Any:
            if not isinstance(document, list):
                raise MismatchError("a list", describe(document))
            items, errors = [], []
            for position, part in enumerate(document):
                try:
                    items.append(read(part))
                except Exception as error:  # noqa: BLE001 - cattrs wraps whatever a hook raises.
                    errors.append((position, error))
                    self._count += _problems_of(error)
                    if self._count >= ENOUGH:
                        break
            if errors:
                raise _ItemsError(errors)
            return tuple(items)

        return structure


def _problems_of(error: Exception) -> int:
    """Return how many problems an error has that are not in a list, where they were counted."""
    from cattrs.errors import ClassValidationError

    if isinstance(error, ClassValidationError):
        return sum(map(_problems_of, error.exceptions))
    return 0 if isinstance(error, _ItemsError) else 1
