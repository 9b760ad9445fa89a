"""A release, loaded: what can be asked of it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, SupportsIndex, final

import attrs

from .._codec.kinds import KINDS
from ..errors import check_text
from ..model.agents import Person
from ..model.claims import Claim
from ..model.clauses import Amendment, Clause
from ..model.coverage import CoverageReport
from ..model.dates import PartialDate
from ..model.hits import Hit, SearchKind
from ..model.ids import record_of
from ..model.quotations import Quotation
from ..model.releases import Release
from ..model.sessions import Decision, Session
from ..model.statements import Statement
from ..model.texts import Declaration, Resolution
from ..model.value import Value
from ..model.votes import Vote
from .indexes import Indexes
from .queries import About, Queries
from .reading import about, number

if TYPE_CHECKING:
    from .._search import SearchIndex
    from ..export.tables import Table


def _as_published(release: Release) -> Release:
    """Return a release without its advisories, which are no part of what was published."""
    return attrs.evolve(release, advisories=()) if release.advisories else release


@final
@attrs.frozen(eq=False, repr=False)
class Corpus(Queries):
    """One release, loaded: every record, as objects that point to one another.

    It is a mapping of every record and part of a record by its id.  A *lookup* such as
    `declaration` returns one record by its id, number or name; a *collection* such as
    `declarations` returns all of them, or those that pass its filters.

    Filters combine with AND.  A record is given as the object, its id, or a name in any known
    spelling; in names and words, case and diacritics do not matter.  Ranges are inclusive.  A
    date known to the month or year is in a range only where each of its days is, as
    `PartialDate` compares; records without a date never match.

    A valid combination that matches nothing returns ``()``.  A value that exists nowhere in the
    release, such as the topic ``weapon-restrictions``, raises `NotFoundError`, with suggestions;
    any year, date, number or word of a title is valid.  A value of the wrong type, or a range
    that ends before it starts, raises `InvalidFilterError`; an invalid date, `InvalidDateError`.

    >>> import natopa_declarations as natopa
    >>> corpus = natopa.load("2026.1")
    >>> corpus.declaration(489).clauses[0].id
    '489#reiterating-condemnation'
    >>> corpus["489#lift-restrictions"] is corpus.clause("489#lift-restrictions")
    True
    """

    _release: Release = attrs.field(alias="release", converter=_as_published)
    _records: Mapping[str, tuple[Any, ...]] = attrs.field(alias="records")
    _index: Mapping[str, Value] = attrs.field(alias="index")
    _indexes: Indexes = attrs.field(factory=Indexes, init=False)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Corpus):
            return NotImplemented
        return (self._release, self._records) == (other._release, other._records)

    def __hash__(self) -> int:
        return hash(self._release)

    def __repr__(self) -> str:
        counts = [f"{kind} {len(found)}" for kind, found in self._records.items() if found]
        return f"<Corpus {self._release.version}: {', '.join(counts)}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows of a corpus: its release, and how much it holds."""
        from .._show.notebook import shown

        return shown(self)

    def coverage(self) -> CoverageReport:
        """Return what the release holds, holds in part, lacks, and could not verify.

        >>> import natopa_declarations as natopa
        >>> report = natopa.load("2026.1").coverage()
        >>> [text.number for text in report.partial]
        [489, 490]
        """
        from .coverage import report

        return report(self.sessions(), self.texts(), self.gaps())

    def president(self, *, on: PartialDate | date | str) -> Person:
        """Return who was President of the Assembly on that day, month or year.

        Acting Presidents count.  The answer comes from the terms, as far as the sources
        date them, and else from the session on that day; on the last day of a session the
        President that it elected may have taken over already.  On the day on which the office
        changes hands there are two, and neither is the answer.

        Raises `NotFoundError` where the sources do not settle on one person, and says whom
        they name; `InvalidDateError` where `on` is not a date.

        >>> import natopa_declarations as natopa
        >>> natopa.load("2026.1").president(on="2024-05-27").name
        'Michał Szczerba'
        """
        from .offices import president

        return president(on, self.persons(), self.sessions())

    def secretary_general(self, *, on: PartialDate | date | str) -> Person:
        """Return who was Secretary General of the Assembly on that day, month or year.

        The answer comes from the terms, as far as the sources date them; the Secretary General
        of NATO is another office.

        Raises `NotFoundError` where the sources do not settle on one person, and says whom
        they name; `InvalidDateError` where `on` is not a date.

        >>> import natopa_declarations as natopa
        >>> natopa.load("2026.2").secretary_general(on="2019-05").name
        'David Hobbs'
        """
        from .offices import secretary_general

        return secretary_general(on, self.persons())

    # The way back, where records do not point to one another.

    def texts_of(self, session: Session | str) -> tuple[Declaration | Resolution, ...]:
        """Return the texts that a session adopted, by number.

        >>> import natopa_declarations as natopa
        >>> [text.number for text in natopa.load("2026.2").texts_of("2024-spring")]
        [489, 490]
        """
        return self.texts(session=session)

    def text_of(self, part: Clause | Amendment | Vote | str) -> Declaration | Resolution:
        """Return the text that a clause, amendment or vote belongs to.

        >>> import natopa_declarations as natopa
        >>> natopa.load().text_of("489#lift-restrictions").number
        489
        """
        kinds = (Clause, Amendment, Vote)
        reference = part.id if isinstance(part, kinds) else part
        check_text(reference, "the id of a part of a text")
        found = self.find(reference)
        if not isinstance(found, kinds):
            raise self._missing("part of a text", str(getattr(found, "id", reference)), Clause)
        return self.text(record_of(found.id))

    def about(
        self, record: About | SupportsIndex | str
    ) -> tuple[Decision | Statement | Claim, ...]:
        """Return the decisions, statements and claims about a record, a part or an edition.

        A text stands for its clauses, amendments, votes and editions too.

        >>> import natopa_declarations as natopa
        >>> len(natopa.load("2026.1").about("489#lift-restrictions"))
        15
        """
        from .filters import within_about

        wanted = about(self, "record", record)
        decisions = [each for session in self.sessions() for each in session.decisions]
        return tuple(within_about([*decisions, *self.statements(), *self.claims()], wanted))

    # Words: which records have them, and whose they are.

    def search(
        self,
        query: str,
        *,
        kind: SearchKind | None = None,
        session: Session | str | None = None,
        limit: SupportsIndex | None = None,
    ) -> tuple[Hit, ...]:
        r"""Return the records that have the words of `query`, the best first.

        Searched are the titles, subjects and summaries of texts, also the titles of their
        editions and those in other languages; the wordings, readings and summaries of clauses
        and statements, and the names of speakers; the titles and summaries of decisions; and
        what claims assert.  A word in a title counts most, one in a claim or reading least, and
        words that stand side by side count more than the same words apart (Okapi BM25).
        Equally good hits are in document order.

        - ``air defence``: both words, anywhere in the record; also ``air AND defence``
        - ``"air defence"``: side by side
        - ``sanction*``: words that begin so
        - ``deterrent OR containment``, ``weapons NOT nuclear``
        - ``(ukraine OR georgia) membership``

        AND, OR and NOT are in capitals.  Case, diacritics and British or American spelling do
        not matter: *defence* finds *Defense*, *organise* finds *organize*, and *cooperation*
        finds *co-operation*.  Words are not stemmed: *weapon* does not find *weapons*, and
        *weapon\** does.

        `kind` is one of ``declaration``, ``resolution``, ``clause``, ``statement``,
        ``decision`` and ``claim``.  `session` is a session, its id or its city; a statement or
        claim belongs to the sessions of what it is about.  `limit` is the most hits to return.

        The first search of a corpus makes an index of its words in memory, and each later one
        uses it, from any thread.

        Raises `InvalidQueryError` where the query breaks these rules, `NotFoundError` for an
        unknown kind or session, `InvalidFilterError` for a `limit` that is not a positive integer,
        and `SearchUnavailableError` where Python was built without SQLite's FTS5.

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> [hit.ref for hit in corpus.search('"air defense" NOT importance')]
        ['szczerba-air-defence']
        >>> corpus.search("lifting restrictions", kind="clause", session="Sofia")[0].field
        'wordings[0].text'
        """
        from .._search import check

        # An invalid search is refused before an index is built.
        most = None if limit is None else number(self, "limit", limit, least=1)
        wanted = check(query, kind)
        if session is not None:
            session = self.session(session.id if isinstance(session, Session) else session).id
        index = self._indexes.search.get(self._search_index)
        return index.search(wanted, kind=kind, session=session, limit=most)

    def locate(self, quote: str) -> Quotation:
        """Say whether `quote` stands in a text or statement, where, and in whose words.

        The outcome is *exact*, *near* or *absent*.  Case, diacritics, ligatures, quotation
        marks and other punctuation, spaces, line ends and hyphens do not matter; ``...`` stands
        for words left out, and the pieces around it are looked for in order.  The wordings
        of clauses and statements are searched, and the titles of texts and drafts, in every
        language held.

        How near a passage is, is `Passage.agreement`: the share of the words that agree, over
        the passage, when the two are laid side by side with the fewest words more, fewer or
        other; known readings agree.  At least 0.6, and at least five words, are near.  What
        differs by known readings alone is near too, however short, and not exact: of the
        other source only the readings are held.

        A quotation that stands nowhere as a whole is taken apart: `Quotation.parts` has the
        pieces that do stand somewhere, such as the quotations in an article, and it is near
        where these make up at least 0.6 of it.  A *paraphrase* has nobody's words; where a
        quotation follows one and nothing else, it is absent, and `Quotation.paraphrases`
        says which.  Absent means not in what the release holds, which for most texts is the
        title alone.

        Raises `InvalidQuotationError` for fewer than three words, for which there is search,
        or with ellipses fewer than three for each piece.

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> quotation = corpus.locate("Ukraine must be provided with everything it needs")
        >>> passage = quotation.passages[0]
        >>> quotation.outcome.value, passage.ref, passage.fidelity.value
        ('near', '489#everything-it-needs', 'translated')
        >>> print(passage.variants[0])
        needs to be ] must be (so in nato-pa-release-489)
        >>> print(corpus.locate("We managed to push through ... at the last minute"))
        exact
        chernyev-last-minute (words of Yehor Chernyev, translated, en): We managed to push
        through this decision at the last minute
        """
        from .._locate import locate
        from .._locate.held import prepare

        words = self._indexes.words.get(lambda: prepare(self.texts(), self.statements()))
        return locate(words, quote)

    def table(self, kind: str, *, documents: bool = False) -> Table:
        """Return the records of one kind as a table, for data frames, CSV and Parquet.

        `kind` is one of ``texts``, ``clauses``, ``wordings``, ``readings``, ``statements``,
        ``claims``, ``votes``, ``sessions``, ``persons``, ``sources``, ``copies``, ``bodies``,
        ``topics``, ``member-states``, ``sizes``, ``participation-classes`` and ``gaps``.  The
        columns are the same for every release.  The words that a user's own documents brought
        are left out unless `documents` is true.

        Raises `NotFoundError` for an unknown kind.

        >>> import natopa_declarations as natopa
        >>> table = natopa.load("2026.1").table("texts")
        >>> table.to_dict()["number"]
        [489, 490]
        """
        from ..export.tables import table

        return table(self, kind, documents=documents)

    def _search_index(self) -> SearchIndex:
        from .._search import SearchIndex, documents

        found = documents(self.sessions(), self.texts(), self.statements(), self.claims())
        return SearchIndex(found)


COLLECTIONS: dict[str, Callable[..., tuple[Value, ...]]] = {
    "texts": Corpus.texts,
    **{kind.plural: getattr(Corpus, kind.collection) for kind in KINDS if kind.plural},
}
"""The collections of a corpus by their names; texts are declarations and resolutions together."""
