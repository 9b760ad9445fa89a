"""Find the records that point to a record, which records themselves do not know.

A session does not know its texts, nor a topic its clauses.  All ways back are found here, by the
fields of the model, so that a new field is a new way back.
"""

from __future__ import annotations

from .._codec.kinds import BY_CLASS
from .._deferred import fields, final
from ..model.ids import record_of
from ..model.sources import Citation
from ..model.value import Value, id_of

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    for field, is_reference in leading(type(value)).items():
        content: object = getattr(value, field)
        for item in content if isinstance(content, tuple) else (content,):
            if isinstance(item, Citation):
                yield "citations", item.source.id
            elif isinstance(item, Value) and hasattr(item, "id"):
                yield name or field, id_of(item)
            elif isinstance(item, Value):
                yield from pointed(item, name or field)
            elif is_reference and isinstance(item, str):
                yield name or field, item


PLAIN = ("PartialDate", "bool", "int", "str", "tuple[str", "words.")
"""What the annotations of fields begin with that lead nowhere."""


_LEADING: dict[type, dict[str, bool]] = {}


def leading(cls: type) -> dict[str, bool]:
    """Return the fields of a class that may lead to records, and whether they do by an id."""
    if cls in _LEADING:
        return _LEADING[cls]
    annotations: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        annotations |= getattr(base, "__annotations__", {})
    # Annotations stay as they are written: to evaluate them takes longer than to show a text.
    found = {
        name: name != "id" and _names_an_id(annotations[name])
        for name, written in fields(cls).items()
        if "owned" not in written.metadata and not annotations[name].startswith(PLAIN)
    }
    return _LEADING.setdefault(cls, found)


def _names_an_id(annotation: str) -> bool:
    """Say whether an annotation names one of the types of ids."""
    return "ids.Ref" in annotation or ("ids." in annotation and "Id" in annotation)
