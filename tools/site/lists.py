"""What stands on each page of the site: an outline for each record, and those of the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from natopa_declarations._show.blocks import Outline, Piece, Section, Table, line, listed
from natopa_declarations._show.lists import table
from natopa_declarations._show.mentions import Mentions
from natopa_declarations._show.outline import outline
from natopa_declarations._show.phrases import capital, counted, in_words
from natopa_declarations._show.view import View

from .names import named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopa_declarations import Corpus
    from natopa_declarations._show.blocks import Block
    from natopa_declarations.model.sources import Source
    from natopa_declarations.model.value import Value

FOLDERS = ("texts", "sessions", "persons", "topics")
"""The collections whose records have a page each."""
FOUNDING = "lb-ua-29512"
"""The article that this package began with."""
INTROS = {
    "assembly": "The members of NATO, the size of the Assembly, and the ways of belonging to it.",
    "bodies": "Parliaments, delegations, committees and groups, and the clauses that ask them.",
    "claims": "This package began with one article. It was taken apart into claims, and each was"
    " held against every other source that could be found.",
    "gaps": "Numbers and sessions that no source seen gives, and what shows the gap.",
    "other-claims": "Where a source differs from the better ones, the record follows those, and"
    " what it says is kept here with a verdict.",
    "persons": "Who presided, spoke, presented a text or held an office, as the sources say.",
    "sessions": "The Assembly meets in plenary twice a year: in spring, and for the annual session"
    " in autumn. These are the sessions for which a source was found, the newest first.",
    "sources": "The pages and documents that were read, in whole or in part, and what cites each.",
    "statements": "What persons said about the texts, in whose words, and who says so. Words that"
    " are translated or reported are marked, and are not to be quoted as the speaker's own.",
    "texts": "The declarations and resolutions, the newest first. They share one series of"
    " numbers; some texts have none that a source gives.",
    "timeline": "The sessions and adopted texts, year by year, the newest first. A blank means"
    " that no source was found, and not that nothing happened.",
    "topics": "What the clauses are about, in the words of this package.",
}
"""What the first paragraph of each list says."""
TITLES = {
    "assembly": "Members and classes",
    "claims": "The claims of the founding article",
    "gaps": "What is missing",
    "other-claims": "Claims of other sources",
    "texts": "Adopted texts",
}
"""The titles of the lists whose names say too little."""


class Site:
    """A release, and the outlines of what stands on its pages."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus, self.mentions, self.view = corpus, Mentions(corpus), View(corpus, named)

    def pages(self) -> dict[str, Outline]:
        """Return a page for each text, session, person and topic, by the name of its file."""
        pages = {
            f"{folder}/{value.id}": self._outline(value)
            for folder in FOLDERS
            for value in getattr(self.corpus, folder)()
        }
        # A person and a topic are called by their names, and nobody calls them by their ids.
        return {
            name: attrs.evolve(page, kind="", name="")
            if name.startswith(("persons/", "topics/")) else page
            for name, page in pages.items()
        }  # fmt: skip

    def lists(self) -> dict[str, Outline]:
        """Return the pages that lead to others or hold many records, by the names of their files.

        The pages of the kinds of sources have names such as ``sources/press``.
        """
        corpus = self.corpus
        texts = sorted(corpus.texts(), key=lambda t: (t.year or 0, str(t.adopted)), reverse=True)
        founding = [one for one in corpus.claims() if one.citation.source.id == FOUNDING]
        others = [claim for claim in corpus.claims() if claim not in founding]
        classes = (*corpus.member_states(), *corpus.sizes(), *corpus.participation_classes())
        report = self._outline(corpus.coverage())
        counts, years, *rest = report.blocks
        return {
            "sessions": _page("sessions", self._table(corpus.sessions()[::-1])),
            # A narrow screen shows the first columns.
            "texts": _page("texts", self._table(texts, ("id", "title", "adopted", "session"))),
            "timeline": _page("timeline", years.blocks if isinstance(years, Section) else ()),
            "topics": _page("topics", self._table(corpus.topics())),
            "persons": _page("persons", self._table(corpus.persons())),
            "bodies": _page("bodies", self._each(corpus.bodies())),
            "assembly": _page("assembly", self._each(classes)),
            "claims": _page("claims", [*self._table(founding), *self._each(founding)]),
            "other-claims": _page("other-claims", [*self._table(others), *self._each(others)]),
            "statements": _page("statements", self._each(corpus.statements())),
            "coverage": attrs.evolve(report, blocks=(counts, *rest)),
            "gaps": _page("gaps", self._each(corpus.gaps())),
            **self._sources(),
        }  # fmt: skip

    def _sources(self) -> dict[str, Outline]:
        """Return the page that leads to the kinds of sources, and a page for each of them."""
        kinds: dict[str, list[Source]] = {}
        for one in sorted(
            self.corpus.sources(), key=lambda one: (one.publisher.casefold(), one.id)
        ):
            kinds.setdefault(one.kind, []).append(one)
        entries, pages = [], {}
        for kind, same in kinds.items():
            name = Piece(capital(in_words(same[0].kind)), "name", f"sources-{kind}")
            many = counted(len(same), "page or document", "pages and documents")
            entries.append(line(name, f": {many}"))
            title = f"Sources: {in_words(same[0].kind)}"
            pages[f"sources/{kind}"] = _page("sources", self._each(same), title)
        return {"sources": _page("sources", listed(entries)), **pages}

    def _outline(self, value: Value) -> Outline:
        return outline(value, self.corpus, self.mentions, named)

    def _table(self, values: Iterable[Value], columns: tuple[str, ...] = ()) -> list[Table]:
        found = tuple(values)
        return [table(self.view, found, columns)] if found else []

    def _each(self, values: Iterable[Value]) -> list[Block]:
        """Return a section for each record."""
        return [
            Section(line(one.title), one.blocks, one.ref) for one in map(self._outline, values)
        ]


def _page(name: str, blocks: Iterable[Block], title: str = "") -> Outline:
    title = title or TITLES.get(name, capital(name))
    return Outline("", "", title, (line(INTROS[name]), *blocks))
