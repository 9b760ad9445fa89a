"""Make values without attrs, as a first answer and a page to be shown do."""

from __future__ import annotations

from ._deferred import argument, definition, field_names, frozen

__all__ = ["evolve", "light", "make", "options"]

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, ParamSpec, TypeVar

    P = ParamSpec("P")
    T = TypeVar("T")


_OPTIONS: dict[type, dict[str, tuple[object, Any]]] = {}


def options(cls: type) -> Mapping[str, tuple[object, Any]]:
    """Return the default and the metadata of each field of a class, in order."""
    if cls not in _OPTIONS:
        ours = definition(cls)
        if ours is None:
            import attrs

            found = {field.name: (field.default, field.metadata) for field in attrs.fields(cls)}
        else:
            found = {
                name: (
                    argument(given, "default", default=given),
                    argument(given, "metadata", default=()),
                )
                for name, given in ours.fields.items()
            }
        _OPTIONS[cls] = found
    return _OPTIONS[cls]


def _filler(cls: type) -> Callable[..., None]:
    """Return what puts the contents of a value where they belong, and defaults elsewhere."""
    ours = definition(cls)
    given = ours.fields if ours else {}
    positional = ours.positional if ours else []
    factories = {
        name: made for name in given if (made := argument(given[name], "factory", default=None))
    }
    defaults = {name: default for name, (default, _) in options(cls).items()}
    order = [*positional, *[name for name in defaults if name not in positional]]
    puts = [(name, getattr(cls, name).__set__, factories.get(name)) for name in order]
    firsts = [put for _, put, _ in puts]
    rest = [puts[count:] for count in range(len(puts) + 1)]

    def fill(value: object, *values: object, **named: object) -> None:
        for put, content in zip(firsts, values):  # noqa: B905 - a keyword costs a tenth of it.
            put(value, content)
        for name, put, factory in rest[len(values)]:
            if name in named:
                put(value, named[name])
            else:
                put(value, factory() if factory else defaults[name])

    return fill


_MAKERS: dict[type, Callable[..., Any]] = {}


def _make(cls: type) -> Callable[..., Any]:
    if cls not in _MAKERS:
        fill = _filler(cls)

        def made(*values: object, **named: object) -> object:
            value: object = object.__new__(cls)
            fill(value, *values, **named)
            return value

        _MAKERS[cls] = made
    return _MAKERS[cls]


def _light(cls: type) -> type:
    made: Any = frozen(cls)
    made.__init__ = _filler(made)
    return made  # type: ignore[no-any-return]


if TYPE_CHECKING:
    from attrs import evolve
    from attrs import frozen as light

    def make(cls: Callable[P, T]) -> Callable[P, T]:
        """Return what makes a value of a class as its constructor would, checking nothing."""
        return cls

else:
    # Classes of the inside of the package, whose constructors do what `make` does.
    light, make = _light, _make

    def evolve(value: Any, **changes: object) -> Any:
        """Return a value of one of our classes with other contents in some fields."""
        old = {name: getattr(value, name) for name in field_names(type(value))}
        return _make(type(value))(**old | changes)
