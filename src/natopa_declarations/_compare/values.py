"""Compare two values of one kind, field by field.

Records that a value points to are compared by their ids only, so that one changed source does not
appear in every record that cites it.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Iterator
from difflib import SequenceMatcher
from typing import Any, TypeGuard, TypeVar

from .._codec.shapes import Shape, has_id, shapes
from ..model.agents import Membership
from ..model.clauses import Support
from ..model.dates import PartialDate
from ..model.differences import Difference, DifferenceKind, Item, WordChange
from ..model.documents import Paragraph
from ..model.editions import Edition, Presence
from ..model.sessions import Participant
from ..model.sources import Citation
from ..model.texts import Relation
from ..model.value import Value

V = TypeVar("V", bound=Value)

NAMES: dict[type[Value], str] = {
    Citation: "source",
    Edition: "name",
    Membership: "role",
    Paragraph: "name",
    Participant: "person",
    Presence: "clause",
    Relation: "target",
    Support: "body",
}
"""The field that identifies an item of a list, for items without an id."""


def of_values(old: Value, new: Value, at: tuple[str | Item, ...] = ()) -> Iterator[Difference]:
    """Yield the differences of two values of one kind, in the order of the model."""
    if old is new:
        return
    for shape in _shapes(type(old)):
        here = (*at, shape.name)
        before: Any = getattr(old, shape.name)
        after: Any = getattr(new, shape.name)
        if before is after:
            continue
        if shape.many:
            yield from of_lists(before, after, here, by_id=shape.by_id)
        elif shape.by_id or not (has_fields(before) and has_fields(after)):
            if token(before, by_id=shape.by_id) != token(after, by_id=shape.by_id):
                yield _difference(here, before, after, by_id=shape.by_id)
        else:
            yield from of_values(before, after, here)


def of_lists(
    old: tuple[Any, ...], new: tuple[Any, ...], at: tuple[str | Item, ...], *, by_id: bool = False
) -> Iterator[Difference]:
    """Yield the differences of two lists of values of one kind.

    Items with the same name are the same item; items without a name are matched if they are equal,
    and otherwise by position.
    """
    if old is new:
        return
    before, after = _keys(old, by_id=by_id), _keys(new, by_id=by_id)
    stayed, gone, come = _aligned(before, after, old)
    positions = {after[there]: there for there in come}
    for here in sorted([*stayed, *gone]):
        name = name_of(old[here], by_id=by_id)
        there = stayed.get(here, positions.get(before[here]))
        if there is None:
            place = Item(name, here, None)
            yield _difference((*at, place), old[here], None, by_id=by_id)
            continue
        place = Item(name, here, there)
        if here in gone:
            moved = DifferenceKind.MOVED
            yield Difference(
                at=(*at, place), kind=moved, old=old[here], new=new[there], by_id=by_id
            )
            come.remove(there)
        if not by_id and has_fields(old[here]):
            yield from of_values(old[here], new[there], (*at, place))
    for there in come:
        place = Item(name_of(new[there], by_id=by_id), None, there)
        yield _difference((*at, place), None, new[there], by_id=by_id)


def token(content: Any, *, by_id: bool = False) -> Hashable:
    """Return a key that two contents share if and only if they are written alike."""
    if isinstance(content, tuple):
        return tuple([token(item, by_id=by_id) for item in content])
    if by_id and content is not None:
        identifier: str = content.id
        return identifier
    if has_fields(content):
        fields = [
            token(getattr(content, shape.name), by_id=shape.by_id)
            for shape in _shapes(type(content))
        ]
        return (type(content).__name__, *fields)
    hashable: Hashable = content
    return hashable


def _difference(
    at: tuple[str | Item, ...], old: Any, new: Any, *, by_id: bool = False
) -> Difference:
    kind = DifferenceKind.CHANGED
    if old is None or new is None:
        kind = DifferenceKind.ADDED if old is None else DifferenceKind.REMOVED
    words = _words(old, new) if type(old) is str and type(new) is str else ()
    return Difference(at=at, kind=kind, old=old, new=new, by_id=by_id, words=words)


def _words(old: str, new: str) -> tuple[WordChange, ...]:
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        [
            WordChange(old=" ".join(before[a:b]), new=" ".join(after[c:d]))
            for tag, a, b, c, d in matcher.get_opcodes()
            if tag != "equal"
        ]
    )


def _aligned(
    before: list[Hashable], after: list[Hashable], old: tuple[Any, ...]
) -> tuple[dict[int, int], list[int], list[int]]:
    """Return the new place of each item that stayed, and the places of items removed and added."""
    stayed: dict[int, int] = {}
    gone: list[int] = []
    come: list[int] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        pairs = list(zip(range(a, b), range(c, d), strict=False))
        # A nameless item in the place of another is the same item, changed; the items of a list
        # are all of one class.
        if tag == "replace" and (not has_fields(old[a]) or _is_named(old[a])):
            pairs = []
        stayed |= dict(pairs)
        gone += range(a + len(pairs), b)
        come += range(c + len(pairs), d)
    return stayed, gone, come


def _keys(items: tuple[Any, ...], *, by_id: bool) -> list[Hashable]:
    """Return a key for each item; the second item of the same name has another key."""
    seen: dict[Hashable, int] = {}
    keys: list[Hashable] = []
    for item in items:
        key = name_of(item, by_id=by_id) or token(item)
        seen[key] = seen.get(key, 0) + 1
        keys.append((key, seen[key]))
    return keys


def _is_named(item: Any) -> bool:
    return has_id(type(item)) or type(item) in NAMES


def name_of(item: Any, *, by_id: bool) -> str:
    """Return the name of an item of a list, or the empty text if it has none."""
    if by_id or has_id(type(item)):
        return str(item.id)
    if type(item) in NAMES:
        name = getattr(item, NAMES[type(item)])
        return str(getattr(name, "id", name))
    return ""


def has_fields(content: object) -> TypeGuard[Value]:
    """Say whether the fields of a value are compared one by one."""
    return isinstance(content, Value) and not isinstance(content, PartialDate)


_shapes: Callable[[Any], tuple[Shape, ...]] = functools.cache(shapes)
"""Annotations are slow to read, and never change."""
