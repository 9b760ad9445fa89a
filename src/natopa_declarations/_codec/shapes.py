"""What each field of a value holds, read from the annotations of its class.

The codec and the generator of the constructors both follow these shapes, so a field is
described once: in the model.
"""

from __future__ import annotations

import types
import typing

import attrs

from ..model.texts import Declaration
from ..model.value import Value

if typing.TYPE_CHECKING:
    from typing import Any


@typing.final
@attrs.frozen
class Shape:
    """What one field holds."""

    name: str
    item: Any
    """The type of the value, or of each item where the field holds several."""
    many: bool
    required: bool
    default: object
    """What a field that is left out holds."""
    by_id: bool
    """Whether the records in it are written as their ids."""
    owned: bool
    """Whether the records in it have ids, and are written out in this place."""


def shapes(cls: type[Value]) -> tuple[Shape, ...]:
    """Return the shapes of the fields of `cls` that are written, in order."""
    annotations = typing.get_type_hints(cls)
    fields = [field for field in attrs.fields(cls) if "not written" not in field.metadata]
    return tuple([_shape(cls, field, annotations[field.name]) for field in fields])


def _shape(cls: type[Value], field: attrs.Attribute[Any], annotation: Any) -> Shape:
    item, many = annotation, False
    # Python makes the one of two classes, and the other where one of them is a new type.
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        (item,) = [part for part in typing.get_args(annotation) if part is not types.NoneType]
    elif typing.get_origin(annotation) is tuple:
        item, many = typing.get_args(annotation)[0], True
    owned = "owned" in field.metadata
    return Shape(
        name=field.name,
        item=item,
        many=many,
        required=field.default is attrs.NOTHING
        or (cls is Declaration and field.name == "session"),
        default=field.default,
        by_id=has_id(item) and not owned,
        owned=owned,
    )


def has_id(cls: Any) -> bool:
    """Say whether values of `cls` are records with ids of their own."""
    return isinstance(cls, type) and attrs.has(cls) and "id" in attrs.fields_dict(cls)
