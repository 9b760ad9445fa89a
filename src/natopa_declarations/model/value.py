"""What all values share: equality, hash, a short repr, and tuples for collections."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter

from .._deferred import fields, final, frozen, make

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from typing import TypeVar

    V = TypeVar("V")

OWNED = {"owned": True}
"""Metadata of a field that holds whole records with ids of their own.

Everywhere else a field that holds a record with an id is written as that id.
"""

NOT_WRITTEN = {"not written": True}
"""Metadata of a field that is known of a value, and does not stand in its file."""

LATE = {"late": True}
"""Metadata of a field whose record is made when it is first looked at, and not with the value.

The sources of citations and the sessions of texts are most of what a record leads to.
"""

SINCE_2 = {"since": 2}
"""Metadata of a field that files of format 1 do not have."""


@final
class _Asked:
    """What msgspec asks a value for, before it reads the slots of the value themselves.

    It finds nothing, as no value is a dataclass; but whatever a late field leads to is then there.
    """

    def __get__(self, value: Value | None, cls: type[Value]) -> object:
        for name in fields(cls) if value is not None else ():
            getattr(value, name)
        raise AttributeError("__dataclass_fields__")


@frozen(eq=False, repr=False)
class Value:
    """The base of every value.

    Equality, hash and repr are written here once, and not generated for each class, because
    generating them for all classes takes a fifth of the time that the first answer takes.
    """

    if not TYPE_CHECKING:
        __dataclass_fields__ = _Asked()

    def __attrs_post_init__(self) -> None:
        """Refuse a list where a tuple is due: it could be changed, and has no hash."""
        for name in _collections(type(self)):
            content: object = getattr(self, name)
            if not isinstance(content, tuple):
                place, found = f"{type(self).__name__}.{name}", type(content).__name__
                raise TypeError(f"{place}: expected a tuple, found {found}")

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in fields(type(self)))

    def __hash__(self) -> int:
        cls = type(self)
        contents = _CONTENTS.get(cls) or _contents(cls)
        return hash(
            tuple([item if isinstance(item, _PLAIN) else _mark(item) for item in contents(self)])
        )

    def __repr__(self) -> str:
        fields = ", ".join([f"{name}={brief}" for name, brief in _brief(self)])
        return f"{type(self).__name__}({fields})"

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        """Yield what the `rich` package shows: as much as the repr, and no more."""
        for name, brief in _brief(self):
            yield name, _Printed(brief)

    def _repr_pretty_(self, printer: object, _: bool) -> None:  # noqa: FBT001
        """Show IPython and Hypothesis as much as the repr, and no more."""
        printer.text(repr(self))  # type: ignore[attr-defined]

    def cite(self, format: str = "text", *, corpus: Mapping[str, object] | None = None) -> str:  # noqa: A002
        """Return the citation of this text, clause, statement, session, source or corpus.

        `format` is ``text`` for a sentence, ``csl-json``, ``bibtex`` or ``ris``.  With the
        `corpus` that the record is from, the citation names its release, and that of a clause
        the text that it stands in, which the clause itself does not know.

        Raises `NotFoundError` for an unknown format, and for a record of another kind.

        >>> import natopa_declarations as natopa
        >>> print(natopa.load("2026.1").declaration(489).cite())
        NATO Parliamentary Assembly, Declaration 489, Standing with Ukraine until Victory, Sofia, \
27 May 2024
        """
        from ..export.citing import cite

        return cite(self, format, corpus=corpus)

    def _repr_html_(self) -> str:
        """Return what a notebook shows of the value: all of it, and its sources."""
        from .._show.notebook import shown

        return shown(self)


_COLLECTIONS: dict[type[Value], tuple[str, ...]] = {}
"""The names of the fields of each class that hold tuples."""


def _collections(cls: type[Value]) -> tuple[str, ...]:
    """Return the names of the fields that hold tuples."""
    if cls not in _COLLECTIONS:
        annotations = _annotations(cls)
        names = [name for name in fields(cls) if annotations[name].startswith("tuple[")]
        _COLLECTIONS[cls] = tuple(names)
    return _COLLECTIONS[cls]


def _annotations(cls: type[Value]) -> dict[str, str]:
    annotations: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        annotations |= getattr(base, "__annotations__", {})
    return annotations


_PLAIN = (str, int, type(None))
"""What is hashed as it is: the texts, words and numbers of a field."""

_CONTENTS: dict[type[Value], Callable[[Value], tuple[object, ...]]] = {}
"""What returns the contents of all fields of a value of each class."""


def _contents(cls: type[Value]) -> Callable[[Value], tuple[object, ...]]:
    names = fields(cls)
    # With one name it would return the content itself, and so has one more.
    return _CONTENTS.setdefault(cls, attrgetter(*names, "__class__"))


_TEXTS: dict[type[Value], attrgetter[object] | type[Value]] = {}
"""What returns the id and the texts of a value of each class; the class where it has none."""


def _mark(content: object) -> object:
    """Return what tells a field from others at little cost: equal contents have equal marks.

    What a record points to counts by its id, and each of several by its id and its texts, or to
    hash one record would be to hash all that it leads to.
    """
    if not isinstance(content, tuple):
        return _identity(content)
    return tuple([_texts(item) if isinstance(item, Value) else item for item in content])


def _texts(value: Value) -> object:
    cls = type(value)
    texts = _TEXTS.get(cls)
    if texts is None:
        annotations = _annotations(cls)
        names = [
            name for name in fields(cls)
            if name == "id" or annotations[name].startswith("str")
        ]  # fmt: skip
        texts = _TEXTS.setdefault(cls, attrgetter(*names) if names else cls)
    return texts if isinstance(texts, type) else texts(value)


def _identity(content: object) -> object:
    if isinstance(content, type):
        return content
    cls = type(content)
    if hasattr(cls, "id"):
        return content.id  # type: ignore[attr-defined]
    return content if cls is str or hasattr(cls, "year") else cls


def evolve(value: V, **changes: object) -> V:
    """Return a value of one of our classes with other contents in some fields, without attrs."""
    old = {name: getattr(value, name) for name in fields(type(value))}
    return make(type(value))(**old | changes)


def id_of(value: object) -> str:
    """Return the id of a record or part, and nothing for a value that has none."""
    return str(getattr(value, "id", ""))


@final
class _Printed:
    """Text that stands for itself in a repr."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def _brief(value: Value) -> Iterator[tuple[str, str]]:
    """Yield the name of each field that is not blank, and what a person wants to see of it."""
    for name in fields(type(value)):
        content: object = getattr(value, name)
        if content is None or content == () or name.startswith("_"):
            continue
        if isinstance(content, tuple):
            yield name, f"<{len(content)}>"
        elif isinstance(content, Value):
            yield name, f"{getattr(content, 'id', None) or str(content)!r}"
        else:
            text = repr(str(content) if isinstance(content, str) else content)
            yield name, text if len(text) <= 60 else text[:56] + text[0] + "..."
