"""Classes that are frozen and slotted at once, and of attrs as soon as anybody asks.

To import attrs, and to have it write an `__init__` for each of forty classes, took half of the
time of a first answer, which needs neither.  So `frozen` makes the class with its slots, and puts
a `_Later` in the place of each thing that attrs would add.  Whoever first looks at one of them,
by calling the class or by asking attrs about it, has attrs make them all (`_attach`).  A test
compares every public class with what `attrs.frozen` makes.  Type checkers see attrs itself.
"""

from __future__ import annotations

from functools import cache, partial

__all__ = ["field", "fields", "final", "frozen", "light", "make"]

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, ParamSpec, TypeVar

    from attrs import Attribute

    P = ParamSpec("P")
    T = TypeVar("T")


class _Field:
    """How one field of a class was written; without a default that is `None`."""

    default: object = None
    metadata: Any = ()

    def __init__(self, **options: Any) -> None:
        self.options = options
        vars(self).update(options)


class _Later:
    """What attrs adds to a class under one name, made when it is first looked at."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, cls: type) -> Any:
        _attach(next(owner for owner in cls.__mro__ if vars(owner).get(self.name) is self))
        return getattr(cls if instance is None else instance, self.name)


_UNSET = _Field()
_LATER = {
    name: _Later(name)
    for name in ("__init__", "__attrs_attrs__", "__attrs_props__", "__setattr__", "__delattr__",
                 "__getstate__", "__setstate__", "__replace__")
}  # fmt: skip
"""What attrs adds to a frozen class, some of it in newer versions only."""

_WRITTEN: dict[type, tuple[dict[str, _Field], dict[str, Any]]] = {}
"""The fields of each class, those of its bases first, and what `frozen` was called with."""


def _frozen(cls: type | None = None, *, light: bool = False, **options: Any) -> Any:
    """Make a class frozen and slotted, as `attrs.frozen` does; the rest comes later."""
    if cls is None:
        return partial(_frozen, **options)
    body: dict[str, Any] = {**_LATER, **vars(cls)}
    inherited, own = _WRITTEN.get(cls.__bases__[0], ({}, {}))[0], {}
    for name in body.get("__annotations__", ()):
        default = body.pop(name, _UNSET)
        own[name] = default if isinstance(default, _Field) else _Field(default=default)
        if name in inherited:
            body[name] = getattr(cls.__base__, name)
    slots = [name for name in own if name not in inherited]
    weak = ["__weakref__"] if body.pop("__weakref__", None) else []
    body.pop("__dict__", None)
    by_place = (
        [] if options.get("kw_only") else [n for n in own if own[n].options.get("init", True)]
    )
    body["__match_args__"] = (*getattr(cls.__base__, "__match_args__", ()), *by_place)
    body["__slots__"], body["__qualname__"] = (*slots, *weak), cls.__qualname__
    made: Any = type(cls)(cls.__name__, cls.__bases__, body)
    for name in slots:
        if "late" in own[name].metadata:
            setattr(made, name, _late(vars(made)[name]))
    _WRITTEN[made] = inherited | own, options  # A field that is written anew keeps its place.
    if light:  # Its constructor does what `make` does; nobody outside the package sees it.
        made.__init__ = _filler(made)
    return made


def _late(slot: Any) -> property:
    """Return what reads a slot, and puts there what a `partial` in it returns."""

    def read(value: object) -> object:
        content = slot.__get__(value)
        if type(content) is partial:
            content = content()
            slot.__set__(value, content)  # Whichever thread comes here puts the same record there.
        return content

    return property(read, slot.__set__)


def _attach(cls: type) -> None:
    """Have attrs make of the definition of a class what it would have made at once."""
    import attrs

    known, options = _WRITTEN[cls]
    order = list(known)
    kept = ("__annotations__", "__module__", "__attrs_post_init__")
    body = {name: vars(cls)[name] for name in kept if name in vars(cls)}
    body |= {name: attrs.field(**known[name].options) for name in body.get("__annotations__", ())}
    plain = type(cls)(cls.__name__, cls.__bases__, body | {"__qualname__": cls.__qualname__})
    made = vars(attrs.frozen(plain, field_transformer=lambda _, found: sorted(
        found, key=lambda field: order.index(field.name)
    ), **options))  # fmt: skip
    for name, content in list(vars(cls).items()):  # Of two threads, the later one's stays.
        if isinstance(content, _Later) and name in made:
            setattr(cls, name, made[name])
        elif isinstance(content, _Later) and name in vars(cls):
            delattr(cls, name)


def fields(cls: type) -> Mapping[str, Attribute[Any]]:
    """Return how each field of a class was written, by its name, in order."""
    # A class that is not here is one that somebody else derived from one of ours.
    found: Any = _WRITTEN.get(cls)
    return found[0] if found else __import__("attrs").fields_dict(cls)  # type: ignore[no-any-return]


@cache
def _filler(cls: Any) -> Callable[..., None]:
    """Return what puts the contents of a value where they belong, and defaults elsewhere."""
    defaults = {name: field.default for name, field in fields(cls).items()}
    puts = {name: getattr(cls, name).__set__ for name in (*cls.__match_args__, *defaults)}

    pairs = list(puts.items())

    def fill(value: object, *contents: object, **named: object) -> None:
        for put, content in zip(puts.values(), contents):  # noqa: B905 - it costs a tenth of it.
            put(value, content)
        for name, put in pairs[len(contents) :]:
            put(value, named[name] if name in named else defaults[name])

    return fill


def make(cls: Callable[P, T]) -> Callable[P, T]:
    """Return what makes a value of a class as its constructor would, checking nothing."""
    fill = _filler(cls)

    def maker(*contents: P.args, **named: P.kwargs) -> T:
        value: T = object.__new__(cls)  # type: ignore[arg-type]
        fill(value, *contents, **named)
        return value

    return maker


if TYPE_CHECKING:
    from typing import final

    from attrs import field, frozen
    from attrs import frozen as light
else:
    field, frozen, light = _Field, _frozen, partial(_frozen, light=True)

    def final(cls: type) -> type:
        """Mark a class as one that nobody is to derive from, as `typing.final` does."""
        cls.__final__ = True
        return cls
