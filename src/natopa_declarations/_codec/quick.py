"""The quick way from JSON to values: it checks everything, and says nothing on what is wrong.

A folder of a hundred thousand records is read in seconds only where no step is taken that the
records themselves do not need.  So a record that is as it should be is made here, slot by slot;
whatever is not raises any error at all, and is read once more in the way that can explain it
(`explaining`).  A test proves that both accept the same, and make the same of it.
"""

from __future__ import annotations

import enum
import typing
from typing import TYPE_CHECKING, final

import attrs

from ..model.dates import PartialDate
from ..model.ids import Country
from ..model.sources import Citation
from . import leaves, references, sense, within
from .checks import (
    BrokenError,
    Known,
    is_id,
    is_part_id,
    is_reference,
    list_of,
    matching,
    not_default,
    slot,
)
from .shapes import has_id, shapes

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .checks import Check
    from .register import Register
    from .shapes import Shape

    Finish = Callable[[Any, Any, int], None]

_ABSENT = object()

BROKEN = object()
"""What comes of JSON that is not as it should be."""


@final
class Quick:
    """The checks of one load; those of a class are built when its first value is read."""

    def __init__(self, register: Register, number: int) -> None:
        self._register = register
        self._number = number
        self._words = leaves.words_of(number)
        self._records: dict[type[Any], Check] = {}
        self._known: dict[Check, Known] = {}
        self._supported: list[tuple[str, ...]] = []

    def file(self, document: Any, cls: type[Any], *, many: bool) -> Any:
        """Return the value, or the values, of one file; `BROKEN` where anything is wrong."""
        structure = self.record(cls)
        if many:
            structure = list_of(structure)
        return self.attempt(structure, document)

    def attempt(self, structure: Check, document: Any) -> Any:
        """Return the value of some JSON; or `BROKEN`, and forget the records in it."""
        count = len(self._register.index)
        try:
            return structure(document)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - which error it is says nothing on what is wrong.
            self._register.forget_after(count)
            self._supported.clear()
            return BROKEN

    def record(self, cls: type[Any]) -> Check:
        """Return what makes a value that is written out in its place."""
        if cls not in self._records:
            self._records[cls] = self._structure(cls)
        return self._records[cls]

    def _structure(self, cls: type[Any]) -> Check:
        """Return what makes a value of a class, slot by slot."""
        written = shapes(cls, self._number)
        required = [
            (shape.key, self._field(shape), slot(cls, shape.name))
            for shape in written
            if shape.required
        ]
        optional = [
            (shape.key, self._field(shape), slot(cls, shape.name), shape.default)
            for shape in written
            if not shape.required
        ]
        names = {shape.name for shape in written}
        blank = [
            (slot(cls, field.name), field.default)
            for field in attrs.fields(cls)
            if field.name not in names
        ]
        defaults = [(put, default) for _, _, put, default in optional] + blank
        needed, finish = len(required), self._finish(cls, written)
        supported = self._supported
        new = object.__new__

        def structure(document: Any) -> Any:
            if type(document) is not dict:
                raise BrokenError
            value, before = new(cls), len(supported)
            for key, check, put in required:
                put(value, check(document[key]))
            left = len(document) - needed
            if not left:
                for put, default in defaults:
                    put(value, default)
            else:
                get = document.get
                for key, check, put, default in optional:
                    content = get(key, _ABSENT)
                    if content is _ABSENT:
                        put(value, default)
                    else:
                        put(value, check(content))
                        left -= 1
                if left:
                    raise BrokenError
                for put, default in blank:
                    put(value, default)
            if finish:
                finish(value, document, before)
            return value

        return structure

    def _finish(self, cls: type[Any], written: tuple[Shape, ...]) -> Finish | None:
        """Return the check of what the fields of one value say of each other, if there is any."""
        fields, supported = frozenset([shape.name for shape in written]), self._supported
        is_cited = Citation in [shape.item for shape in written]
        owned = [shape.name for shape in written if shape.owned]
        add = self._register.add if has_id(cls) else None
        rules = sense.rules_for(cls)
        has_rules = any(rules)

        def finish(value: Any, document: Any, before: int) -> None:
            if is_cited:
                if not all(map(fields.issuperset, supported[before:])):
                    raise BrokenError
                del supported[before:]
            if owned:
                within.check_parts(value, owned)
            if add:
                add(value, document)
            if has_rules:
                sense.check(value, rules)

        return finish if is_cited or add or has_rules else None

    def _field(self, shape: Shape) -> Check:
        item, many = shape.item, shape.many
        some = not shape.required or item is Citation
        if item in references.LEADS_TO and shape.name != "id":
            if shape.name == "target":
                item = references.IN_TEXT
            self._register.found.keys[shape.key] = item
            check = self._references(item, some=some) if many else self._reference(item)
        else:
            check = self._item(shape)
            if many:
                is_text = isinstance(item, typing.NewType) or issubclass(item, str)
                check = list_of(check, once=shape.by_id or is_text, some=some)
        if shape.name == "fields":
            return self._noted(check)
        if not shape.required and shape.default is not None and not many:
            return not_default(check, shape.default)
        return check

    def _noted(self, check: Check) -> Check:
        """Return a check that keeps the fields of a citation, for its record to look at."""

        def structure(document: Any) -> Any:
            fields = check(document)
            self._supported.append(fields)
            return fields

        return structure

    def _item(self, shape: Shape) -> Check:
        """Return the check of a value that is not a list."""
        item = shape.item
        if shape.owned:
            return self.record(item)
        if item is str and shape.name == "language":
            return self._remembered(leaves.NAMED["language"])
        if item is str:
            other = leaves.NAMED.get(shape.name, leaves.LEAVES[str])
            return lambda text: text if text.isprintable() and text.strip() else other(text)
        if item in (PartialDate, Country):
            return self._remembered(leaves.LEAVES[item])
        if item in leaves.LEAVES:
            return leaves.LEAVES[item]
        if isinstance(item, typing.NewType):
            return matching(is_part_id if item in leaves.PART_IDS else is_id)
        if issubclass(item, enum.StrEnum):
            return self._words(item).__getitem__
        return self._record_of(item) if has_id(item) else self.record(item)

    def _remembered(self, check: Check) -> Check:
        return self._known.setdefault(check, Known(check)).__getitem__

    def _record_of(self, cls: type[Any]) -> Check:
        index = self._register.index

        def structure(document: Any) -> Any:
            value = index[document]
            if type(value) is not cls:
                raise BrokenError
            return value

        return structure

    def _reference(self, type_: Any) -> Check:
        register, valid = self._register, self._register.found.valid

        def structure(document: Any) -> str:
            if document not in valid:
                if not is_reference(document):
                    raise BrokenError
                valid.add(document)
            register.found.add(register.file, type_, (document,))
            text: str = document
            return text

        return structure

    def _references(self, type_: Any, *, some: bool) -> Check:
        register, valid = self._register, self._register.found.valid

        def structure(document: Any) -> tuple[str, ...]:
            if type(document) is not list or (some and not document):
                raise BrokenError
            texts = set(document)
            fresh = texts - valid
            if len(texts) < len(document) or not all(map(is_reference, fresh)):
                raise BrokenError
            valid.update(fresh)
            register.found.add(register.file, type_, texts)
            return tuple(document)

        return structure
