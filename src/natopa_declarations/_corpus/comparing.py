"""Compare two releases, or two values of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from .._codec.kinds import BY_FOLDER
from .._compare import compare, of_lists
from .._compare.changes import changes
from .._store.releases import recorded
from ..errors import IncomparableError
from ..model.differences import Diff, Difference, DifferenceKind, RecordChange
from ..model.sources import Source
from ..model.value import Value
from .corpus import Corpus
from .loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.releases import Release

V = TypeVar("V", bound=Value)


def diff(old: V, new: V) -> Diff:
    """Compare two releases, two editions of a text, or two values of one kind.

    Values are compared field by field.  Where a value points to a record, the ids are
    compared; of two releases every record is compared once, in its own place.  Of two
    editions, what is known of one and not of the other is unknown, and neither added nor removed.

    Raises `IncomparableError` where the two are not of one kind.

    >>> import natopa_declarations as natopa
    >>> declaration = natopa.load("2026.1").declaration(489)
    >>> found = natopa.diff(declaration.edition("draft"), declaration.edition("adopted"))
    >>> [str(part) for part in found.differences if "lift" in part.path][:1]
    ['added presences[489#lift-restrictions].present']
    """
    if type(old) is not type(new) or not isinstance(old, Value):
        hint = "give two values of one kind, such as two releases, two texts or two editions"
        raise IncomparableError(_described(old), _described(new), hint)
    if isinstance(old, Corpus) and isinstance(new, Corpus):
        differences = tuple(_of_releases(old, new))
    else:
        differences = compare(old, new)
    found = Diff(
        kind=type(old).__name__, old=_label(old), new=_label(new), differences=differences
    )
    if isinstance(old, Corpus) and isinstance(new, Corpus):
        return attrs.evolve(found, changes=tuple(_changes(found, old, new)))
    return found


def _of_releases(old: Corpus, new: Corpus) -> Iterator[Difference]:
    if old._published != new._published:
        changed = DifferenceKind.CHANGED
        yield Difference(at=("release",), kind=changed, old=old._published, new=new._published)
    for folder in BY_FOLDER:
        yield from of_lists(old._records[folder], new._records[folder], (folder,))


def _changes(found: Diff, old: Corpus, new: Corpus) -> Iterator[RecordChange]:
    """Yield what happened to each record, with what every release in between says of it."""
    listed = [change for release in _between(old._published, new._published)
              for change in release.changes if change.retired_in is None]  # fmt: skip

    def source(identifier: str) -> Source | None:
        record = new._index.get(identifier) or old._index.get(identifier)
        return record if isinstance(record, Source) else None

    return changes(found.differences, listed, source)


def _between(old: Release, new: Release) -> list[Release]:
    """Return the releases after `old`, up to and with `new`; none where `new` is not later."""
    known = list(recorded())
    if old.version in known and new.version in known:
        steps = known[known.index(old.version) + 1 : known.index(new.version)]
        later = known.index(new.version) > known.index(old.version)
        return [*[load(version)._published for version in steps], new] if later else []
    return [new]


def _label(value: Value) -> str:
    return _name(value) or type(value).__name__.lower()


def _described(value: Value) -> str:
    kind = "release" if isinstance(value, Corpus) else type(value).__name__
    name = _name(value)
    return f"{kind} {name!r}" if name else kind


def _name(value: Value) -> str:
    """Return the id or name of a value, or an empty text if it has neither."""
    if isinstance(value, Corpus):
        return value._published.version
    return str(getattr(value, "id", None) or getattr(value, "name", None) or "")
