"""What all values share: equality, hash and a short repr."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

OWNED = {"owned": True}
"""Metadata of a field that holds whole records with ids of their own.

Everywhere else a field that holds a record with an id is written as that id.
"""

NOT_WRITTEN = {"not written": True}
"""Metadata of a field that is known of a value, and does not stand in its file."""


@attrs.frozen(eq=False, repr=False)
class Value:
    """The base of every value.

    Equality, hash and repr are written here once, and not generated for each class, because
    generating them for all classes takes a fifth of the time that the first answer takes.
    """

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        names = [field.name for field in attrs.fields(type(self))]
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def __hash__(self) -> int:
        # Equal values have equal ids, so the id alone makes a lawful and cheap hash.
        identity: object = getattr(self, "id", None)
        if identity is None:
            identity = tuple([getattr(self, field.name) for field in attrs.fields(type(self))])
        return hash((type(self).__name__, identity))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(_brief(self))})"

    def _repr_html_(self) -> str:
        """Return what a notebook shows of the value: all of it, and its sources."""
        from .._show.notebook import shown

        return shown(self)


def _brief(value: Value) -> Iterator[str]:
    """Yield what a person wants to see of each field that is not blank."""
    for field in attrs.fields(type(value)):
        content: object = getattr(value, field.name)
        if content is None or content == () or field.name.startswith("_"):
            continue
        if isinstance(content, tuple):
            yield f"{field.name}=<{len(content)}>"
        elif isinstance(content, Value):
            yield f"{field.name}={getattr(content, 'id', None) or str(content)!r}"
        else:
            text = repr(str(content) if isinstance(content, str) else content)
            yield f"{field.name}={text if len(text) <= 60 else text[:56] + text[0] + '...'}"
