"""A release, loaded: lookups by id, number and name, and the collections without filters."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar, final

import attrs

from ..errors import InvalidReferenceError, NotFoundError, check_text
from ..model.agents import Body, Person, Topic
from ..model.references import Reference
from ..model.sessions import Session
from ..model.sources import Source
from ..model.texts import AdoptedText, Clause, Declaration, Edition, Resolution
from ..model.value import Value
from .queries import Queries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from .._locate.held import Prepared
    from .._locate.mentions import Known
    from .._search import SearchIndex
    from ..model.assembly import AssemblySize, Gap, MemberState, ParticipationClass
    from ..model.claims import Claim
    from ..model.coverage import CoverageReport
    from ..model.dates import PartialDate
    from ..model.hits import Hit, SearchKind
    from ..model.articles import Check
    from ..model.mentions import Mention
    from ..model.quotations import Quotation
    from ..model.releases import Change
    from ..model.sessions import Decision
    from ..model.statements import Statement
    from ..model.texts import Amendment, Vote

    Record = (
        Topic
        | Source
        | Body
        | Person
        | Session
        | Decision
        | Declaration
        | Resolution
        | Edition
        | Amendment
        | Clause
        | Vote
        | Statement
        | Claim
        | MemberState
        | AssemblySize
        | ParticipationClass
        | Gap
    )

    Names = tuple[dict[str, Value], dict[str, list[Value]]]
    """Records by their ids, and by each of their names."""

R = TypeVar("R", bound=Value)

NAMED = ("persons", "bodies", "topics", "sessions", "declarations", "resolutions")
"""The kinds of records that have names."""

NEAR = 10
"""How far from an unknown number another may be, to be suggested for it."""

DIGITS = 9
"""How many digits a number of a text may have; Python refuses to read numbers of thousands."""


@final
@attrs.frozen(eq=False, repr=False)
class Corpus(Queries):
    """One release, loaded: every record, as objects that point to one another.

    >>> import natopa_declarations as natopa
    >>> corpus = natopa.load("2026.1")
    >>> corpus.declaration(489).clauses[0].id
    '489#reiterating-condemnation'
    """

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Corpus):
            return NotImplemented
        return (self.release, self._records) == (other.release, other._records)

    def __hash__(self) -> int:
        return hash(self.release)

    def __repr__(self) -> str:
        counts = [f"{kind} {len(found)}" for kind, found in self._records.items() if found]
        return f"<Corpus {self.release.version}: {', '.join(counts)}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows of a corpus: its release, and how much it holds."""
        from .._show.notebook import corpus

        counts = {
            kind.replace("-", "_"): len(collection(self))
            for kind, collection in COLLECTIONS.items()
            # They are counted as declarations and as resolutions.
            if kind != "texts"
        }
        return corpus(self.release, counts)

    # Collections, each in document order; those with filters are inherited from `Queries`.

    def topics(self) -> tuple[Topic, ...]:
        """Return the subjects that clauses are filed under."""
        return self._all("topics")

    def bodies(self) -> tuple[Body, ...]:
        """Return the assemblies, delegations, parliaments and groups."""
        return self._all("bodies")

    def member_states(self) -> tuple[MemberState, ...]:
        """Return the member states of NATO, in the order of accession."""
        return self._all("member-states")

    def sizes(self) -> tuple[AssemblySize, ...]:
        """Return the sizes of the Assembly that the sources give, oldest first."""
        return self._all("sizes")

    def participation_classes(self) -> tuple[ParticipationClass, ...]:
        """Return the ways of belonging to the Assembly, the fullest first."""
        return self._all("participation-classes")

    def gaps(self) -> tuple[Gap, ...]:
        """Return what the release is known not to hold: numbers first, then sessions."""
        return self._all("gaps")

    def coverage(self) -> CoverageReport:
        """Return what the release holds, holds in part, lacks, and could not verify.

        >>> import natopa_declarations as natopa
        >>> report = natopa.load("2026.1").coverage()
        >>> [text.number for text in report.partial]
        [489, 490]
        """
        from .coverage import report

        return report(self.sessions(), self.texts(), self.gaps())

    # Lookups: an unknown id, number or name raises `NotFoundError`.

    def topic(self, name: str) -> Topic:
        """Return the topic with this id or name."""
        return self._named(Topic, name, "topics")

    def source(self, source: str) -> Source:
        """Return the source with this id."""
        return self._get(Source, source)

    def body(self, name: str) -> Body:
        """Return the body with this id, name or other name."""
        return self._named(Body, name, "bodies")

    def person(self, name: str) -> Person:
        """Return the person with this id, name or other spelling of the name.

        Case and diacritics do not matter.

        >>> import natopa_declarations as natopa
        >>> natopa.load().person("Cherniev").name
        'Yehor Chernyev'
        """
        return self._named(Person, name, "persons")

    def president(self, *, on: PartialDate | date | str) -> Person:
        """Return who was President of the Assembly on that day, month or year.

        Acting Presidents count.  The answer comes from the terms, as far as the sources
        date them, and else from the session on that day; on the last day of a session the
        President that it elected may have taken over already.

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

    def session(self, session: str) -> Session:
        """Return the session with this id, or the only one in the city of this name.

        An id is the year and ``spring`` or ``annual``.  In the name of a city, case and
        diacritics do not matter; where the Assembly met there more than once, the error
        names the sessions.

        >>> import natopa_declarations as natopa
        >>> natopa.load("2026.1").session("sofia").id
        '2024-spring'
        """
        check_text(session, "the id or city of a session")
        if session[:4].isdigit():
            return self._get(Session, session)
        return self._named(Session, session, "sessions")

    def declaration(self, declaration: int | str) -> Declaration:
        """Return the declaration with this number or id."""
        return self._get(Declaration, str(declaration))

    def resolution(self, resolution: int | str) -> Resolution:
        """Return the resolution with this number or id."""
        return self._get(Resolution, str(resolution))

    def text(self, text: int | str) -> Declaration | Resolution:
        """Return the declaration or resolution with this number or id."""
        found = self._index.get(str(text))
        if isinstance(found, Declaration | Resolution):
            return found
        raise self._missing("adopted text", str(text), AdoptedText)

    def clause(self, clause: str) -> Clause:
        """Return the clause with this id."""
        return self._get(Clause, clause)

    def statement(self, statement: str) -> Statement:
        """Return the statement with this id."""
        from ..model.statements import Statement

        return self._get(Statement, statement)

    def claim(self, claim: str) -> Claim:
        """Return the claim with this id."""
        from ..model.claims import Claim

        return self._get(Claim, claim)

    def resolve(self, reference: str) -> Record:
        """Return what `reference` refers to: a record, a part of one or an edition.

        Raises `InvalidReferenceError` where it breaks the grammar of references and
        `NotFoundError` where it leads nowhere.

        >>> import natopa_declarations as natopa
        >>> natopa.load().resolve("489@draft").title
        'United with Ukraine - Until Victory'
        """
        parsed = Reference.parse(reference)
        if parsed.edition is not None:
            return self.text(parsed.record).edition(parsed.edition)
        found: Record | None = self._index.get(reference)  # type: ignore[assignment]
        if found is None:
            raise self._missing("record", reference, Value)
        return found

    def find(self, text: str) -> Record:
        """Return the one record that `text` means: a reference, or a name of any kind.

        A text or session may be named as in prose, as `references` finds it: ``Resolution 498
        (2025)``, ``paragraph 14 of Declaration 489``, ``the 2024 spring session``.

        Raises `NotFoundError` where nothing has this name, or more than one record, and
        `InvalidReferenceError` for an ``@`` in what is no reference.

        >>> import natopa_declarations as natopa
        >>> natopa.load().find("szczerba").id, natopa.load().find("Declaration 489").id
        ('michal-szczerba', '489')
        """
        check_text(text, "a reference or a name")
        if "@" in text:
            # An edition has no other name than its reference.
            return self.resolve(text)
        with suppress(InvalidReferenceError, NotFoundError):
            # To resolve what is not there would look for suggestions, and nobody would see them.
            if Reference.parse(text).record in self._index:
                return self.resolve(text)
        meant = self._meant(text)
        if meant is not None and (meant.ref is None or meant.hint):
            # Nor is a text what was meant by a paragraph of it that is not held.
            raise NotFoundError(meant.kind, text, hint=meant.hint or "")
        if meant is not None and meant.ref is not None:
            return self.resolve(meant.ref)
        return self._named(Value, text, *NAMED)  # type: ignore[return-value]

    # Words: which records have them, and whose they are.

    def search(
        self,
        query: str,
        *,
        kind: SearchKind | None = None,
        session: Session | str | None = None,
        limit: int | None = None,
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
        unknown kind or session, `InvalidFilterError` for a `limit` that is no whole number from
        1, and `SearchUnavailableError` where Python was built without SQLite's FTS5.

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> [hit.ref for hit in corpus.search('"air defense" NOT importance')]
        ['szczerba-air-defence']
        >>> corpus.search("lifting restrictions", kind="clause", session="Sofia")[0].field
        'wordings[0].text'
        """
        from .._search import check

        # What cannot be asked for is refused before an index is made.
        wanted = check(query, kind, limit)
        if session is not None:
            session = self.session(session.id if isinstance(session, Session) else session).id
        index = self._once.get("search", self._search_index)
        return index.search(wanted, kind=kind, session=session, limit=limit)

    def locate(
        self,
        quote: str,
        *,
        about: Declaration | Resolution | Clause | str | int | None = None,
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
          `Quotation.leads` says what comes close.

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

        return locate(self, self._words(), quote, about, speaker)

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

    def _meant(self, text: str) -> Mention | None:
        """Return what a name means that stands in prose, if the whole of it is one."""
        from .._locate.mentions import meant

        return meant(text, self._referred()) if any(map(str.isdigit, text)) else None

    def _referred(self) -> Known:
        from .._locate.mentions import known

        return self._once.get("referred", lambda: known(self.texts(), self.sessions()))

    def _words(self) -> Prepared:
        from .._locate.held import prepare

        def words() -> Prepared:
            return prepare(self.texts(), self.statements(), [*self.persons(), *self.bodies()])

        return self._once.get("words", words)

    def _search_index(self) -> SearchIndex:
        from .._search import SearchIndex, documents

        found = documents(self.sessions(), self.texts(), self.statements(), self.claims())
        return SearchIndex(found)

    def _get(self, cls: type[R], identifier: str) -> R:
        check_text(identifier, f"the id of a {_kind(cls)}")
        found = self._index.get(identifier)
        if isinstance(found, cls):
            return found
        raise self._missing(_kind(cls), identifier, cls)

    def _named(self, cls: type[R], name: str, *kinds: str) -> R:
        """Return the one record of these kinds with this id or name."""
        check_text(name, f"the id or name of a {_kind(cls)}")
        tables = [self._names_of(kind) for kind in kinds]
        matches = [ids[name] for ids, _ in tables if name in ids]
        # An id that is retired is no name of what took its place.
        if not matches and self.release.retirement(name) is None:
            from ..model.names import fold

            folded = fold(name)
            matches = [record for _, names in tables for record in names.get(folded, ())]
        if len(matches) == 1:
            return matches[0]  # type: ignore[return-value]
        if matches:
            ids = tuple([_id(record) for record in matches])
            raise NotFoundError(f"single {_kind(cls)}", name, ids)
        raise self._missing(_kind(cls), name, cls)

    def _names_of(self, kind: str) -> Names:
        """Return the records of one kind by id and by name, which is made on first use."""
        return self._once.get(f"names of {kind}", lambda: _by_name(self._all(kind)))

    def _missing(self, kind: str, value: str, cls: type[Value]) -> NotFoundError:
        """Make the error for a lookup that failed, with what comes close."""
        from ..model.names import close, fold

        found = self._index.get(value)
        if found is not None:
            hint = f"it is a {type(found).__name__.lower()}"
            return NotFoundError(kind, value, hint=hint)
        retired = self.release.retirement(value)
        if retired is not None:
            return _retired(kind, value, retired, self.release.version)
        names: dict[str, str] = {}
        for identifier, record in self._index.items():
            if isinstance(record, cls):
                names |= {fold(name): identifier for name in (identifier, *_names(record))}
        near = _nearest(int(value), names) if value.isdecimal() and len(value) <= DIGITS else []
        suggestions = dict.fromkeys([*[names[name] for name in near], *close(value, names)])
        return NotFoundError(kind, value, tuple(suggestions)[:3])


COLLECTIONS: dict[str, Callable[..., tuple[Value, ...]]] = {
    "sessions": Corpus.sessions,
    "texts": Corpus.texts,
    "declarations": Corpus.declarations,
    "resolutions": Corpus.resolutions,
    "clauses": Corpus.clauses,
    "statements": Corpus.statements,
    "claims": Corpus.claims,
    "persons": Corpus.persons,
    "sources": Corpus.sources,
    "bodies": Corpus.bodies,
    "topics": Corpus.topics,
    "member-states": Corpus.member_states,
    "sizes": Corpus.sizes,
    "participation-classes": Corpus.participation_classes,
    "gaps": Corpus.gaps,
}
"""The collections of a corpus by kind; texts are declarations and resolutions together."""


def _by_name(records: Iterable[Value]) -> Names:
    """Return records by their ids, and by each of their names as `fold` leaves it."""
    from ..model.names import fold

    ids: dict[str, Value] = {}
    names: dict[str, list[Value]] = {}
    for record in records:
        ids[_id(record)] = record
        for name in dict.fromkeys(map(fold, _names(record))):
            names.setdefault(name, []).append(record)
    return ids, names


def _nearest(number: int, names: Iterable[str]) -> list[str]:
    """Return the numbers among `names` that are near, the nearest first."""
    numbers = {name: int(name) for name in names if name.isdecimal() and len(name) <= DIGITS}
    near = [name for name in numbers if abs(numbers[name] - number) <= NEAR]
    return sorted(near, key=lambda name: abs(numbers[name] - number))


def _retired(kind: str, value: str, change: Change, version: str) -> NotFoundError:
    reason = change.reason.rstrip(".")
    hint = f"it was retired in release {change.retired_in or version}: {reason}"
    return NotFoundError(kind, value, hint=hint, successor=change.successor)


def _kind(cls: type[Value]) -> str:
    names = {Value: "record", AdoptedText: "adopted text"}
    return names.get(cls) or cls.__name__.lower()


def _id(record: Value) -> str:
    identifier: str = getattr(record, "id")  # noqa: B009 - not every value has one.
    return identifier


def _names(record: Value) -> tuple[str, ...]:
    """Return every name of a record that has names."""
    return (
        *filter(None, [getattr(record, name, None) for name in ("name", "title", "city")]),
        *getattr(record, "other_names", ()),
        *getattr(record, "other_city_names", ()),
    )
