"""Checks of the quick way: each returns what JSON stands for, or raises any error at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Check = Callable[[Any], Any]
    """Return what JSON stands for; raise any error where it is not as it should be."""

_NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
is_id = re.compile(_NAME).fullmatch
is_part_id = re.compile(f"{_NAME}#{_NAME}").fullmatch
is_reference = re.compile(f"{_NAME}(?:[#@]{_NAME})?").fullmatch
_MANY = 10_000
"""How many texts are remembered; later ones are read each time."""


@final
class BrokenError(Exception):
    """Something is not as it should be."""


@final
class Known(dict[str, "Any"]):
    """The values of texts that come again and again, such as dates."""

    def __init__(self, check: Check) -> None:
        self.check = check

    def __missing__(self, text: str) -> Any:
        value = self.check(text)
        if len(self) < _MANY:
            self[text] = value
        return value


def list_of(check: Check, *, once: bool = False, some: bool = False) -> Check:
    """Return the check of a list: each item at most `once`, and `some` items at least."""

    def structure(document: Any) -> tuple[Any, ...]:
        if type(document) is not list or (some and not document):
            raise BrokenError
        if once and len(set(document)) < len(document):
            raise BrokenError
        return tuple(map(check, document))

    return structure


def not_default(check: Check, default: object) -> Check:
    """Return a check that refuses the default, which a file leaves out."""

    def structure(document: Any) -> Any:
        value = check(document)
        if value == default:
            raise BrokenError
        return value

    return structure


def matching(match: Callable[[str], object]) -> Check:
    """Return the check of a text that a pattern matches."""

    def structure(document: Any) -> str:
        if not match(document):
            raise BrokenError
        text: str = document
        return text

    return structure


def slot(cls: type[Any], name: str) -> Callable[[Any, Any], None]:
    """Return what puts a value into a field, without a look at what is frozen."""
    put: Callable[[Any, Any], None] = getattr(cls, name).__set__
    return put
