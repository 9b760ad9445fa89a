"""What differs between two values of one kind."""

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
    """The new value has it, and the old one has not."""
    REMOVED = "removed"
    """The old value has it, and the new one has not."""
    CHANGED = "changed"
    """Both have it, and not the same."""
    MOVED = "moved"
    """The item stands elsewhere in its list."""
    UNKNOWN = "unknown"
    """Of two editions, one is known to be so, and of the other it is not known."""


@final
@frozen(eq=False, repr=False)
class Item(Value):
    """The place of an item in a list.

    >>> str(Item("489#lift-restrictions", 3, 4)), str(Item("", None, 2))
    ('[489#lift-restrictions]', '[2]')
    """

    name: str
    """What the item goes by, such as its id; empty where only its position tells it apart."""
    old: int | None
    """Its position in the old list, from 0, or None where it is not in it."""
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
    """What is there in the old value; None where nothing is."""
    new: Value | str | int | None = None
    """What is there in the new value; None where nothing is."""
    by_id: bool = False
    """Whether `old` and `new` are pointed to from here, so that only their ids are compared."""
    words: tuple[WordChange, ...] = ()
    """Of a text that changed, the words that differ, in order."""

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
    """What happened to one record between two releases, and why.

    >>> import natopa_declarations as natopa
    >>> diff = natopa.diff(natopa.load("2026.2"), natopa.load("2026.3"))
    >>> change = next(change for change in diff.changes if change.record == "2001-annual")
    >>> change.kind.value, [source.publisher for source in change.sources][:1]
    ('corrected', ['NATO'])
    """

    record: str
    """The id of the record."""
    kind: words.ChangeKind
    """What the differences amount to: added, extended, corrected or retired."""
    said: tuple[Change, ...] = ()
    """What the releases say of it, oldest first: with the reason, and what took its place."""
    sources: tuple[Source, ...] = ()
    """The sources that the change rests on."""
    differences: tuple[Difference, ...]
    """Each place in which the record differs."""


@final
@frozen(eq=False, repr=False, kw_only=True)
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
    changes: tuple[RecordChange, ...] = ()
    """Of two releases, what happened to each record that differs, and why."""

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
            # The first step is the collection, and the second the record in it.
            if self.kind == "Corpus" and difference.at[0] != "release":
                found.setdefault(str(getattr(difference.at[1], "name", "")), []).append(difference)
        return {record: tuple(differences) for record, differences in found.items()}
