"""The sources that a page cites: numbered as they are cited, and listed at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .blocks import Item, Items, Piece, Section, joined, line
from .fields import filled, remarks, rows_of, unlabelled
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

    def __init__(self) -> None:
        self._cited: dict[str, tuple[Source, list[Line]]] = {}

    def number(self, citation: Citation) -> int:
        """Return the number of a source, and keep what is said of it here."""
        source = citation.source
        _, said = self._cited.setdefault(source.id, (source, []))
        names = [name for name in filled(citation) if name not in {"source", "locator"}]
        told = joined(unlabelled(rows_of(View(), citation, names)), "; ")
        if told and told not in said:
            said.append(told)
        return list(self._cited).index(source.id) + 1

    def section(self) -> tuple[Section, ...]:
        """Return the list of the sources, if there are any."""
        items = tuple([item for _, item in self.entries()])
        return (Section(line("Sources"), (Items(items, "[%d]"),)),) if items else ()

    def entries(self) -> Iterator[tuple[Source, Item]]:
        """Yield each source, and what a reader must know of it."""
        view = View()
        for source, said in self._cited.values():
            names = [name for name in filled(source) if name not in {*FIRST, "id", "url", "note"}]
            known = [view.content(source, name) for name in FIRST if name in filled(source)]
            about = joined([*known, *unlabelled(rows_of(view, source, names))])
            where = line(
                " (", Piece(source.id, "id", source.id), ") ", view.content(source, "url")
            )
            cited = line(" Cited for: ", joined(said, " · ")) if said else ()
            yield source, Item(line(about, where, cited), remarks(view, source))
