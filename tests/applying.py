"""The new value, made of the old one and the differences: what proves that none is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

import natopa_declarations as natopa
from natopa_declarations._codec import strict as _codec
from natopa_declarations._codec.kinds import BY_FOLDER
from natopa_declarations._codec.writing import encode
from natopa_declarations._compare.values import has_fields, name_of, token
from natopa_declarations.model import Difference, DifferenceKind, FileName, Item, Release
from natopa_declarations.model.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    Way = tuple[str | Item, ...]

V = TypeVar("V", bound=Value)


def applied_to_corpus(old: natopa.Corpus, differences: Iterable[Difference]) -> natopa.Corpus:
    """Do the same to a release; its records are linked anew."""
    release = old._published
    parts: dict[str, list[tuple[Way, Difference]]] = {}
    for found in differences:
        kind, *rest = found.at
        parts.setdefault(str(kind), []).append((tuple(rest), found))
    for _, found in parts.pop("release", ()):
        assert found.old == release
        assert isinstance(found.new, Release)
        release = found.new
    files = {
        FileName(f"{folder}.json"): encode(
            applied_to_list(old._records[folder], parts.get(folder, [])), release.format
        )
        for folder in BY_FOLDER
    }
    return natopa.Corpus(release, *_codec.decode(release, files))


def applied(old: V, differences: Iterable[Difference]) -> V:
    """Return `old` with these differences."""
    return _applied(old, [(found.at, found) for found in differences])


def applied_to_list(old: tuple[V, ...], parts: list[tuple[Way, Difference]]) -> tuple[V, ...]:
    """Do the same to a list; `parts` have what is left of the way from the list."""
    inner: dict[int, list[tuple[Way, Difference]]] = {}
    places: list[tuple[Item, Difference]] = []
    for (place, *rest), found in parts:
        assert isinstance(place, Item), found.path
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
        assert isinstance(name, str), found.path
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
        else:
            assert has_fields(content), found.path
            changes[name] = _applied(content, inner)
    return attrs.evolve(old, **changes)


def _check(content: Any, found: Difference) -> None:
    if found.kind == DifferenceKind.MOVED:
        same = name_of(content, by_id=found.by_id) == name_of(found.old, by_id=found.by_id)
    elif isinstance(content, Release) or isinstance(found.old, Release):
        same = content == found.old
    else:
        same = token(content, by_id=found.by_id) == token(found.old, by_id=found.by_id)
    assert same, found.path
