"""Fields whose record is made when it is first looked at, and not with the value that has it.

Such a field holds a `Pending` until then.  A packaged text leads to a hundred sources, and most
answers look at none of them.
"""

from __future__ import annotations

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Pending(tuple["Callable[[str], object]", str]):
    """What finds the record of a field, and its id."""

    __slots__ = ()


class Late(property):
    """A field whose record is made when it is first looked at."""

    slot: Any


def id_in(value: object, name: str) -> str:
    """Return the id of the record in a field, which is not made for it."""
    field = getattr(type(value), name, None)
    content = field.slot.__get__(value) if isinstance(field, Late) else getattr(value, name)
    found: str = content[1] if type(content) is Pending else content.id
    return found


def late(slot: Any) -> property:
    """Return what reads a field in this slot, and puts what a `Pending` stands for there."""

    def read(value: object) -> object:
        content = slot.__get__(value)
        if type(content) is Pending:
            find, identifier = content
            content = find(identifier)
            # Whichever thread comes here puts the same record there.
            slot.__set__(value, content)
        return content

    found = Late(read, slot.__set__)
    found.slot = slot
    return found
