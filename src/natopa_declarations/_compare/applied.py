"""From an old value and what differs to the new value."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from ..model.releases import Release
from ..model.value import Value
from .differences import Difference, DifferenceKind, Item, has_fields, name_of, token

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    Way = tuple[str | Item, ...]

V = TypeVar("V", bound=Value)


def applied(old: V, differences: Iterable[Difference]) -> V:
    """Return `old` with these differences; raise `KeyError` where they do not start from it."""
    return _applied(old, [(found.at, found) for found in differences])


def applied_to_list(old: tuple[V, ...], parts: list[tuple[Way, Difference]]) -> tuple[V, ...]:
    """Do the same to a list; `parts` have what is left of the way from the list."""
    inner: dict[int, list[tuple[Way, Difference]]] = {}
    places: list[tuple[Item, Difference]] = []
    for (place, *rest), found in parts:
        if not isinstance(place, Item) or (place.old is not None and place.old >= len(old)):
            raise KeyError(found.path)
        if rest and place.old is not None:
            inner.setdefault(place.old, []).append((tuple(rest), found))
        else:
            places.append((place, found))

    items: list[Any] = [
        _applied(item, inner[here]) if here in inner else item for here, item in enumerate(old)
    ]
    come: dict[int, Any] = {}
    for place, found in places:
        if place.old is not None:
            _check(old[place.old], found)
        if place.new is not None:
            come[place.new] = found.new if place.old is None else items[place.old]
    leaving = {place.old for place, _ in places}
    kept = [item for here, item in enumerate(items) if here not in leaving]
    for there in sorted(come):
        kept.insert(there, come[there])
    return tuple(kept)


def _applied(old: V, parts: list[tuple[Way, Difference]]) -> V:
    by_field: dict[str, list[tuple[Way, Difference]]] = {}
    for (name, *rest), found in parts:
        if not isinstance(name, str) or not hasattr(old, name):
            raise KeyError(found.path)
        by_field.setdefault(name, []).append((tuple(rest), found))
    changes: dict[str, Any] = {}
    for name, inner in by_field.items():
        content: Any = getattr(old, name)
        way, found = inner[0]
        if not way:
            _check(content, found)
            changes[name] = found.new
        elif isinstance(content, tuple):
            changes[name] = applied_to_list(content, inner)
        elif has_fields(content):
            changes[name] = _applied(content, inner)
        else:
            raise KeyError(found.path)
    return attrs.evolve(old, **changes)


def _check(content: Any, found: Difference) -> None:
    if found.kind == DifferenceKind.MOVED:
        same = name_of(content, by_id=found.by_id) == name_of(found.old, by_id=found.by_id)
    elif isinstance(content, Release) or isinstance(found.old, Release):
        same = content == found.old
    else:
        same = token(content, by_id=found.by_id) == token(found.old, by_id=found.by_id)
    if not same:
        raise KeyError(found.path)
