"""The lists of the site: what stands on each page, as outlines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, final

import attrs

from natopa_declarations import AdoptedText, Session
from natopa_declarations._show.blocks import Items, Outline, Paragraph, Piece, Section, line
from natopa_declarations._show.blocks import Item as Entry
from natopa_declarations._show.mentions import Mentions
from natopa_declarations._show.outline import outline, records
from natopa_declarations._show.phrases import capital, counted, in_words

from .names import named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopa_declarations import Corpus
    from natopa_declarations._show.blocks import Block
    from natopa_declarations.model.value import Value

FOUNDING = "lb-ua-29512"
"""The article that this package began with."""


@final
@attrs.frozen
class Site:
    """A release, and the outlines of what stands on its pages."""

    corpus: Corpus
    mentions: Mentions

    @classmethod
    def of(cls, corpus: Corpus) -> Site:
        """Return the site of a release."""
        return cls(corpus, Mentions(records(corpus)))

    def outline(self, value: Value | tuple[Value, ...]) -> Outline:
        """Return the outline of a record or of several, with the names of countries."""
        return outline(value, self.corpus, self.mentions, named)

    def one_page(self, title: str, intro: str, values: Iterable[Value], *more: Block) -> Outline:
        """Return a page on which each record has a section."""
        sections = []
        for value in values:
            found = self.outline(value)
            sections.append(Section(line(found.title), found.blocks, found.ref))
        return Outline("", "", title, (Paragraph(line(intro)), *more, *sections))

    def table(self, title: str, intro: str, values: Iterable[Value]) -> Outline:
        """Return a page with a row for each record."""
        found = tuple(values)
        blocks = self.outline(found).blocks if found else ()
        return Outline("", "", title, (Paragraph(line(intro)), *blocks))

    def lists(self) -> dict[str, Outline]:
        """Return the pages that lead to others or hold many records, by their names."""
        corpus, version = self.corpus, self.corpus.release.version
        texts = sorted(corpus.texts(), key=_when, reverse=True)
        claims = [claim for claim in corpus.claims() if claim.citation.source.id == FOUNDING]
        others = [claim for claim in corpus.claims() if claim.citation.source.id != FOUNDING]
        return {
            "sessions": self.table("Sessions", SESSIONS, reversed(corpus.sessions())),
            "texts": self.table("Adopted texts", TEXTS.format(version), texts),
            "topics": self.table("Topics", TOPICS, corpus.topics()),
            "persons": self.table("Persons", PERSONS, corpus.persons()),
            "bodies": self.one_page("Bodies", BODIES, corpus.bodies()),
            "assembly": self.one_page("Members and classes", ASSEMBLY, (
                *corpus.member_states(), *corpus.sizes(), *corpus.participation_classes())),
            "claims": self._claims("The claims of the founding article", CLAIMS, claims),
            "other-claims": self._claims("Claims of other sources", OTHERS, others),
            "statements": self.one_page("What was said", STATEMENTS, corpus.statements()),
            "coverage": attrs.evolve(self.outline(corpus.coverage()), kind=""),
            "sources": self._sources(),
        }  # fmt: skip

    def _claims(self, title: str, intro: str, claims: list[Value]) -> Outline:
        """Return a page of claims that begins with a table of their verdicts."""
        counts = Counter(in_words(getattr(claim, "verdict", None)) for claim in claims)
        told = [Entry(line(Piece(capital(word), "strong"), f": {number}"))
                for word, number in counts.items()]  # fmt: skip
        summary = self.outline(tuple(claims)).blocks if claims else ()
        return self.one_page(title, intro, claims, Items(tuple(told)), *summary)

    def _sources(self) -> Outline:
        """Return the page that leads to the sources of each kind."""
        kinds = Counter(source.kind for source in self.corpus.sources())
        entries = [Entry(line(Piece(capital(in_words(kind)), "name", f"sources-{kind}"),
                              f": {counted(number, 'page or document', 'pages and documents')}"))
                   for kind, number in kinds.items()]  # fmt: skip
        blocks = (Paragraph(line(SOURCES)), Items(tuple(entries)))
        return Outline("", "", "Sources", blocks)

    def sources(self) -> dict[str, Outline]:
        """Return a page for each kind of source."""
        kinds = dict.fromkeys(source.kind for source in self.corpus.sources())
        return {
            str(kind): self.one_page(f"Sources: {in_words(kind)}", CITING, sorted(
                [source for source in self.corpus.sources() if source.kind == kind],
                key=lambda source: (source.publisher.casefold(), source.id)))
            for kind in kinds
        }  # fmt: skip

    def pages(self) -> dict[str, Outline]:
        """Return a page for each session, text, topic and person."""
        corpus = self.corpus
        found = {"sessions": corpus.sessions(), "texts": corpus.texts(),
                 "topics": corpus.topics(), "persons": corpus.persons()}  # fmt: skip
        return {f"{folder}/{value.id}": self.outline(value)
                for folder, values in found.items() for value in values}  # fmt: skip


def _when(value: AdoptedText | Session) -> tuple[int, str]:
    text = getattr(value, "adopted", None)
    return (getattr(value, "year", None) or 0, str(text or ""))


SESSIONS = (
    "The Assembly meets in plenary twice a year: in spring, and for the annual session in autumn."
    " These are the sessions for which a source was found, the newest first."
)
TEXTS = (
    "The declarations and resolutions of release {}, the newest first. They share one series of"
    " numbers; some texts have none that a source gives."
)
TOPICS = "What the clauses are about, in the words of this package."
PERSONS = "Who presided, spoke, presented a text or held an office, as far as a source says so."
BODIES = "Parliaments, delegations, committees and groups, and the clauses that ask them."
ASSEMBLY = "The member states of NATO, the size of the Assembly, and the ways of belonging to it."
CLAIMS = (
    "This package began with one article. It was taken apart into claims, and each was held"
    " against every other source that could be found."
)
OTHERS = (
    "Where a source differs from the better ones, the record follows those, and what it says is"
    " kept here with a verdict."
)
STATEMENTS = (
    "What persons said about the texts, in whose words, and who says so. Words that are"
    " translated or reported are marked, and are not to be quoted as the speaker's own."
)
SOURCES = "The pages and documents that were read, in whole or in part, and what cites each."
CITING = "Each page or document that was read, and what cites it."
