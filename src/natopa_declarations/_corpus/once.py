"""What is made on first use, and then kept: once, whichever thread asks first."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, TypeVar, final

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@final
class Once:
    """A place for things that can be made anew, such as an index; a copy of it is empty."""

    __slots__ = ("_lock", "_made")

    def __init__(self) -> None:
        self._made: dict[str, object] = {}
        self._lock = RLock()

    def get(self, name: str, make: Callable[[], T]) -> T:
        """Return what `make` makes; for one name it is called the first time only."""
        if name not in self._made:
            with self._lock:
                if name not in self._made:
                    self._made[name] = make()
        return self._made[name]  # type: ignore[return-value]

    def __reduce__(self) -> tuple[object, ...]:
        return Once, ()
