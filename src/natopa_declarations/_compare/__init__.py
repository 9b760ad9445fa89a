"""Two releases, two editions or two values of one kind, compared as objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, final

import attrs

from .._codec import strict as _codec
from .._codec.kinds import BY_FOLDER
from .._corpus.corpus import COLLECTIONS, Corpus
from ..errors import IncomparableError
from ..model.releases import FileName, Release
from ..model.texts import Edition
from ..model.value import Value
from .applied import applied, applied_to_list
from .differences import Difference, DifferenceKind, Item, of_lists, of_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

V = TypeVar("V", bound=Value)

REMARKS = ("citations", "name", "note")
"""The fields of an edition that do not say what it is like."""


@final
@attrs.frozen(eq=False, repr=False, kw_only=True)
class Diff(Value):
    """The differences between two values of one kind."""

    kind: str
    """The class of the two, such as ``Declaration``; ``Corpus`` where they are releases."""
    old: str
    """The version, the id or the name of the old one."""
    new: str
    """The version, the id or the name of the new one."""
    differences: tuple[Difference, ...]
    """Every place that differs, in the order of the model; empty where nothing does."""

    def __str__(self) -> str:
        return "\n".join([f"{self.old} -> {self.new}", *map(str, self.differences)])

    def by_record(self) -> dict[str, tuple[Difference, ...]]:
        """Return the differences of two releases by the ids of the records that they are in.

        >>> import natopa_declarations as natopa
        >>> diff = natopa.diff(natopa.load("2026.1"), natopa.load("2026.2"))
        >>> [found.kind.value for found in diff.by_record()["2024-annual"]]
        ['added']
        """
        found: dict[str, list[Difference]] = {}
        for difference in self.differences:
            if difference.at[0] in BY_FOLDER and isinstance(difference.at[1], Item):
                found.setdefault(difference.at[1].name, []).append(difference)
        return {record: tuple(differences) for record, differences in found.items()}

    def apply(self, old: V) -> V:
        """Return the new value, made of the old one and the differences.

        The records that it points to are those of `old`, as far as the differences do not
        bring others; a release is linked anew.

        Raises `IncomparableError` where `old` is not what the differences start from.

        >>> import natopa_declarations as natopa
        >>> old, new = natopa.load("2026.1"), natopa.load("2026.2")
        >>> natopa.diff(old, new).apply(old) == new
        True
        """
        if type(old).__name__ == self.kind:
            try:
                if isinstance(old, Corpus):
                    return _applied_to_corpus(old, self.differences)  # type: ignore[return-value]
                return applied(old, self.differences)
            except KeyError:
                pass
        hint = "apply them to the value that they start from"
        differences = f"the differences of {self.old!r} and {self.new!r}"
        raise IncomparableError(_told(old), differences, hint)


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
        raise IncomparableError(_told(old), _told(new), hint)
    found: Iterable[Difference]
    if isinstance(old, Corpus) and isinstance(new, Corpus):
        found = _of_corpora(old, new)
    elif isinstance(old, Edition):
        found = map(_of_editions, of_values(old, new))
    else:
        found = of_values(old, new)
    return Diff(
        kind=type(old).__name__, old=_label(old), new=_label(new), differences=tuple(found)
    )


def _of_corpora(old: Corpus, new: Corpus) -> Iterator[Difference]:
    if old.release != new.release:
        changed = DifferenceKind.CHANGED
        yield Difference(at=("release",), kind=changed, old=old.release, new=new.release)
    for kind in BY_FOLDER:
        yield from of_lists(COLLECTIONS[kind](old), COLLECTIONS[kind](new), (kind,))


def _of_editions(found: Difference) -> Difference:
    """Say what a difference means between two editions, where a blank is not known."""
    field, *rest = found.at
    one_sided = found.kind in {DifferenceKind.ADDED, DifferenceKind.REMOVED}
    if field == "presences" and rest[-1] == "present":
        kind = DifferenceKind.ADDED if found.new else DifferenceKind.REMOVED
    elif one_sided and len(rest) <= 1 and field not in REMARKS:
        kind = DifferenceKind.UNKNOWN
    else:
        kind = found.kind
    return attrs.evolve(found, kind=kind)


def _applied_to_corpus(old: Corpus, differences: Iterable[Difference]) -> Corpus:
    release = old.release
    parts: dict[str, list[tuple[tuple[str | Item, ...], Difference]]] = {}
    for found in differences:
        kind, *rest = found.at
        parts.setdefault(str(kind), []).append((tuple(rest), found))
    for _, found in parts.pop("release", ()):
        if found.old != release or not isinstance(found.new, Release):
            raise KeyError(found.path)
        release = found.new
    files = {
        FileName(f"{kind}.json"): _codec.encode(
            applied_to_list(COLLECTIONS[kind](old), parts.get(kind, []))
        )
        for kind in BY_FOLDER
    }
    # Read anew, every record points to the records of the new release.
    return Corpus(release, *_codec.decode(release, files))


def _label(value: Value) -> str:
    return _name(value) or type(value).__name__.lower()


def _told(value: Value) -> str:
    kind = "release" if isinstance(value, Corpus) else type(value).__name__
    name = _name(value)
    return f"{kind} {name!r}" if name else kind


def _name(value: Value) -> str:
    """Return what a value goes by, or the empty text where nothing tells it apart."""
    if isinstance(value, Corpus):
        return value.release.version
    return str(getattr(value, "id", None) or getattr(value, "name", None) or "")
