"""A release, loaded: lookups by id, number and name, and the collections."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, final

import attrs

from . import _codec, _releases
from ._errors import InvalidReferenceError, NotFoundError
from ._ids import Reference
from ._model.agents import Body, Person, Topic
from ._model.releases import Release
from ._model.sessions import Session
from ._model.sources import Source
from ._model.texts import AdoptedText, Clause, Declaration, Edition, Resolution
from ._model.value import Value
from ._once import Once

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from os import PathLike
    from typing import Any

    from ._coverage import CoverageReport
    from ._model.assembly import AssemblySize, Gap, MemberState, ParticipationClass
    from ._model.claims import Claim
    from ._model.dates import PartialDate
    from ._model.releases import Change
    from ._model.sessions import Decision
    from ._model.statements import Statement
    from ._model.texts import Amendment, Vote
    from .search import Hit, SearchIndex, SearchKind

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

R = TypeVar("R", bound=Value)


@final
@attrs.frozen(eq=False, repr=False)
class Corpus(Value):
    """One release, loaded: every record, as objects that point to one another.

    >>> import natopa_declarations as natopa
    >>> corpus = natopa.load("2026.1")
    >>> corpus.declaration(489).clauses[0].id
    '489#reiterating-condemnation'
    """

    release: Release
    """The release that was loaded."""
    _records: _codec.Records = attrs.field(alias="records")
    _index: _codec.Index = attrs.field(alias="index")
    _once: Once = attrs.field(factory=Once, init=False)

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
        from ._model.notebook import corpus

        collections = (
            Corpus.sessions, Corpus.declarations, Corpus.resolutions, Corpus.clauses,
            Corpus.statements, Corpus.claims, Corpus.persons, Corpus.bodies, Corpus.topics,
            Corpus.sources, Corpus.member_states, Corpus.sizes, Corpus.participation_classes,
            Corpus.gaps,
        )  # fmt: skip
        return corpus(self.release, {each.__name__: len(each(self)) for each in collections})

    # Collections, each in document order.

    def topics(self) -> tuple[Topic, ...]:
        """Return the subjects that clauses are filed under."""
        return self._all("topics")

    def sources(self) -> tuple[Source, ...]:
        """Return every page and document that the records cite."""
        return self._all("sources")

    def bodies(self) -> tuple[Body, ...]:
        """Return the assemblies, delegations, parliaments and groups."""
        return self._all("bodies")

    def persons(self) -> tuple[Person, ...]:
        """Return the persons."""
        return self._all("persons")

    def member_states(self) -> tuple[MemberState, ...]:
        """Return the member states of NATO, in the order of accession."""
        return self._all("member-states")

    def sizes(self) -> tuple[AssemblySize, ...]:
        """Return the sizes of the Assembly that the sources give, oldest first."""
        return self._all("sizes")

    def participation_classes(self) -> tuple[ParticipationClass, ...]:
        """Return the ways of belonging to the Assembly, the fullest first."""
        return self._all("participation-classes")

    def sessions(self) -> tuple[Session, ...]:
        """Return the plenary sessions, oldest first.

        A session that was called off is among them, with `Session.held` false.
        """
        return self._all("sessions")

    def declarations(self) -> tuple[Declaration, ...]:
        """Return the declarations, oldest first."""
        return self._all("declarations")

    def resolutions(self) -> tuple[Resolution, ...]:
        """Return the resolutions, oldest first."""
        return self._all("resolutions")

    def texts(self) -> tuple[Declaration | Resolution, ...]:
        """Return declarations and resolutions together, those without a number last."""
        texts: list[Declaration | Resolution] = [*self.declarations(), *self.resolutions()]
        return tuple(sorted(texts, key=lambda text: text.number or 10**9))

    def clauses(self) -> tuple[Clause, ...]:
        """Return the clauses of all texts, in the order of the texts."""
        return tuple([clause for text in self.texts() for clause in text.clauses])

    def statements(self) -> tuple[Statement, ...]:
        """Return what persons said about the texts."""
        return self._all("statements")

    def claims(self, *, source: Source | str | None = None) -> tuple[Claim, ...]:
        """Return the claims, those of one `source` where it is given.

        >>> import natopa_declarations as natopa
        >>> len(natopa.load("2026.1").claims(source="lb-ua-29512"))
        31
        """
        claims: tuple[Claim, ...] = self._all("claims")
        if source is None:
            return claims
        wanted = source if isinstance(source, Source) else self.source(source)
        return tuple([claim for claim in claims if claim.citation.source == wanted])

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
        from ._coverage import report

        return report(self.sessions(), self.texts(), self.gaps())

    # Lookups: an unknown id, number or name raises `NotFoundError`.

    def topic(self, name: str) -> Topic:
        """Return the topic with this id or name."""
        return self._named(Topic, name, self.topics())

    def source(self, source: str) -> Source:
        """Return the source with this id."""
        return self._get(Source, source)

    def body(self, name: str) -> Body:
        """Return the body with this id, name or other name."""
        return self._named(Body, name, self.bodies())

    def person(self, name: str) -> Person:
        """Return the person with this id, name or other spelling of the name.

        Case and diacritics do not matter.

        >>> import natopa_declarations as natopa
        >>> natopa.load().person("Cherniev").name
        'Yehor Chernyev'
        """
        return self._named(Person, name, self.persons())

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
        from ._terms import president

        return president(on, self.persons(), self.sessions())

    def session(self, session: str) -> Session:
        """Return the session with this id, or the only one in the city of this name.

        An id is the year and ``spring`` or ``annual``.  In the name of a city, case and
        diacritics do not matter; where the Assembly met there more than once, the error
        names the sessions.

        >>> import natopa_declarations as natopa
        >>> natopa.load("2026.1").session("sofia").id
        '2024-spring'
        """
        if session[:4].isdigit():
            return self._get(Session, session)
        return self._named(Session, session, self.sessions())

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
        from ._model.statements import Statement

        return self._get(Statement, statement)

    def claim(self, claim: str) -> Claim:
        """Return the claim with this id."""
        from ._model.claims import Claim

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

        >>> import natopa_declarations as natopa
        >>> natopa.load().find("szczerba").id
        'michal-szczerba'
        """
        try:
            return self.resolve(text)
        except (InvalidReferenceError, NotFoundError):
            named = [
                *self.persons(),
                *self.bodies(),
                *self.topics(),
                *self.sessions(),
                *self.texts(),
            ]
            return self._named(Value, text, named)  # type: ignore[return-value]

    # Search.

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
        unknown kind or session, and `SearchUnavailableError` where Python was built without
        SQLite's FTS5.

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> [hit.ref for hit in corpus.search('"air defense" NOT importance')]
        ['szczerba-air-defence']
        >>> corpus.search("lifting restrictions", kind="clause", session="Sofia")[0].field
        'wordings[0].text'
        """
        from .search import check

        check(query, kind, limit)
        if session is not None:
            session = self.session(session.id if isinstance(session, Session) else session).id
        index = self._once.get("search", self._search_index)
        return index.search(query, kind=kind, session=session, limit=limit)

    def _search_index(self) -> SearchIndex:
        from .search import SearchIndex, documents

        found = documents(self.sessions(), self.texts(), self.statements(), self.claims())
        return SearchIndex(found)

    def _all(self, kind: str) -> tuple[Any, ...]:
        return self._records[kind]

    def _get(self, cls: type[R], identifier: str) -> R:
        found = self._index.get(identifier)
        if isinstance(found, cls):
            return found
        raise self._missing(_kind(cls), identifier, cls)

    def _named(self, cls: type[R], name: str, records: Sequence[R]) -> R:
        from ._names import fold

        wanted = fold(name)
        matches = [record for record in records if _id(record) == name]
        if not matches and self.release.retirement(name) is None:
            matches = [record for record in records if wanted in map(fold, _names(record))]
        if len(matches) == 1:
            return matches[0]
        if matches:
            ids = tuple([_id(record) for record in matches])
            raise NotFoundError(f"single {_kind(cls)}", name, ids)
        raise self._missing(_kind(cls), name, cls)

    def _missing(self, kind: str, value: str, cls: type[Value]) -> NotFoundError:
        """Make the error for a lookup that failed, with what comes close."""
        import difflib

        from ._names import fold

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
        close = difflib.get_close_matches(fold(value), names, n=3)
        suggestions = tuple(dict.fromkeys([names[name] for name in close]))
        return NotFoundError(kind, value, suggestions)


def load(release: str | PathLike[str] | None = None, *, digest: str | None = None) -> Corpus:
    """Load a packaged release, or a folder of your own in the same format.

    `release` is a version (``"2026.1"``), a path object that leads to a folder, or
    nothing for the newest packaged release.  A version and a folder are told apart by their
    type, so give a folder as a `pathlib.Path`.

    With `digest` the bytes of the release are checked before they are read: it is that of
    `releases`, of `Release.digest` and of the changelog, ``sha256:`` and 64 digits.

    Raises `NotFoundError` for an unknown version, with the known ones named,
    `InvalidReleaseError` for a folder that is not as the format asks, `DigestMismatchError`
    for bytes that `digest` does not fit, and `InvalidDigestError` where it is not a digest.
    Nothing is downloaded, and nothing is kept between calls.

    A folder is read and checked whole.  A packaged release was checked before it was
    published, so each of its files is read when something in it is first asked for.

    >>> import natopa_declarations as natopa
    >>> natopa.load("2026.1").declaration(489).title
    'Standing with Ukraine until Victory'
    """
    if digest is not None:
        from ._digests import check_form

        check_form(digest)
    if release is None:
        release = _releases.releases()[-1].version
    if isinstance(release, str):
        manifest, files = _releases.packaged(release)
        if digest is not None:
            # What is read are the very bytes that were checked.
            checked = _releases.checked(release, digest)
            files = {name: checked[name] for name in files}
        return Corpus(manifest, *_codec.decode_packaged(manifest, files))
    from pathlib import Path

    path = Path(release)
    if digest is not None:
        _releases.checked(path, digest)
    manifest, files = _releases.folder(path)
    return Corpus(manifest, *_codec.decode(manifest, files))


def _retired(kind: str, value: str, change: Change, version: str) -> NotFoundError:
    reason = change.reason.rstrip(".")
    hint = f"it was retired in release {change.retired_in or version}: {reason}"
    return NotFoundError(kind, value, hint=hint, successor=change.successor)


def _kind(cls: type[Value]) -> str:
    return "record" if cls is Value else cls.__name__.lower()


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
