"""Which records point to a record: the ways back that records themselves do not have.

A session does not know its texts, nor a topic its clauses.  All ways back are found here, by the
fields of the model, so that a new field is a new way back.
"""

from __future__ import annotations

import functools
import typing
from typing import TYPE_CHECKING, final

import attrs

from .._codec.kinds import BY_CLASS
from ..model.ids import record_of
from ..model.sources import Citation
from ..model.value import Value, id_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    Way = tuple[str, str]
    """The class of the records that point here, and the field by which they do."""
    Ways = dict[Way, dict[str, Value]]


@final
class Mentions:
    """What points to each record of a release."""

    def __init__(self, records: Mapping[str, Value]) -> None:
        self._ways: dict[str, Ways] = {}
        for identifier, record in records.items():
            whole = record_of(identifier) if BY_CLASS[type(record).__name__].part else identifier
            for field, target in pointed(record):
                if record_of(target) != whole:
                    # Of a source it is enough to know the records that cite it, and not the parts.
                    home = whole if field == "citations" else identifier
                    way = (type(records[home]).__name__, field)
                    ways = self._ways.setdefault(target, {})
                    ways.setdefault(way, {})[home] = records[home]

    def of(self, reference: str, *, parts: bool = True) -> Ways:
        """Return the records that point to this one and its parts, by how they do."""
        found: Ways = {}
        for target, ways in self._ways.items():
            if target == reference or (parts and record_of(target) == reference):
                for way, records in ways.items():
                    found.setdefault(way, {}).update(records)
        return found


def pointed(value: Value, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield what a record points to, with the field by which it does, not counting its parts."""
    for field in attrs.fields(type(value)):
        if "owned" in field.metadata:
            continue
        content: object = getattr(value, field.name)
        for item in content if isinstance(content, tuple) else (content,):
            if isinstance(item, Citation):
                yield "citations", item.source.id
            elif isinstance(item, Value) and hasattr(item, "id"):
                yield name or field.name, id_of(item)
            elif isinstance(item, Value):
                yield from pointed(item, name or field.name)
            elif isinstance(item, str) and field.name in references(type(value)):
                yield name or field.name, item


def _references(cls: type[Value]) -> frozenset[str]:
    found = []
    for name, hint in typing.get_type_hints(cls).items():
        types = (hint, *typing.get_args(hint))
        if name != "id" and any(_is_id(one) for one in types):
            found.append(name)
    return frozenset(found)


references: Callable[[Any], frozenset[str]] = functools.cache(_references)
"""Returns the names of the fields of a class that hold ids of other records."""


def _is_id(hint: object) -> bool:
    """Say whether an annotation is one of the types of ids."""
    name = getattr(hint, "__name__", "") if hasattr(hint, "__supertype__") else ""
    return name == "Ref" or name.endswith("Id")
