"""Values to JSON: as the text of a file, and as dicts and lists for a program."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from .._deferred import fields
from .._messages import printed, shortened
from ..errors import InvalidReleaseError
from ..model.dates import PartialDate
from ..model.value import Value
from .formats import MANIFEST, NEWEST
from .kinds import BY_CLASS
from .shapes import Shape, shapes


def encode(value: Value | tuple[Value, ...], number: int = NEWEST) -> bytes:
    """Write `value` as the text of a file: UTF-8, two spaces a level, keys in model order."""
    return (_dumps(_plain(value, number)) + "\n").encode()


def to_dict(value: Value) -> dict[str, object]:
    """Return a record, or any other value, as a dict that `json.dumps` takes.

    The first key is ``record``, and says what it is, such as ``declaration``; the others are those
    of the files of a release in the newest format, so a field that is blank is left out, dates
    are texts, and records that the value points to are ids.  Raises `TypeError` for what is not
    a value of this package, and for a corpus, which `write` writes.

    >>> import natopa_declarations as natopa
    >>> written = natopa.to_dict(natopa.load("2026.1").declaration(489))
    >>> written["record"], written["session"], list(written)[:4]
    ('declaration', '2024-spring', ['record', 'id', 'number', 'title'])
    """
    record: object = value
    if isinstance(record, Value) and not any(
        name.startswith("_") for name in fields(type(record))
    ):
        named: dict[str, object] = {"record": word_for(type(record))}
        return named | _object(record, NEWEST)
    found = shortened(printed(record))
    raise TypeError(f"expected a record or another value of this package, found {found}")


def to_json(value: Value | tuple[Value, ...]) -> str:
    """Return the JSON of a value, or of several in a tuple, with the keys of `to_dict`.

    >>> import natopa_declarations as natopa
    >>> print(natopa.to_json(natopa.load("2026.1").topic("china")))
    {
      "record": "topic",
      "id": "china",
      "name": "China"
    }
    """
    if isinstance(value, tuple):
        return _dumps([to_dict(item) for item in value])
    return _dumps(to_dict(value))


def word_for(cls: type[Value]) -> str:
    """Return the word for values of a class: that of its kind, or its name in lower case.

    >>> from natopa_declarations.model import AssemblySize, VoteAccount
    >>> word_for(AssemblySize), word_for(VoteAccount)
    ('size', 'vote-account')
    """
    if cls.__name__ in BY_CLASS:
        return BY_CLASS[cls.__name__].name
    return "".join([f"-{c.lower()}" if c.isupper() else c for c in cls.__name__])[1:]


def _dumps(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


def _plain(value: object, number: int) -> Any:
    if isinstance(value, tuple):
        return [_plain(item, number) for item in value]
    if isinstance(value, PartialDate | StrEnum):
        return str(value)
    return _object(value, number) if isinstance(value, Value) else value


def _object(value: Value, number: int) -> dict[str, Any]:
    """Return the keys of a value that are not blank, in model order."""
    written = {}
    known = {shape.name: shape for shape in shapes(type(value), number)}
    for shape in shapes(type(value)):
        content: object = getattr(value, shape.name)
        if content == shape.default:
            continue
        if shape.name not in known:
            expected = f"a format that has {type(value).__name__}.{shape.name}, such as {NEWEST}"
            raise InvalidReleaseError(MANIFEST, "$.format", expected, f"format {number}")
        written[known[shape.name].key] = _field(content, shape, number)
    return written


def _field(content: object, shape: Shape, number: int) -> Any:
    if not shape.by_id or content is None:
        return _plain(content, number)
    if isinstance(content, tuple):
        return [_id(item) for item in content]
    return _id(content)


def _id(value: Any) -> Any:
    return value.id
