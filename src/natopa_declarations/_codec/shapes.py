"""What each field of a value holds, read from the annotations of its class.

The codec, the schema and the generator of the constructors all follow these shapes, so a field
is described once: in the model.
"""

from __future__ import annotations

import types
import typing
from typing import Any

import attrs

from .formats import NEWEST


@typing.final
@attrs.frozen
class Shape:
    """What one field holds."""

    name: str
    key: str
    """The key of the field in a file."""
    item: Any
    """The type of the value, or of each item where the field holds several."""
    many: bool
    required: bool
    default: object
    """What a field that is left out holds."""
    by_id: bool
    """Whether the records in it are written as their ids."""
    late: bool
    """Whether the record in it is made when it is first looked at."""
    owned: bool
    """Whether the records in it have ids, and are written out in this place."""


_KNOWN: dict[tuple[type[Any], int], tuple[Shape, ...]] = {}


def shapes(cls: type[Any], number: int = NEWEST) -> tuple[Shape, ...]:
    """Return the shapes of the fields of `cls` that the files of a format have, in order."""
    if (cls, number) not in _KNOWN:
        _KNOWN[cls, number] = _shapes(cls, number)
    return _KNOWN[cls, number]


def _shapes(cls: type[Any], number: int) -> tuple[Shape, ...]:
    annotations = typing.get_type_hints(cls)
    return tuple(
        [
            _shape(field, annotations[field.name], number)
            for field in attrs.fields(cls)
            if "not written" not in field.metadata and field.metadata.get("since", 1) <= number
        ]
    )


def _shape(field: attrs.Attribute[Any], annotation: Any, number: int) -> Shape:
    item, many = annotation, False
    # Python makes the one of two classes, and the other where one of them is a new type.
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        parts = [part for part in typing.get_args(annotation) if part is not types.NoneType]
        # No record has a field of several types; some answers have.
        item = parts[0] if len(parts) == 1 else object
    elif typing.get_origin(annotation) is tuple:
        item, many = typing.get_args(annotation)[0], True
    owned = "owned" in field.metadata
    return Shape(
        name=field.name,
        key=field.metadata.get(f"key in format {number}", field.name),
        item=item,
        many=many,
        required=field.default is attrs.NOTHING or "required" in field.metadata,
        default=field.default,
        by_id=has_id(item) and not owned,
        late="late" in field.metadata,
        owned=owned,
    )


def has_id(cls: Any) -> bool:
    """Say whether values of `cls` are records with ids of their own."""
    return isinstance(cls, type) and attrs.has(cls) and "id" in attrs.fields_dict(cls)
