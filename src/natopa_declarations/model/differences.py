"""The differences between two values of one kind."""

from __future__ import annotations

from enum import StrEnum

from .._deferred import final, frozen
from . import words
from .releases import Change
from .sources import Source
from .value import Value


@final
class DifferenceKind(StrEnum):
    """How a place differs between two values."""

    ADDED = "added"
    """Only the new value has it."""
    REMOVED = "removed"
    """Only the old value has it."""
    CHANGED = "changed"
    """Both values have it, with different contents."""
    MOVED = "moved"
    """The item is elsewhere in its list."""
    UNKNOWN = "unknown"
    """It is known of one of two editions only."""


@final
@frozen(eq=False, repr=False)
class Item(Value):
    """The place of an item in a list.

    >>> str(Item("489#lift-restrictions", 3, 4)), str(Item("", None, 2))
    ('[489#lift-restrictions]', '[2]')
    """

    name: str
    """The name of the item, such as its id; empty if only its position identifies it."""
    old: int | None
    """Its position in the old list, from 0, or None if it is absent."""
    new: int | None
    """Its position in the new list, likewise."""

    def __str__(self) -> str:
        return f"[{self.name or (self.new if self.old is None else self.old)}]"


@final
@frozen(eq=False, repr=False, kw_only=True)
class WordChange(Value):
    """Words of a text that differ; either may be empty."""

    old: str
    new: str


@final
@frozen(eq=False, repr=False, kw_only=True)
class Difference(Value):
    """One place in which two values differ.

    >>> import natopa_declarations as natopa
    >>> declaration = natopa.load("2026.1").declaration(489)
    >>> diff = natopa.diff(declaration.edition("draft"), declaration.edition("adopted"))
    >>> title = next(found for found in diff.differences if found.path == "title")
    >>> print(title)
    changed title
    >>> [(change.old, change.new) for change in title.words]
    [('United', 'Standing'), ('- Until', 'until')]
    """

    at: tuple[str | Item, ...]
    """The way to the place: names of fields, and items of lists."""
    kind: DifferenceKind
    old: Value | str | int | None = None
    """The old content; None if there is none."""
    new: Value | str | int | None = None
    """The new content; None if there is none."""
    by_id: bool = False
    """Whether `old` and `new` are references, so that only their ids are compared."""
    words: tuple[WordChange, ...] = ()
    """The words of a text that differ, in order."""

    @property
    def path(self) -> str:
        """The way to the place as text, such as ``clauses[489#lift-restrictions].label``."""
        steps = [f".{step}" if isinstance(step, str) else str(step) for step in self.at]
        return "".join(steps).removeprefix(".")

    def __str__(self) -> str:
        return f"{self.kind} {self.path}"


@final
@frozen(eq=False, repr=False, kw_only=True)
class RecordChange(Value):
    """The change of one record between two releases, and its reasons.

    >>> import natopa_declarations as natopa
    >>> diff = natopa.diff(natopa.load("2026.2"), natopa.load("2026.3"))
    >>> change = next(change for change in diff.changes if change.record == "2001-annual")
    >>> change.kind.value, [source.publisher for source in change.sources][:1]
    ('corrected', ['NATO'])
    """

    record: str
    """The id of the record."""
    kind: words.ChangeKind
    """Whether it was added, extended, corrected or retired."""
    said: tuple[Change, ...] = ()
    """The changes that the releases list, oldest first, with reasons and successors."""
    sources: tuple[Source, ...] = ()
    """The sources of the change."""
    differences: tuple[Difference, ...]
    """Each place in which the record differs."""


@final
@frozen(eq=False, repr=False, kw_only=True)
class Diff(Value):
    """The differences between two values of one kind."""

    kind: str
    """The class of the two, such as ``Declaration``; ``Corpus`` for releases."""
    old: str
    """The version, the id or the name of the old one."""
    new: str
    """The version, the id or the name of the new one."""
    differences: tuple[Difference, ...]
    """Every place that differs, in the order of the model."""
    changes: tuple[RecordChange, ...] = ()
    """The changes of the records of two releases, with reasons."""

    def __str__(self) -> str:
        return "\n".join([f"{self.old} -> {self.new}", *map(str, self.differences)])

    def by_record(self) -> dict[str, tuple[Difference, ...]]:
        """Return the differences of two releases by the ids of the records.

        >>> import natopa_declarations as natopa
        >>> diff = natopa.diff(natopa.load("2026.1"), natopa.load("2026.2"))
        >>> [found.kind.value for found in diff.by_record()["2024-annual"]]
        ['added']
        """
        found: dict[str, list[Difference]] = {}
        for difference in self.differences:
            # The first step is the collection, and the second the record in it.
            if self.kind == "Corpus" and difference.at[0] != "release":
                found.setdefault(str(getattr(difference.at[1], "name", "")), []).append(difference)
        return {record: tuple(differences) for record, differences in found.items()}
