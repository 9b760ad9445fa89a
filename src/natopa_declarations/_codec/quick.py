"""The quick way from JSON to values: it checks everything, and says nothing on what is wrong.

A folder of a hundred thousand records is read in seconds only where no step is taken that the
records themselves do not need.  So a record that is as it should be is made here, slot by slot;
whatever is not raises any error at all, and is read once more in the way that can explain it
(`explaining`).  A test proves that both accept the same, and make the same of it.
"""

from __future__ import annotations

import enum
import re
import typing
from typing import TYPE_CHECKING, final

import attrs

from ..model.dates import PartialDate
from ..model.ids import Country
from ..model.sources import Citation
from . import leaves, references, sense, within
from .shapes import has_id, shapes

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .register import Register
    from .shapes import Shape

    Check = Callable[[Any], Any]
    """Return what JSON stands for; raise any error where it is not as it should be."""

_NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ID = re.compile(_NAME).fullmatch
_PART_ID = re.compile(f"{_NAME}#{_NAME}").fullmatch
_REFERENCE = re.compile(f"{_NAME}(?:[#@]{_NAME})?").fullmatch
_ABSENT = object()

BROKEN = object()
"""What comes of JSON that is not as it should be."""
_MANY = 10_000
"""Texts after the first so many are read each time."""


@final
class _BrokenError(Exception):
    """Something is not as it should be."""


@final
class _Known(dict[str, "Any"]):
    """What was read from a few texts that come again and again."""

    def __init__(self, hook: leaves.Hook, type_: Any) -> None:
        self.hook, self.type = hook, type_

    def __missing__(self, text: str) -> Any:
        value = self.hook(text, self.type)
        if len(self) < _MANY:
            self[text] = value
        return value


