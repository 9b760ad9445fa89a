"""What a corpus works out from its records on first use, and then keeps."""

from __future__ import annotations

from os import getpid
from threading import RLock
from typing import TYPE_CHECKING, Generic, TypeVar, final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._locate.indexed import Prepared
    from .._locate.mentions import Known
    from .._search import SearchIndex
    from ..model.clauses import Clause
    from ..model.releases import Release
    from ..model.texts import Declaration, Resolution
    from ..model.value import Value

T = TypeVar("T")


@final
class Built(Generic[T]):
    """A value that is built on first use: one for all threads of a process."""

    __slots__ = ("_lock", "_process", "_value")

    def __init__(self) -> None:
        self._value: T | None = None
        self._lock = RLock()
        self._process = getpid()

    def get(self, build: Callable[[], T]) -> T:
        """Return the value; the first call builds it, and a call that fails leaves nothing."""
        value = self._value
        if value is None:
            if self._process != getpid():
                # A fork copies a lock as it is, and not the thread that would release it.
                self._lock, self._process = RLock(), getpid()
            with self._lock:
                value = self._value
                if value is None:
                    value = self._value = build()
        return value


@final
class Indexes:
    """Each of the indexes of one corpus; a copy or pickle of it is empty."""

    def __init__(self) -> None:
        self.release: Built[Release] = Built()
        """The release with its advisories."""
        self.texts: Built[tuple[Declaration | Resolution, ...]] = Built()
        """Declarations and resolutions by number, those without one last."""
        self.clauses: Built[tuple[Clause, ...]] = Built()
        """The clauses of all texts, in the order of the texts."""
        self.titles: Built[Mapping[str, frozenset[str]]] = Built()
        """The words of the titles of each text, by its id."""
        self.names: dict[str, Built[Mapping[str, list[Value]]]] = {}
        """The records of each kind by their names, as `fold` leaves them."""
        self.called: Built[frozenset[str]] = Built()
        """All names that a search finds before the words of the query."""
        self.vocabularies: dict[str, Built[Mapping[str, frozenset[str]]]] = {}
        """How the records spell each word of a field in which any text may stand."""
        self.search: Built[SearchIndex] = Built()
        self.words: Built[Prepared] = Built()
        """The wordings and titles, ready to be located."""
        self.referred: Built[Known] = Built()
        """The numbers, sessions and cities by which a text in prose refers to records."""

    def __reduce__(self) -> tuple[object, ...]:
        return Indexes, ()
