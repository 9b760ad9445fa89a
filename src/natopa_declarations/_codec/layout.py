"""The records of a release by kind, and in which of its files each of them stands."""

from __future__ import annotations

from .._deferred import final

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model.value import Value

    Layout = Mapping[str, tuple[str, ...]]
    """The ids of the records of each file, in document order."""


@final
class ByFolder(dict[str, "tuple[Value, ...]"]):
    """The records of a release by the names of their folders, in document order."""

    def __init__(self, records: Mapping[str, tuple[Value, ...]], layout: Layout) -> None:
        dict.__init__(self, records)
        self.layout = layout

    def __reduce__(self) -> tuple[object, ...]:
        return ByFolder, (dict(self), self.layout)