@final
class Quick:
    """One load of one release: the checks of each class, made when the first of it is met."""

    def __init__(self, register: Register, number: int) -> None:
        self._register = register
        self._number = number
        self._word = leaves.words_of(number)
        self._records: dict[type[Any], Check] = {}
        self._known: dict[Any, _Known] = {}

    def file(self, document: Any, cls: type[Any], *, many: bool) -> Any:
        """Return the value, or the values, of one file; `BROKEN` where it is not all right."""
        structure = self.record(cls)
        if many:
            structure = _list_of(structure, once=False)
        return self.tried(structure, document)

    def tried(self, structure: Check, document: Any) -> Any:
        """Return what a check makes of JSON, or `BROKEN`; no record is left of that."""
        count = len(self._register.index)
        try:
            return structure(document)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - which error it is says nothing on what is wrong.
            self._register.forget_after(count)
            return BROKEN

    def record(self, cls: type[Any]) -> Check:
        """Return what makes a value that is written out in its place."""
        if cls not in self._records:
            self._records[cls] = self._made(cls)
        return self._records[cls]

    def _made(self, cls: type[Any]) -> Check:
        written = shapes(cls, self._number)
        required = [
            (shape.key, self._field(shape), _slot(cls, shape.name))
            for shape in written
            if shape.required
        ]
        optional = [
            (shape.key, self._field(shape), _slot(cls, shape.name), shape.default)
            for shape in written
            if not shape.required
        ]
        names = {shape.name for shape in written}
        blank = [
            (_slot(cls, field.name), field.default)
            for field in attrs.fields(cls)
            if field.name not in names
        ]
        checks = self._checks(cls, written)
        add = self._register.add if has_id(cls) else None
        rules = sense.check if any(sense.rules_for(cls)) else None
        new = object.__new__

        def structure(document: Any) -> Any:
            if type(document) is not dict:
                raise _BrokenError
            value = new(cls)
            get, left = document.get, len(document)
            for key, check, put in required:
                put(value, check(document[key]))
                left -= 1
            for key, check, put, default in optional:
                content = get(key, _ABSENT)
                if content is _ABSENT:
                    put(value, default)
                else:
                    put(value, check(content))
                    left -= 1
            if left:
                raise _BrokenError
            for put, default in blank:
                put(value, default)
            for after in checks:
                after(value)
            if add:
                add(value, document)
            if rules:
                rules(value)
            return value

        return structure

    def _checks(self, cls: type[Any], written: tuple[Shape, ...]) -> list[Check]:
        """Return the checks of what fields of one value say of each other."""
        cited = [shape for shape in written if shape.item is Citation]
        owned = [shape.name for shape in written if shape.owned]
        checks: list[Check] = []
        if cited and "fields" in {shape.name for shape in shapes(Citation, self._number)}:
            checks.append(lambda value: within.check_citations(value, cited, written))
        if has_id(cls) and (owned or hasattr(cls, "editions")):
            checks.append(lambda value: within.check_parts(value, owned))
        return checks

    def _field(self, shape: Shape) -> Check:
        item, many = shape.item, shape.many
        if item in references.LEADS_TO and shape.name != "id":
            if shape.name == "target":
                item = references.IN_TEXT
            self._register.found.keys[shape.key] = item
            check = self._references(item) if many else self._reference(item)
        else:
            check = self._item(shape)
            if many:
                is_text = isinstance(item, typing.NewType) or issubclass(item, str)
                check = _list_of(check, once=shape.by_id or is_text)
        if many and (not shape.required or item is Citation):
            return _not_empty(check)
        if not shape.required and shape.default is not None and not many:
            return _not_default(check, shape.default)
        return check

    def _item(self, shape: Shape) -> Check:
        """Return the check of a value that is not a list."""
        item = shape.item
        if shape.owned:
            return self.record(item)
        if item is str and shape.name == "language":
            return self._remembered(leaves.NAMED["language"], shape.name)
        if item is str:
            hook = leaves.NAMED.get(shape.name, leaves.LEAVES[str])
            return lambda text: text if text.isprintable() and text.strip() else hook(text, item)
        if item in (PartialDate, Country):
            return self._remembered(leaves.LEAVES[item], item)
        if item in leaves.LEAVES:
            leaf = leaves.LEAVES[item]
            return lambda document: leaf(document, item)
        if isinstance(item, typing.NewType):
            return _matching(_PART_ID if item in leaves.PART_IDS else _ID)
        if issubclass(item, enum.StrEnum):
            return self._word(item).__getitem__
        return self._record_of(item) if has_id(item) else self.record(item)

    def _remembered(self, hook: leaves.Hook, type_: Any) -> Check:
        return self._known.setdefault(type_, _Known(hook, type_)).__getitem__

    def _record_of(self, cls: type[Any]) -> Check:
        index = self._register.index

        def structure(document: Any) -> Any:
            value = index[document]
            if type(value) is not cls:
                raise _BrokenError
            return value

        return structure

    def _reference(self, type_: Any) -> Check:
        several = self._references(type_)
        return lambda document: several([document])[0]

    def _references(self, type_: Any) -> Check:
        register, valid = self._register, self._register.found.valid

        def structure(document: Any) -> tuple[str, ...]:
            if type(document) is not list:
                raise _BrokenError
            texts = set(document)
            if len(texts) < len(document):
                raise _BrokenError
            fresh = texts - valid
            if not all(map(_REFERENCE, fresh)):
                raise _BrokenError
            valid.update(fresh)
            register.found.add(register.file, type_, texts)
            return tuple(document)

        return structure


def _slot(cls: type[Any], name: str) -> Callable[[Any, Any], None]:
    """Return what puts a value into a field, without a look at what is frozen."""
    field = getattr(cls, name)
    put: Callable[[Any, Any], None] = getattr(field, "slot", field).__set__
    return put


def _list_of(check: Check, *, once: bool) -> Check:
    def structure(document: Any) -> tuple[Any, ...]:
        if type(document) is not list or (once and len(set(document)) < len(document)):
            raise _BrokenError
        return tuple(map(check, document))

    return structure


def _not_empty(check: Check) -> Check:
    def structure(document: Any) -> Any:
        if not document:
            raise _BrokenError
        return check(document)

    return structure


def _not_default(check: Check, default: object) -> Check:
    def structure(document: Any) -> Any:
        value = check(document)
        if value == default:
            raise _BrokenError
        return value

    return structure


def _matching(match: Callable[[str], object]) -> Check:
    def structure(document: Any) -> str:
        if not match(document):
            raise _BrokenError
        text: str = document
        return text

    return structure
