"""The records that one load has read so far, where each stands, and what they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from ..model.texts import AdoptedText
from . import references
from .parsing import MismatchError, describe, find

if TYPE_CHECKING:
    from typing import Any

    from ..model.ids import FileName
    from ..model.value import Value


@final
class Register:
    """What both ways of reading a release have in common."""

    def __init__(self) -> None:
        self.index: dict[str, Value] = {}
        """Every record and part by its id, in the order in which they were read."""
        self.documents: dict[FileName, Any] = {}
        self.found = references.Found()
        self.file: FileName
        """The file that is read now."""
        self._numbers: dict[int, str] = {}
        self._homes: dict[str, tuple[FileName, Any]] = {}

    def add(self, value: Any, document: Any) -> None:
        """Note a record; raise `MismatchError` where its id or number is that of another one."""
        identifier = value.id
        if identifier in self._homes:
            found = describe(identifier)
            raise MismatchError("an id of its own", found, ".id", twin=identifier)
        number = value.number if isinstance(value, AdoptedText) else None
        if number is not None and self._numbers.setdefault(number, identifier) != identifier:
            found = f"{number}, as that of {self._numbers[number]!r}"
            raise MismatchError("a number of its own", found, ".number")
        self._homes[identifier] = self.file, document
        self.index[identifier] = value

    def forget_after(self, count: int) -> None:
        """Forget the records after the first `count`, which are read once more."""
        for record in list(self.index)[count:]:
            del self.index[record]
            del self._homes[record]

    def other_place(self, mismatch: MismatchError) -> str:
        """Say where the record with the same id stands; only one of them is ever looked for."""
        if mismatch.twin is None:
            return ""
        home, twin = self._homes[mismatch.twin]
        place, _, _ = next(find(self.documents[home], lambda _, inner: inner is twin))
        return f", as in {home} at {place}.id"
