"""The queries of a corpus: its collections, each with filters.

A method here says what its filters mean; `given` understands what was given, and
`filters` applies it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from ..model.agents import Body, Person, Topic
from ..model.clauses import Amendment, Clause
from ..model.releases import Release
from ..model.sessions import Session
from ..model.sources import Source
from ..model.texts import AdoptedText, Declaration, Resolution
from ..model.value import Value
from .once import Once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date
    from typing import Any

    from .._codec import strict as _codec
    from ..model.claims import Claim
    from ..model.dates import PartialDate
    from ..model.sessions import Decision
    from ..model.statements import Statement
    from ..model.votes import Vote
    from ..model.words import (
        ClaimKind,
        Confidence,
        Coverage,
        Fidelity,
        Medium,
        Role,
        Season,
        SessionFormat,
        SourceKind,
        Verdict,
    )
    from .arguments import (
        ClaimKindWord,
        ConfidenceWord,
        CoverageWord,
        FidelityWord,
        MediumWord,
        RoleWord,
        SeasonWord,
        SessionFormatWord,
        SourceKindWord,
        VerdictWord,
    )
    from .vocabularies import Pairs, Records

    About = AdoptedText | Clause | Amendment | Vote | Session | Decision | Person | Body
    """What a statement or claim may be about, so far as it has an id."""

T = TypeVar("T", bound=AdoptedText)
R = TypeVar("R", bound=Value)


@attrs.frozen(eq=False, repr=False)
class Queries(Value):
    """The collections of a release, each in document order.

    Without a filter each returns all that the release has.  Every filter that is given must
    hold.  A record is given as the object, its id, or a name in any known spelling; in names
    and words, case and diacritics do not matter.

    A value that exists nowhere in the release, such as the topic ``weapon-restrictions``,
    raises `NotFoundError`, with suggestions; years, dates, numbers and the words of a title are
    free, and find nothing where nothing has them.  What is of the wrong type, or a range that
    ends before it starts, raises `InvalidFilterError`; a date that is none, `InvalidDateError`.
    Values that exist and do not meet give an empty tuple.

    The ends of a range belong to it.  A date known to the month or year is in a range only
    where each of its days is, as `PartialDate` compares, and what has no date is in none.
    """

    release: Release
    """The release that was loaded."""
    _records: _codec.Records = attrs.field(alias="records")
    _index: _codec.Index = attrs.field(alias="index")
    _once: Once = attrs.field(factory=Once, init=False)

    def sessions(
        self,
        *,
        year: int | None = None,
        date_from: PartialDate | date | str | None = None,
        date_to: PartialDate | date | str | None = None,
        season: Season | SeasonWord | None = None,
        city: str | None = None,
        country: str | None = None,
        president: Person | str | None = None,
        format: SessionFormat | SessionFormatWord | None = None,  # noqa: A002 - the field's name.
        held: bool | None = None,
        confidence: Confidence | ConfidenceWord | None = None,
    ) -> tuple[Session, ...]:
        """Return the plenary sessions, oldest first.

        A session that was called off is among them, with `Session.held` false.  In a range of
        dates, a session is from its first to its last day; the year stands in for what is unknown.

        Args:
            year: the year
            date_from: nothing before this day, month or year, as YYYY-MM-DD, YYYY-MM or YYYY
            date_to: nothing after this day, month or year
            season: spring or annual
            city: the name of the city, in any spelling of the release
            country: the country, as ISO 3166-1 alpha-2
            president: who was President of the Assembly at the session
            format: in-person, online or hybrid
            held: whether it took place, or was called off
            confidence: how well the record is sourced: high, medium or low

        Raises:
            NotFoundError: a value that exists nowhere in the release, with suggestions
            InvalidFilterError: a value of the wrong type, or a range that ends before it starts
            InvalidDateError: what is no date of the calendar

        >>> import natopa_declarations as natopa
        >>> [session.id for session in natopa.load("2026.2").sessions(country="BG")]
        ['2002-spring', '2011-spring', '2024-spring']
        """
        from ..model.words import Confidence, Season, SessionFormat
        from . import arguments as given
        from . import filters, vocabularies

        return filters.sessions(
            self._all("sessions"),
            year=given.number("year", year),
            days=given.days(date_from, date_to),
            season=given.word("season", season, Season),
            city=self._known("city", city, vocabularies.cities),
            country=self._known("country", country, vocabularies.countries, given.COUNTRY),
            president=given.record("president", president, Person, self.person),
            format=given.word("format", format, SessionFormat),
            held=given.truth("held", held),
            confidence=given.word("confidence", confidence, Confidence),
        )

    def declarations(
        self,
        *,
        year: int | None = None,
        date_from: PartialDate | date | str | None = None,
        date_to: PartialDate | date | str | None = None,
        number_from: int | None = None,
        number_to: int | None = None,
        session: Session | str | None = None,
        title: str | None = None,
        committee: Body | str | None = None,
        presenter: Person | str | None = None,
        rapporteur: Person | str | None = None,
        topic: Topic | str | None = None,
        addressee: Body | str | None = None,
        coverage: Coverage | CoverageWord | None = None,
        confidence: Confidence | ConfidenceWord | None = None,
    ) -> tuple[Declaration, ...]:
        """Return the declarations, oldest first; filters and errors are those of `texts`.

        >>> import natopa_declarations as natopa
        >>> [text.number for text in natopa.load("2026.2").declarations(session="2024-spring")]
        [489, 490]
        """
        return self._texts(
            self._all("declarations"),
            "declarations",
            year=year,
            date_from=date_from,
            date_to=date_to,
            number_from=number_from,
            number_to=number_to,
            session=session,
            title=title,
            committee=committee,
            presenter=presenter,
            rapporteur=rapporteur,
            topic=topic,
            addressee=addressee,
            coverage=coverage,
            confidence=confidence,
        )

    def resolutions(
        self,
        *,
        year: int | None = None,
        date_from: PartialDate | date | str | None = None,
        date_to: PartialDate | date | str | None = None,
        number_from: int | None = None,
        number_to: int | None = None,
        session: Session | str | None = None,
        title: str | None = None,
        committee: Body | str | None = None,
        presenter: Person | str | None = None,
        rapporteur: Person | str | None = None,
        topic: Topic | str | None = None,
        addressee: Body | str | None = None,
        coverage: Coverage | CoverageWord | None = None,
        confidence: Confidence | ConfidenceWord | None = None,
    ) -> tuple[Resolution, ...]:
        """Return the resolutions, oldest first; filters and errors are those of `texts`.

        >>> import natopa_declarations as natopa
        >>> found = natopa.load("2026.2").resolutions(year=2005, committee="ESC")
        >>> [text.number for text in found]
        [339]
        """
        return self._texts(
            self._all("resolutions"),
            "resolutions",
            year=year,
            date_from=date_from,
            date_to=date_to,
            number_from=number_from,
            number_to=number_to,
            session=session,
            title=title,
            committee=committee,
            presenter=presenter,
            rapporteur=rapporteur,
            topic=topic,
            addressee=addressee,
            coverage=coverage,
            confidence=confidence,
        )

    def texts(
        self,
        *,
        year: int | None = None,
        date_from: PartialDate | date | str | None = None,
        date_to: PartialDate | date | str | None = None,
        number_from: int | None = None,
        number_to: int | None = None,
        session: Session | str | None = None,
        title: str | None = None,
        committee: Body | str | None = None,
        presenter: Person | str | None = None,
        rapporteur: Person | str | None = None,
        topic: Topic | str | None = None,
        addressee: Body | str | None = None,
        coverage: Coverage | CoverageWord | None = None,
        confidence: Confidence | ConfidenceWord | None = None,
    ) -> tuple[Declaration | Resolution, ...]:
        """Return declarations and resolutions together, those without a number last.

        The dates are those of adoption.  A text whose clauses are not held has no known topic
        or addressee.

        Args:
            year: the year of adoption, or else of the session (`AdoptedText.year`)
            date_from: nothing before this day, month or year, as YYYY-MM-DD, YYYY-MM or YYYY
            date_to: nothing after this day, month or year
            number_from: the lowest number in the series of texts
            number_to: the highest number
            session: the session that adopted it, such as 2024-spring
            title: words that its title has, in any order and in any language that is held
            committee: the committee that presented it
            presenter: who presented it
            rapporteur: its rapporteur
            topic: a topic that one of its clauses is about
            addressee: a body that one of its clauses addresses
            coverage: how much of it is held: full, partial, title or number
            confidence: how well the record is sourced: high, medium or low

        Raises:
            NotFoundError: a value that exists nowhere in the release, with suggestions
            InvalidFilterError: a value of the wrong type, or a range that ends before it starts
            InvalidDateError: what is no date of the calendar

        >>> import natopa_declarations as natopa
        >>> found = natopa.load("2026.2").texts(year=2024, title="ukraine standing")
        >>> [(text.number, text.title) for text in found]
        [(489, 'Standing with Ukraine until Victory')]
        """
        return self._texts(
            self._in_order(),
            "texts",
            year=year,
            date_from=date_from,
            date_to=date_to,
            number_from=number_from,
            number_to=number_to,
            session=session,
            title=title,
            committee=committee,
            presenter=presenter,
            rapporteur=rapporteur,
            topic=topic,
            addressee=addressee,
            coverage=coverage,
            confidence=confidence,
        )

    def clauses(
        self,
        *,
        text: AdoptedText | int | str | None = None,
        session: Session | str | None = None,
        role: Role | RoleWord | None = None,
        opening: str | None = None,
        topic: Topic | str | None = None,
        addressee: Body | str | None = None,
        amendment: Amendment | str | None = None,
        fidelity: Fidelity | FidelityWord | None = None,
        language: str | None = None,
        inferred: bool | None = None,
    ) -> tuple[Clause, ...]:
        """Return the clauses of all texts, in the order of the texts.

        Where `fidelity` and `language` are both given, one wording has both.

        Args:
            text: the text that it stands in: the number, the id or the title
            session: the session that adopted the text
            role: preamble, operative or unknown
            opening: the word or words that open it, such as Urges
            topic: a topic that it is about
            addressee: a body that it addresses
            amendment: the amendment that brought it in
            fidelity: how near its words are: official, quoted, translated or paraphrased
            language: a language that its words are held in, as a BCP 47 tag
            inferred: whether its place in the text is inferred, or stated by a source

        Raises:
            NotFoundError: a value that exists nowhere in the release, with suggestions
            InvalidFilterError: a value of the wrong type

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> found = corpus.clauses(role="operative", topic="weapons-restrictions")
        >>> [clause.id for clause in found]
        ['489#lift-restrictions']
        """
        from ..model.words import Fidelity, Role
        from . import arguments as given
        from . import filters, vocabularies

        own = given.record(
            "text", str(text) if isinstance(text, int) else text, AdoptedText, self._titled
        )
        adopting = given.record("session", session, Session, self.session)
        if own is not None:
            found = own.clauses if adopting is None or own.session is adopting else ()
        elif adopting is not None:
            found = _clauses([each for each in self._in_order() if each.session is adopting])
        else:
            found = self._once.get("clauses", lambda: _clauses(self._in_order()))
        return filters.clauses(
            found,
            role=given.word("role", role, Role),
            opening=self._known("opening", opening, vocabularies.openings),
            topic=given.record("topic", topic, Topic, self.topic),
            addressee=given.record("addressee", addressee, Body, self.body),
            amendment=given.record("amendment", amendment, Amendment, self._amendment),
            fidelity=given.word("fidelity", fidelity, Fidelity),
            language=self._known("language", language, vocabularies.languages, given.LANGUAGE),
            inferred=given.truth("inferred", inferred),
        )

    def statements(
        self,
        *,
        date_from: PartialDate | date | str | None = None,
        date_to: PartialDate | date | str | None = None,
        speaker: Person | str | None = None,
        capacity: str | None = None,
        medium: Medium | MediumWord | None = None,
        about: About | int | str | None = None,
        fidelity: Fidelity | FidelityWord | None = None,
        language: str | None = None,
    ) -> tuple[Statement, ...]:
        """Return what persons said about the texts.

        Where `fidelity` and `language` are both given, one wording has both.

        Args:
            date_from: nothing before this day, month or year, as YYYY-MM-DD, YYYY-MM or YYYY
            date_to: nothing after this day, month or year
            speaker: who said it
            capacity: what the speaker spoke as, in the words of the record
            medium: where it was said: facebook, telegram, speech, release or unknown
            about: what it is about; a text stands for its clauses, votes and editions too
            fidelity: how near its words are: official, quoted, translated or paraphrased
            language: a language that its words are held in, as a BCP 47 tag

        Raises:
            NotFoundError: a value that exists nowhere in the release, with suggestions
            InvalidFilterError: a value of the wrong type, or a range that ends before it starts
            InvalidDateError: what is no date of the calendar

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> len(corpus.statements(speaker="Cherniev", about=489))
        6
        """
        from ..model.words import Fidelity, Medium
        from . import arguments as given
        from . import filters, vocabularies

        return filters.statements(
            self._all("statements"),
            days=given.days(date_from, date_to),
            speaker=given.record("speaker", speaker, Person, self.person),
            capacity=self._known("capacity", capacity, vocabularies.capacities),
            medium=given.word("medium", medium, Medium),
            about=self._reference(about),
            fidelity=given.word("fidelity", fidelity, Fidelity),
            language=self._known("language", language, vocabularies.languages, given.LANGUAGE),
        )

    def claims(
        self,
        *,
        source: Source | str | None = None,
        publisher: str | None = None,
        kind: ClaimKind | ClaimKindWord | None = None,
        verdict: Verdict | VerdictWord | None = None,
        about: About | int | str | None = None,
    ) -> tuple[Claim, ...]:
        """Return what the sources assert, piece by piece.

        Args:
            source: the source that asserts it
            publisher: the publisher of that source
            kind: quotation, paraphrase, statement, procedure, decision or office
            verdict: corroborated, refined, contradicted or unconfirmed
            about: what it is about; a text stands for its clauses, votes and editions too

        Raises:
            NotFoundError: a value that exists nowhere in the release, with suggestions
            InvalidFilterError: a value of the wrong type

        >>> import natopa_declarations as natopa
        >>> len(natopa.load("2026.1").claims(source="lb-ua-29512"))
        31
        """
        from ..model.words import ClaimKind, Verdict
        from . import arguments as given
        from . import filters, vocabularies

        return filters.claims(
            self._all("claims"),
            source=given.record("source", source, Source, self.source),
            publisher=self._known("publisher", publisher, vocabularies.publishers),
            kind=given.word("kind", kind, ClaimKind),
            verdict=given.word("verdict", verdict, Verdict),
            about=self._reference(about),
        )

    def persons(
        self, *, body: Body | str | None = None, role: str | None = None
    ) -> tuple[Person, ...]:
        """Return the persons.

        Where `body` and `role` are both given, one membership has both.

        Args:
            body: a body that the person is or was a member of
            role: an office that the person holds or held, such as President

        Raises:
            NotFoundError: a value that exists nowhere in the release, with suggestions
            InvalidFilterError: a value of the wrong type

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> [person.name for person in corpus.persons(body="NATO", role="Secretary General")]
        ['Jens Stoltenberg']
        """
        from . import arguments as given
        from . import filters, vocabularies

        return filters.persons(
            self._all("persons"),
            body=given.record("body", body, Body, self.body),
            role=self._known("role", role, vocabularies.offices),
        )

    def sources(
        self,
        *,
        publisher: str | None = None,
        kind: SourceKind | SourceKindWord | None = None,
        language: str | None = None,
        date_from: PartialDate | date | str | None = None,
        date_to: PartialDate | date | str | None = None,
    ) -> tuple[Source, ...]:
        """Return every page and document that the records cite.

        Args:
            publisher: who published it
            kind: assembly, alliance, parliament, government, scholarship, agency, press or weak
            language: the language that it is written in, as a BCP 47 tag
            date_from: nothing before this day, month or year, as YYYY-MM-DD, YYYY-MM or YYYY
            date_to: nothing after this day, month or year

        Raises:
            NotFoundError: a value that exists nowhere in the release, with suggestions
            InvalidFilterError: a value of the wrong type, or a range that ends before it starts
            InvalidDateError: what is no date of the calendar

        >>> import natopa_declarations as natopa
        >>> [source.id for source in natopa.load("2026.1").sources(publisher="lb.ua")]
        ['lb-ua-29512']
        """
        from ..model.words import SourceKind
        from . import arguments as given
        from . import filters, vocabularies

        return filters.sources(
            self._all("sources"),
            publisher=self._known("publisher", publisher, vocabularies.publishers),
            kind=given.word("kind", kind, SourceKind),
            language=self._known("language", language, vocabularies.languages, given.LANGUAGE),
            days=given.days(date_from, date_to),
        )

    if TYPE_CHECKING:
        # The lookups of `Corpus`, by which a filter finds the record that is meant.

        def topic(self, name: str) -> Topic: ...
        def source(self, source: str) -> Source: ...
        def body(self, name: str) -> Body: ...
        def person(self, name: str) -> Person: ...
        def session(self, session: str) -> Session: ...
        def find(self, text: str) -> Value: ...
        def _get(self, cls: type[R], identifier: str) -> R: ...
        def _named(self, cls: type[R], name: str, *kinds: str) -> R: ...

    def _all(self, kind: str) -> tuple[Any, ...]:
        return self._records[kind]

    def _in_order(self) -> tuple[Declaration | Resolution, ...]:
        """Return all texts, those without a number last."""
        return self._once.get(
            "texts",
            lambda: tuple(
                sorted(
                    [*self._all("declarations"), *self._all("resolutions")],
                    key=lambda text: text.number or 10**9,
                )
            ),
        )

    def _texts(self, found: Sequence[T], kind: str, **values: Any) -> tuple[T, ...]:
        """Return those texts that pass the filters of `texts`."""
        from ..model.words import Confidence, Coverage
        from . import arguments as given
        from . import filters

        def titles() -> Mapping[str, frozenset[str]]:
            return self._once.get(
                f"words of the titles of {kind}",
                lambda: {each.id: given.title_words(each) for each in found},
            )

        return filters.texts(
            found,
            year=given.number("year", values["year"]),
            days=given.days(values["date_from"], values["date_to"]),
            numbers=given.numbers(values["number_from"], values["number_to"]),
            session=given.record("session", values["session"], Session, self.session),
            title=given.title(values["title"]),
            titles=titles,
            committee=given.record("committee", values["committee"], Body, self.body),
            presenter=given.record("presenter", values["presenter"], Person, self.person),
            rapporteur=given.record("rapporteur", values["rapporteur"], Person, self.person),
            topic=given.record("topic", values["topic"], Topic, self.topic),
            addressee=given.record("addressee", values["addressee"], Body, self.body),
            coverage=given.word("coverage", values["coverage"], Coverage),
            confidence=given.word("confidence", values["confidence"], Confidence),
        )

    def _titled(self, text: str) -> Declaration | Resolution:
        """Return the text with this id, number or title."""
        found = self._index.get(text)
        if isinstance(found, Declaration | Resolution):
            return found
        return self._named(AdoptedText, text, "declarations", "resolutions")  # type: ignore[return-value]

    def _amendment(self, amendment: str) -> Amendment:
        return self._get(Amendment, amendment)

    def _reference(self, about: Value | int | str | None) -> str | None:
        """Return the id of what a statement or claim is to be about."""
        if about is None:
            return None
        if isinstance(about, str | int) and not isinstance(about, bool):
            # An edition has no id; it is meant by the reference that was given.
            return getattr(self.find(str(about)), "id", None) or str(about)
        identifier: str | None = getattr(about, "id", None)
        if not isinstance(about, Value) or identifier is None:
            from ..errors import InvalidFilterError

            raise InvalidFilterError("about", repr(about), "a record, its id or its name")
        self.find(identifier)
        return identifier

    def _known(
        self,
        name: str,
        value: str | None,
        pairs: Callable[[Records], Pairs],
        hint: str = "",
    ) -> frozenset[str] | None:
        """Return how the records spell a word that one of them has; what there is, is kept."""
        from .arguments import known
        from .vocabularies import vocabulary

        if value is None:
            return None
        made = f"vocabulary of {pairs.__name__}"
        words = self._once.get(made, lambda: vocabulary(pairs, self._records))
        return known(name, value, words, hint)


def _clauses(texts: Iterable[AdoptedText]) -> tuple[Clause, ...]:
    return tuple([clause for text in texts for clause in text.clauses])
