"""Classes that are frozen and slotted at once, and of attrs as soon as anybody asks.

To import attrs, and to have it write an `__init__` for each of forty classes, took half of the
time of a first answer, which needs neither: packaged records are built without.  So `frozen` makes
the class with its slots, and puts a `_Later` in the place of each thing that attrs would add.
Whoever first looks at one of them, by making a value or by asking attrs about the class, has attrs
make all of them from the definition of the class (`_attach`).  The class is then what
`attrs.frozen` would have made; a test compares every public class with that.

Type checkers and editors are shown attrs itself, and nothing of this.
"""

from __future__ import annotations

from ._late import late

__all__ = ["NOTHING", "argument", "definition", "field", "field_names", "final", "frozen"]

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from typing import Any

    from attrs import Attribute

NOTHING = object()  # Stands for the default of a field that has none.


class _Field:
    """What `field` was called with."""

    def __init__(self, **arguments: Any) -> None:
        self.arguments = arguments


class _Definition:
    """How a class was written: what each field was given, and the options."""

    def __init__(self, bases: tuple[type, ...], own: dict[str, Any], options: Any) -> None:
        self.own, self.options = own, options
        self.inherited: dict[str, Any] = {}
        self.positional: list[str] = []
        for base in reversed(bases):
            if base in _DEFINITIONS:
                self.inherited |= _DEFINITIONS[base].fields
                self.positional += _DEFINITIONS[base].positional
        # A field that a class declares anew keeps the place that it has in its base.
        self.fields: dict[str, Any] = self.inherited | own
        if not options.get("kw_only"):
            self.positional += [name for name in own if argument(own[name], "init", default=True)]


class _Later:
    """What attrs adds to a class under one name, made when it is first looked at."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, cls: type) -> Any:
        _attach(next(owner for owner in cls.__mro__ if vars(owner).get(self.name) is self))
        return getattr(cls if instance is None else instance, self.name)


_DEFINITIONS: dict[type, _Definition] = {}
_LATER = {
    name: _Later(name)
    for name in ("__init__", "__attrs_attrs__", "__attrs_props__", "__setattr__", "__delattr__",
                 "__getstate__", "__setstate__", "__replace__")
}  # fmt: skip
"""What attrs adds to a frozen class, some of it in newer versions only."""


def definition(cls: type) -> _Definition | None:
    """Return how one of our classes was written, or None for a class of somebody else."""
    return _DEFINITIONS.get(cls)


def field_names(cls: type) -> tuple[str, ...]:
    """Return the names of the fields of a class, in order."""
    if cls in _DEFINITIONS:
        return tuple(_DEFINITIONS[cls].fields)
    import attrs

    # A class that somebody else derived from one of ours.
    return tuple([field.name for field in attrs.fields(cls)])


def _frozen(cls: type | None = None, **options: Any) -> Any:
    """Make a class frozen and slotted, as `attrs.frozen` does; the rest comes later."""
    if cls is None:
        return lambda decorated: _frozen(decorated, **options)
    body: dict[str, Any] = {**_LATER, **vars(cls)}
    own = {name: body.pop(name, NOTHING) for name in body.get("__annotations__", ())}
    definition = _Definition(cls.__bases__, own, options)
    slots = [name for name in own if name not in definition.inherited]
    if "__weakref__" in body and not hasattr(cls.__base__, "__weakref__"):
        slots.append("__weakref__")
    body |= {name: getattr(cls.__base__, name) for name in own if name in definition.inherited}
    body["__slots__"], body["__qualname__"] = tuple(slots), cls.__qualname__
    body["__match_args__"] = tuple(definition.positional)
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    for name in slots:
        given = own.get(name)
        if type(given) is _Field and "late" in given.arguments.get("metadata", ()):
            setattr(made, name, late(vars(made)[name]))
    _DEFINITIONS[made] = definition
    return made


def argument(given: object, name: str, *, default: Any) -> Any:
    """Return what `field` was called with under a name."""
    return given.arguments.get(name, default) if isinstance(given, _Field) else default


def _attach(cls: type) -> None:
    """Have attrs make of the definition of a class what it would have made at once."""
    import attrs

    known = _DEFINITIONS[cls]
    order = list(known.fields)

    def in_order(_: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
        return sorted(fields, key=lambda field: order.index(field.name))

    body = {
        name: attrs.field(**given.arguments) if isinstance(given, _Field) else given
        for name, given in known.own.items()
        if given is not NOTHING
    }
    kept = ("__annotations__", "__module__", "__attrs_post_init__")
    body |= {name: vars(cls)[name] for name in kept if name in vars(cls)}
    plain = type(cls)(cls.__name__, cls.__bases__, body | {"__qualname__": cls.__qualname__})
    made = vars(attrs.frozen(plain, field_transformer=in_order, **known.options))
    # Where two threads do this at once, both make the same, and the later one stays.
    for name, content in list(vars(cls).items()):
        if isinstance(content, _Later) and name in made:
            setattr(cls, name, made[name])
        elif isinstance(content, _Later) and name in vars(cls):
            delattr(cls, name)


if TYPE_CHECKING:
    from typing import final

    from attrs import field, frozen

else:
    field, frozen = _Field, _frozen

    def final(cls: type) -> type:
        """Mark a class as one that nobody is to derive from, as `typing.final` does."""
        cls.__final__ = True
        return cls
