"""The sources that a page cites: numbered as they are cited, and listed at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .blocks import Item, Items, Piece, Section, joined, line
from .fields import filled, remarks, rows_of, unlabelled
from .phrases import visible
from .view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.sources import Citation, Source
    from .blocks import Line

FIRST = ("publisher", "title", "published", "code")
"""The fields of a source that come first; all others follow."""


@final
class Sources:
    """The sources cited so far on a page, and what each of them is cited for."""

    def __init__(self, view: View | None = None) -> None:
        self._cited: dict[str, tuple[Source, list[Line]]] = {}
        self._view = view or View()

    def mark(self, citation: Citation) -> str:
        """Return the number of a source and the place in it, and keep what is said of it here."""
        source = citation.source
        _, said = self._cited.setdefault(source.id, (source, []))
        names = [name for name in filled(citation) if name not in {"source", "locator"}]
        told = joined(unlabelled(rows_of(self._view, citation, names)), "; ")
        if told and told not in said:
            said.append(told)
        place = f", {visible(citation.locator)}" if citation.locator else ""
        return f"{list(self._cited).index(source.id) + 1}{place}"

    def section(self) -> tuple[Section, ...]:
        """Return the list of the sources, if there are any."""
        items = tuple([item for _, item in self.entries()])
        return (Section(line("Sources"), (Items(items, "[%d]"),)),) if items else ()

    def entries(self) -> Iterator[tuple[Source, Item]]:
        """Yield each source, and what a reader must know of it."""
        view = self._view
        for source, said in self._cited.values():
            names = [name for name in filled(source) if name not in {*FIRST, "id", "url", "note"}]
            known = [view.content(source, name) for name in FIRST if name in filled(source)]
            about = joined([*known, *unlabelled(rows_of(view, source, names))])
            where = line(
                " (", Piece(source.id, "id", source.id), ") ", view.content(source, "url")
            )
            cited = line(" Cited for: ", joined(said, " · ")) if said else ()
            yield source, Item(line(about, where, cited), remarks(view, source))
