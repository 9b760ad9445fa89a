"""The sources that a page cites: numbered in that order, and listed at its end."""

from __future__ import annotations

from .._deferred import final
from ..model.value import evolve
from .blocks import Item, Piece, Section, joined, line, listed, section
from .fields import filled, remarks, rest
from .phrases import visible
from .view import View

TYPE_CHECKING = not __name__
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.sources import Citation, Source
    from .blocks import Line

FIRST = ("publisher", "title", "published", "code")
"""The fields of a source that come first."""

SHARED = ("fields", "read_on")
"""The fields of citations that are said once for all citations of a source."""


@final
class Sources:
    """The sources cited so far on a page, and what each of them is cited for."""

    def __init__(self, view: View | None = None) -> None:
        self._cited: dict[str, tuple[Source, list[Line], list[Citation]]] = {}
        self._view = view or View()

    def mark(self, citation: Citation) -> str:
        """Return the number of a source and the place in it, and remember the citation."""
        source = citation.source
        _, said, cited = self._cited.setdefault(source.id, (source, [], []))
        cited.append(citation)
        reasons = joined(rest(self._view, citation, "source", "locator", *SHARED), "; ")
        if reasons and reasons not in said:
            said.append(reasons)
        place = f", {visible(citation.locator)}" if citation.locator else ""
        return f"{list(self._cited).index(source.id) + 1}{place}"

    def section(self) -> tuple[Section, ...]:
        """Return the list of the sources, if there are any."""
        return section("Sources", listed([item for _, item in self.entries()], "[%d]"))

    def entries(self) -> Iterator[tuple[Source, Item]]:
        """Yield each source, and what a reader must know of it."""
        view = self._view
        for source, said, citations in self._cited.values():
            known = [view.content(source, name) for name in FIRST if name in filled(source)]
            about = joined([*known, *rest(view, source, *FIRST, "id", "url", "note")])
            where = line(
                " (", Piece(source.id, "id", source.id), ") ", view.content(source, "url")
            )
            known_for = [*said, *self._shared(citations)]
            cited = line(" Cited for: ", joined(known_for, " · ")) if known_for else ()
            yield source, Item(line(about, where, cited), remarks(view, source))

    def _shared(self, citations: list[Citation]) -> Iterator[Line]:
        """Yield the fields that these citations support together, and the last day of reading."""
        names = dict.fromkeys([name.replace("_", " ") for one in citations for name in one.fields])
        days = [one.read_on for one in citations if one.read_on is not None]
        latest = max(days, key=lambda on: (on.year, on.month or 12, on.day or 31), default=None)
        whole = evolve(citations[0], fields=tuple(names), read_on=latest)
        shared = rest(self._view, whole, "source", "locator", "note")
        if shared:
            yield joined(shared, "; ")
