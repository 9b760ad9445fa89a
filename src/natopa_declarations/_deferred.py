"""Classes that are frozen and slotted at once, and of attrs as soon as anybody asks.

To import attrs, and to have it write an `__init__` for each of some forty classes, took half of
the time of a first answer, and an answer needs neither: packaged records are built without.  So
`frozen` makes the class itself, with its slots, and puts a `_Later` in the place of each thing
that attrs would add.  Whoever first looks at one of them, by making a value or by asking attrs
about the class, has attrs make all of them from the definition of the class (`_attach`).  The
class is then what `attrs.frozen` would have made; a test compares every public class with that.

Type checkers and editors are shown attrs itself, and nothing of this.
"""

from __future__ import annotations

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ParamSpec, TypeVar

    from attrs import Attribute

    P = ParamSpec("P")
    T = TypeVar("T")

LATER = (
    "__init__",
    "__attrs_attrs__",
    "__attrs_props__",
    "__setattr__",
    "__delattr__",
    "__getstate__",
    "__setstate__",
    "__replace__",
)
"""What attrs adds to a frozen class, some of it in newer versions only."""

NOTHING = object()
"""Stands for the default of a field that has none."""


class _Field:
    """What `field` was called with."""

    __slots__ = ("arguments",)

    def __init__(self, **arguments: Any) -> None:
        self.arguments = arguments

    def default(self) -> object:
        """Return what the field holds where nothing is given."""
        factory = self.arguments.get("factory")
        return factory() if factory else self.arguments["default"]


class _Definition:
    """How a class was written: what each of its own fields was given, and the options."""

    __slots__ = ("fields", "inherited", "options", "own", "positional")

    def __init__(self, bases: tuple[type, ...], own: dict[str, object], options: Any) -> None:
        self.own = own
        self.options = options
        self.fields: dict[str, object] = {}
        self.positional: dict[str, None] = {}
        for base in reversed(bases):
            if base in _DEFINITIONS:
                # A field that a class declares anew keeps the place that it has in its base.
                self.fields |= _DEFINITIONS[base].fields
                self.positional |= _DEFINITIONS[base].positional
        self.inherited = [name for name in own if name in self.fields]
        self.fields |= own
        for name, given in own.items():
            init = not isinstance(given, _Field) or given.arguments.get("init", True)
            if init and not options.get("kw_only"):
                self.positional[name] = None


_DEFINITIONS: dict[type, _Definition] = {}


class Pending(tuple["Callable[[str], object]", str]):
    """Stands in a late field for a record that nobody looked at: what finds it, and its id."""

    __slots__ = ()


class _Later:
    """What attrs adds to a class under one name, made when it is first looked at."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, cls: type) -> Any:
        _attach(next(owner for owner in cls.__mro__ if vars(owner).get(self.name) is self))
        return getattr(cls if instance is None else instance, self.name)


_LATER = {name: _Later(name) for name in LATER}


def field_names(cls: type) -> tuple[str, ...]:
    """Return the names of the fields of a class, in order, without asking attrs."""
    return tuple(_DEFINITIONS[cls].fields)


def _frozen(cls: type | None = None, **options: Any) -> Any:
    """Make a class frozen and slotted, as `attrs.frozen` does; the rest comes later."""
    if cls is None:
        return lambda decorated: _frozen(decorated, **options)
    body = {name: content for name, content in vars(cls).items()
            if name not in {"__dict__", "__weakref__"}}  # fmt: skip
    own = {name: body.pop(name, NOTHING) for name in body.get("__annotations__", {})}
    definition = _Definition(cls.__bases__, own, options)
    slots = [name for name in own if name not in definition.inherited]
    if not hasattr(cls.__base__, "__weakref__"):
        slots.append("__weakref__")
    body |= {name: getattr(cls.__base__, name) for name in definition.inherited}
    body = (
        _LATER | body | {"__slots__": tuple(slots), "__match_args__": tuple(definition.positional)}
    )
    body["__qualname__"] = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, body)
    for name, given in own.items():
        if isinstance(given, _Field) and "late" in given.arguments.get("metadata", ()):
            setattr(made, name, _late(vars(made)[name]))
    _DEFINITIONS[made] = definition
    return made


def _late(slot: Any) -> property:
    """Return what reads a field that may hold a `Pending`, and puts what it stands for there."""

    def read(value: object) -> object:
        content = slot.__get__(value)
        if type(content) is Pending:
            find, identifier = content
            content = find(identifier)
            slot.__set__(value, content)
        return content

    return property(read, slot.__set__)


def _attach(cls: type) -> None:
    """Have attrs make of the definition of a class what it would have made at once."""
    from contextlib import suppress

    import attrs

    definition = _DEFINITIONS[cls]
    order = list(definition.fields)

    def in_order(_: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
        return sorted(fields, key=lambda field: order.index(field.name))

    body = {
        name: attrs.field(**given.arguments) if isinstance(given, _Field) else given
        for name, given in definition.own.items()
        if given is not NOTHING
    }
    kept = ("__annotations__", "__module__", "__attrs_post_init__")
    body |= {name: vars(cls)[name] for name in kept if name in vars(cls)}
    plain = type(cls)(cls.__name__, cls.__bases__, body | {"__qualname__": cls.__qualname__})
    made = vars(attrs.frozen(plain, field_transformer=in_order, **definition.options))
    # Where two threads do this at once, either makes the same, and the later one stays.
    for name, content in list(vars(cls).items()):
        if isinstance(content, _Later) and name in made:
            setattr(cls, name, made[name])
        elif isinstance(content, _Later):
            with suppress(AttributeError):
                delattr(cls, name)


def _make(cls: type) -> Callable[..., Any]:
    definition = _DEFINITIONS[cls]

    def made(*values: object, **named: object) -> object:
        named |= zip(definition.positional, values, strict=False)
        value: object = object.__new__(cls)
        for name, default in definition.fields.items():
            if name not in named:
                named[name] = default.default() if isinstance(default, _Field) else default
            object.__setattr__(value, name, named[name])
        return value

    return made


if TYPE_CHECKING:
    from typing import final as final

    from attrs import field as field
    from attrs import frozen as frozen

    def make(cls: Callable[P, T]) -> Callable[P, T]:
        """Return what makes a value of a class as its constructor would, checking nothing."""
        return cls

else:
    field, frozen, make = _Field, _frozen, _make

    def final(cls: type) -> type:
        """Mark a class as one that nobody is to derive from, as `typing.final` does."""
        cls.__final__ = True
        return cls
