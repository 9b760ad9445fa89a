"""What stands on each page of the site: an outline for each record, and those of the lists."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar, final

import attrs

from natopa_declarations._show.blocks import (
    Item,
    Items,
    Outline,
    Paragraph,
    Piece,
    Section,
    Table,
    line,
)
from natopa_declarations._show.mentions import Mentions
from natopa_declarations._show.outline import outline, verdicts
from natopa_declarations._show.phrases import capital, counted, in_words
from natopa_declarations._show.view import View

from .names import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from natopa_declarations import Claim, Corpus
    from natopa_declarations._show.blocks import Block
    from natopa_declarations.model.value import Value

T = TypeVar("T")

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


@final
@attrs.frozen
class Site:
    """A release, and the outlines of what stands on its pages."""

    corpus: Corpus
    mentions: Mentions

    @classmethod
    def of(cls, corpus: Corpus) -> Site:
        """Return the site of a release."""
        return cls(corpus, Mentions(corpus))

    def outline(self, value: Value | tuple[Value, ...]) -> Outline:
        """Return the outline of a record or of several, with the names of countries."""
        return outline(value, self.corpus, self.mentions, named)

    def pages(self) -> dict[str, Outline]:
        """Return a page for each session, text, topic and person, by the name of its file."""
        corpus = self.corpus
        found = {"sessions": corpus.sessions(), "texts": corpus.texts(),
                 "topics": corpus.topics(), "persons": corpus.persons()}  # fmt: skip
        pages = {f"{folder}/{value.id}": self.outline(value)
                 for folder, values in found.items() for value in values}  # fmt: skip
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
        report = self.outline(corpus.coverage())
        years = [block for block in report.blocks if isinstance(block, Section)][:1]
        rest = tuple([block for block in report.blocks if block not in years])
        return {
            "sessions": self._page("sessions", "Sessions", self._table(corpus.sessions()[::-1])),
            "texts": self._page("texts", "Adopted texts", _titles_first(self._table(texts))),
            "timeline": self._page("timeline", "Timeline", years[0].blocks),
            "topics": self._page("topics", "Topics", self._table(corpus.topics())),
            "persons": self._page("persons", "Persons", self._table(corpus.persons())),
            "bodies": self._page("bodies", "Bodies", self._each(corpus.bodies())),
            "assembly": self._page("assembly", "Members and classes", self._each(classes)),
            "claims": self._page("claims", "The claims of the founding article", (
                *self._verdicts(founding), *self._each(founding))),
            "other-claims": self._page("other-claims", "Claims of other sources", (
                *self._verdicts(others), *self._each(others))),
            "statements": self._page("statements", "What was said",
                                     self._each(corpus.statements())),
            "coverage": attrs.evolve(report, blocks=rest),
            "gaps": self._page("gaps", "What is missing", self._each(corpus.gaps())),
            **self._sources(),
        }  # fmt: skip

    def _sources(self) -> dict[str, Outline]:
        """Return the page that leads to the kinds of sources, and a page for each of them."""
        sources = sorted(self.corpus.sources(), key=lambda one: (one.publisher.casefold(), one.id))
        kinds, entries, pages = Counter(source.kind for source in sources), [], {}
        for kind, number in kinds.items():
            many = counted(number, "page or document", "pages and documents")
            name = Piece(capital(in_words(kind)), "name", f"sources-{kind}")
            entries.append(Item(line(name, f": {many}")))
            same = self._each([source for source in sources if source.kind == kind])
            pages[f"sources/{kind}"] = self._page("sources", f"Sources: {in_words(kind)}", same)
        return {"sources": self._page("sources", "Sources", (Items(tuple(entries)),)), **pages}

    def _page(self, name: str, title: str, blocks: tuple[Block, ...]) -> Outline:
        return Outline("", "", title, (Paragraph(line(INTROS[name])), *blocks))

    def _table(self, values: Iterable[Value]) -> tuple[Block, ...]:
        found = tuple(values)
        return self.outline(found).blocks if found else ()

    def _verdicts(self, claims: Sequence[Claim]) -> tuple[Block, ...]:
        """Return a row for each claim, as on the page of a text, and its id at the end."""
        if not claims:
            return ()
        found = verdicts(View(self.corpus, named), tuple(claims))
        rows = [(*row, (Piece(claim.id, "id", claim.id),))
                for row, claim in zip(found.rows, claims, strict=True)]  # fmt: skip
        return (Table((*found.head, "Id"), tuple(rows)),)

    def _each(self, values: Iterable[Value]) -> tuple[Block, ...]:
        """Return a section for each record."""
        found = map(self.outline, values)
        return tuple([Section(line(one.title), one.blocks, one.ref) for one in found])


def _titles_first(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a table with the title after the id, where a narrow screen shows it."""
    return tuple([
        Table(_moved(block.head), tuple(map(_moved, block.rows)))
        if isinstance(block, Table) else block
        for block in blocks
    ])  # fmt: skip


def _moved(row: tuple[T, ...]) -> tuple[T, ...]:
    return (row[0], row[-1], *row[1:-1])
