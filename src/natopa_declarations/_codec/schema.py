"""The format of files and of `to_dict` as a JSON Schema, from the shapes that the codec uses."""

from __future__ import annotations

import enum
import typing
from typing import Any

from .._messages import printed
from ..errors import NotFoundError
from ..model.dates import PartialDate
from ..model.ids import Country, FileName, Ref, TextId
from ..model.releases import Release
from .formats import FORMATS, NEWEST
from .kinds import BY_FOLDER
from .leaves import PART_IDS, WORDS_NOT_IN
from .shapes import Shape, shapes
from .writing import word_for

DIALECT = "https://json-schema.org/draft/2020-12/schema"
GROUP = "[a-z0-9]+(-[a-z0-9]+)*"
RECORD = "record"
"""The key by which `to_dict` says what an object is."""
Definitions = dict[str, dict[str, Any]]
PATTERNS: dict[Any, str] = {
    PartialDate: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    FileName: rf"^({GROUP}/)*{GROUP}\.json$",
    Country: "^[A-Z]{2}$",
    Ref: f"^{GROUP}([#@]{GROUP})?$",
}


def json_schema(number: int = NEWEST) -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of the files of a release and of `to_dict`.

    A file is the manifest, or a list of records of one kind.  The schema of the newest format
    also describes what `to_dict` returns for a record, or a part of one, of a release in this
    format (a clause of an older one may lack ``seen``).  ``$defs`` has an entry for each kind,
    such as ``declaration``, and for each part, such as ``citation``.  What a schema cannot say,
    such as that an id is that of a record, `load` checks.  The package contains the schema as
    ``data/format-2.schema.json``.

    Raises `NotFoundError` for a format that does not exist.

    >>> import natopa_declarations as natopa
    >>> schema = natopa.json_schema()
    >>> schema["$defs"]["source"]["required"]
    ['id', 'publisher', 'kind', 'url']
    """
    if number not in FORMATS:
        hint = f"the formats are {' and '.join(map(str, FORMATS))}"
        raise NotFoundError("format", printed(number), hint=hint)
    definitions: Definitions = {}
    kinds = [kind.cls for kind in BY_FOLDER.values()]
    files = [{"type": "array", "items": _object(cls, number, definitions)} for cls in kinds]
    allowed = [_object(Release, number, definitions), *files]
    title = f"A file of a release, in format {number}"
    if number == NEWEST:
        title += ", or a record from to_dict"
        allowed += [{"$ref": f"#/$defs/{name}", "required": [RECORD]} for name in definitions]
        for name, definition in definitions.items():
            # A change of a release has a field of this name, which is the id of a record.
            definition["properties"] = {RECORD: {"const": name}} | definition["properties"]
    return {
        "$schema": DIALECT,
        "title": title,
        "anyOf": allowed,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type[Any], number: int, definitions: Definitions) -> dict[str, object]:
    """Return a reference to the definition of a class; add the definition if it is missing."""
    name = word_for(cls)
    if name not in definitions:
        definitions[name] = {}
        known = shapes(cls, number)
        definitions[name] = {
            "type": "object",
            "title": str(cls.__doc__).partition("\n")[0],
            "properties": {shape.key: _field(shape, number, definitions) for shape in known},
            "required": [shape.key for shape in known if shape.required],
            "additionalProperties": False,
        }
    reference: dict[str, object] = {"$ref": f"#/$defs/{name}"}
    if number == NEWEST and RECORD not in {shape.key for shape in shapes(cls)}:
        # Inside a file or another record, an object does not say what it is.
        reference["properties"] = {RECORD: False}
    return reference


def _field(shape: Shape, number: int, definitions: Definitions) -> dict[str, object]:
    if shape.by_id:
        item: dict[str, object] = _text(f"^{GROUP}(#{GROUP})?$")
        item["description"] = f"the id of a {word_for(shape.item)}"
    else:
        item = _item(shape, number, definitions)
    return {"type": "array", "items": item} if shape.many else item


def _item(shape: Shape, number: int, definitions: Definitions) -> dict[str, object]:
    item = shape.item
    if item in PATTERNS:
        return _text(PATTERNS[item])
    if item in (int, bool):
        return {"type": "integer" if item is int else "boolean"}
    if item is str:
        return _text(r"\S")
    if isinstance(item, typing.NewType):
        part = f"#{GROUP}" if item in PART_IDS else ""
        found = _text(f"^{GROUP}{part}$")
        return found | ({"description": "the id of a text"} if item is TextId else {})
    if issubclass(item, enum.StrEnum):
        return {"enum": [str(word) for word in item if word not in WORDS_NOT_IN[number]]}
    return _object(item, number, definitions)


def _text(pattern: str) -> dict[str, object]:
    return {"type": "string", "pattern": pattern}
