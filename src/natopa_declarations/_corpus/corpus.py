"""A release, loaded: what can be asked of it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, SupportsIndex, final

import attrs

from .._codec.kinds import KINDS
from ..errors import check_text
from ..model.agents import Person
from ..model.articles import Check
from ..model.claims import Claim
from ..model.clauses import Amendment, Clause
from ..model.coverage import CoverageReport
from ..model.dates import PartialDate
from ..model.hits import Hit, SearchKind
from ..model.ids import record_of
from ..model.mentions import Mention
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
    from .._locate.held import Prepared
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

        return report(self.sessions(), self.texts(), self.gaps(), self.persons())

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

    def locate(
        self,
        quote: str,
        *,
        about: Declaration | Resolution | Clause | SupportsIndex | str | None = None,
        speaker: Person | str | None = None,
    ) -> Quotation:
        """Say whether `quote` stands in a text or statement, where, and in whose words.

        The outcome is one of these:

        - *exact*: the same words, numbers and signs, in this order.  Case, accents, ligatures,
          punctuation, spaces and line ends do not matter, nor does the hyphen of a compound;
          ``...`` stands for words left out, save a negation or condition.
        - *reading*: the words of another source, of which the release holds the readings;
          `Passage.witnesses` says whose.
        - *near*: more than two thirds of the words, and at least five; or all but one word that
          can change the sense, such as a number.  `Passage.variants` has what differs.
        - *too-short*: fewer than three words, and two more for each ellipsis, that are not a
          title or name as a whole.
        - *absent*: not in what the release holds, which for most texts is the title alone.
          `Quotation.leads` says what comes close, and `Quotation.reach` up to which day the
          release covers.

        Searched are the wordings of clauses and statements, their readings, and the titles of
        texts and editions, in every language held; our own summaries are nobody's words.

        With `about`, only the words of that text or clause and the statements about it are
        searched, and with `speaker` only what that person said; `Quotation.elsewhere` has the
        places where the words stand besides.

        What stands nowhere as a whole is taken apart, into what it has in quotation marks, or
        else into sentences: `Quotation.parts` has those pieces that stand somewhere.  For an
        article there is `check`.

        Raises `InvalidQuotationError` where `quote` has no word, and `NotFoundError` for an
        unknown text or person.

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> quotation = corpus.locate("lifting all restrictions on the use of weapons")
        >>> quotation.headline
        "near, but 'all' for 'some': [some] {all}"
        >>> quotation.passages[0].ref, quotation.passages[0].fidelity.value
        ('489#lift-restrictions', 'quoted')
        >>> print(corpus.locate("We managed to push through ... at the last minute"))
        exact
        chernyev-last-minute (words of Yehor Chernyev, translated, en): We managed to push
        through this decision at the last minute
        >>> corpus.locate("They need it now", speaker="Chernyev").headline
        'absent; elsewhere: szczerba-they-need-it-now, words of Michał Szczerba'
        """
        from .locating import locate

        return locate(self, self._words(), self.search, quote, about, speaker)

    def check(self, text: str, *, each_line: bool = False) -> Check:
        """Say for each quotation in an article where it stands, in the order of the text.

        Quotations are found by their marks, of any kind; what is narrated around them is not
        looked at.  A quotation goes on over paragraphs that begin with a mark; where a narrator
        interrupts it, each part is one by itself.  With `each_line` every line is a quotation.

        An absent quotation has the nearest title among its leads; `locate` adds what search
        finds.

        >>> import natopa_declarations as natopa
        >>> text = '"They need our help," he said. "They need it tomorrow, or next week."'
        >>> check = natopa.load("2026.1").check(text)
        >>> check.headline
        '1 exact, 1 absent'
        >>> check.quotations[0].outcome.value, check.quotations[0].places
        ('exact', ((1, 20),))
        """
        from .._locate.articles import check

        return check(self._words(), text, each_line=each_line)

    def references(self, text: str) -> tuple[Mention, ...]:
        """Return the declarations, resolutions and sessions that a text names, and where.

        English and French are understood: ``Resolutions 498 and 499``, ``paragraphe 14 de la
        Déclaration 482``, ``the 2024 spring session in Sofia``.  Texts of other bodies, such as
        those of the Security Council, are left out; a text that is not held has no `Mention.ref`.

        >>> import natopa_declarations as natopa
        >>> text = "Declaration 489 follows Security Council Resolution 1325."
        >>> [(mention.ref, mention.start) for mention in natopa.load().references(text)]
        [('489', 0)]
        """
        from .._locate.mentions import mentions

        check_text(text, "a text")
        return mentions(text, self._referred())

    def _words(self) -> Prepared:
        from .._locate.held import prepare

        def words() -> Prepared:
            named = [*self.persons(), *self.bodies()]
            return prepare(self.texts(), self.statements(), named, self._release.reach)

        return self._indexes.words.get(words)

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
