"""The queries of a corpus: its collections, each with filters.

A method here says what its filters mean; `filters` reads their values and applies them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .. import model
from . import accepts
from .lookups import Lookups


class Queries(Lookups):
    """The collections of a release, each in document order."""

    __slots__ = ()

    def sessions(
        self,
        *,
        year: accepts.Number | None = None,
        date_from: model.PartialDate | accepts.date | str | None = None,
        date_to: model.PartialDate | accepts.date | str | None = None,
        season: model.Season | accepts.SeasonWord | None = None,
        city: str | None = None,
        country: str | None = None,
        president: model.Person | str | None = None,
        format: model.SessionFormat | accepts.SessionFormatWord | None = None,  # noqa: A002 - the field's name.
        held: bool | None = None,
        confidence: model.Confidence | accepts.ConfidenceWord | None = None,
    ) -> tuple[model.Session, ...]:
        """Return the plenary sessions, oldest first.

        A session that was called off is among them, with `Session.held` false.  A session is in
        a range of dates from its first to its last day, or, where those are unknown, its year.

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

        >>> import natopa_declarations as natopa
        >>> [session.id for session in natopa.load("2026.2").sessions(country="BG")]
        ['2002-spring', '2011-spring', '2024-spring']
        """
        return self._passing("sessions", self._records["sessions"], locals())

    def declarations(
        self,
        *,
        year: accepts.Number | None = None,
        date_from: model.PartialDate | accepts.date | str | None = None,
        date_to: model.PartialDate | accepts.date | str | None = None,
        number_from: accepts.Number | None = None,
        number_to: accepts.Number | None = None,
        session: model.Session | str | None = None,
        title: str | None = None,
        committee: model.Body | str | None = None,
        presenter: model.Person | str | None = None,
        rapporteur: model.Person | str | None = None,
        topic: model.Topic | str | None = None,
        addressee: model.Body | str | None = None,
        coverage: model.Coverage | accepts.CoverageWord | None = None,
        confidence: model.Confidence | accepts.ConfidenceWord | None = None,
    ) -> tuple[model.Declaration, ...]:
        """Return the declarations, oldest first; filters and errors are those of `texts`.

        >>> import natopa_declarations as natopa
        >>> [text.number for text in natopa.load("2026.2").declarations(session="2024-spring")]
        [489, 490]
        """
        return self._passing("texts", self._records["declarations"], locals())

    def resolutions(
        self,
        *,
        year: accepts.Number | None = None,
        date_from: model.PartialDate | accepts.date | str | None = None,
        date_to: model.PartialDate | accepts.date | str | None = None,
        number_from: accepts.Number | None = None,
        number_to: accepts.Number | None = None,
        session: model.Session | str | None = None,
        title: str | None = None,
        committee: model.Body | str | None = None,
        presenter: model.Person | str | None = None,
        rapporteur: model.Person | str | None = None,
        topic: model.Topic | str | None = None,
        addressee: model.Body | str | None = None,
        coverage: model.Coverage | accepts.CoverageWord | None = None,
        confidence: model.Confidence | accepts.ConfidenceWord | None = None,
    ) -> tuple[model.Resolution, ...]:
        """Return the resolutions, oldest first; filters and errors are those of `texts`.

        >>> import natopa_declarations as natopa
        >>> found = natopa.load("2026.2").resolutions(year=2005, committee="ESC")
        >>> [text.number for text in found]
        [339]
        """
        return self._passing("texts", self._records["resolutions"], locals())

    def texts(
        self,
        *,
        year: accepts.Number | None = None,
        date_from: model.PartialDate | accepts.date | str | None = None,
        date_to: model.PartialDate | accepts.date | str | None = None,
        number_from: accepts.Number | None = None,
        number_to: accepts.Number | None = None,
        session: model.Session | str | None = None,
        title: str | None = None,
        committee: model.Body | str | None = None,
        presenter: model.Person | str | None = None,
        rapporteur: model.Person | str | None = None,
        topic: model.Topic | str | None = None,
        addressee: model.Body | str | None = None,
        coverage: model.Coverage | accepts.CoverageWord | None = None,
        confidence: model.Confidence | accepts.ConfidenceWord | None = None,
    ) -> tuple[model.Declaration | model.Resolution, ...]:
        """Return declarations and resolutions together, those without a number last.

        The dates are those of adoption.  A text without clauses in the release has no
        known topic or addressee.

        Args:
            year: the year of adoption, or else of the session (`AdoptedText.year`)
            date_from: nothing before this day, month or year, as YYYY-MM-DD, YYYY-MM or YYYY
            date_to: nothing after this day, month or year
            number_from: the lowest number in the series of texts
            number_to: the highest number
            session: the session that adopted it, such as 2024-spring
            title: words that its title has, in any order and in any language that the release has
            committee: the committee that presented it
            presenter: who presented it
            rapporteur: its rapporteur
            topic: a topic that one of its clauses is about
            addressee: a body that one of its clauses addresses
            coverage: how much of it the release has: full, partial, title or number
            confidence: how well the record is sourced: high, medium or low

        >>> import natopa_declarations as natopa
        >>> found = natopa.load("2026.2").texts(year=2024, title="ukraine standing")
        >>> [(text.number, text.title) for text in found]
        [(489, 'Standing with Ukraine until Victory')]
        """
        return self._passing("texts", self._in_order(), locals())

    def clauses(
        self,
        *,
        text: model.AdoptedText | accepts.Number | str | None = None,
        session: model.Session | str | None = None,
        role: model.Role | accepts.RoleWord | None = None,
        opening: str | None = None,
        topic: model.Topic | str | None = None,
        addressee: model.Body | str | None = None,
        amendment: model.Amendment | str | None = None,
        country: str | None = None,
        cited_text: model.AdoptedText | accepts.Number | str | None = None,
        seen: model.Seen | accepts.SeenWord | None = None,
        fidelity: model.Fidelity | accepts.FidelityWord | None = None,
        language: str | None = None,
        inferred: bool | None = None,
    ) -> tuple[model.Clause, ...]:
        """Return the clauses of all texts, in the order of the texts.

        `fidelity` and `language` must hold for the same wording.  Releases before 2026.4 do not
        record what `country`, `cited_text` and `seen` ask about, and raise `InvalidFilterError`.

        Args:
            text: the text that it stands in: the number, the id or the title
            session: the session that adopted the text
            role: preamble, operative or unknown
            opening: the words that open it, such as Urges
            topic: a topic that it is about
            addressee: a body that it addresses
            amendment: the amendment that brought it in
            country: a country that it names, as ISO 3166-1 alpha-2
            cited_text: a text that it cites: the number, the id or the title
            seen: how much of it was seen: whole, cut-off or reported
            fidelity: how near the words are: official, quoted, translated, reported, paraphrased
            language: a language that its words are in, as a BCP 47 tag
            inferred: whether its place in the text is inferred, or stated by a source

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> found = corpus.clauses(role="operative", topic="weapons-restrictions")
        >>> [clause.id for clause in found]
        ['489#lift-restrictions']
        >>> corpus = natopa.load("2026.4")
        >>> [clause.id for clause in corpus.clauses(cited_text=479, country="RU")]
        ['482#10']
        """
        return self._passing("clauses", self._clauses(text, session), locals())

    def statements(
        self,
        *,
        date_from: model.PartialDate | accepts.date | str | None = None,
        date_to: model.PartialDate | accepts.date | str | None = None,
        speaker: model.Person | str | None = None,
        capacity: str | None = None,
        medium: model.Medium | accepts.MediumWord | None = None,
        about: accepts.About | accepts.Number | str | None = None,
        fidelity: model.Fidelity | accepts.FidelityWord | None = None,
        language: str | None = None,
    ) -> tuple[model.Statement, ...]:
        """Return what persons said about the texts.

        `fidelity` and `language` must hold for the same wording.

        Args:
            date_from: nothing before this day, month or year, as YYYY-MM-DD, YYYY-MM or YYYY
            date_to: nothing after this day, month or year
            speaker: who said it
            capacity: what the speaker spoke as, in the words of the record
            medium: where it was said: facebook, telegram, speech, release or unknown
            about: what it is about; a text stands for its clauses, votes and editions too
            fidelity: how near the words are: official, quoted, translated, reported, paraphrased
            language: a language that its words are in, as a BCP 47 tag

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> len(corpus.statements(speaker="Cherniev", about=489))
        6
        """
        return self._passing("statements", self._records["statements"], locals())

    def claims(
        self,
        *,
        source: model.Source | str | None = None,
        publisher: str | None = None,
        kind: model.ClaimKind | accepts.ClaimKindWord | None = None,
        verdict: model.Verdict | accepts.VerdictWord | None = None,
        about: accepts.About | accepts.Number | str | None = None,
    ) -> tuple[model.Claim, ...]:
        """Return what the sources assert, piece by piece.

        Args:
            source: the source that asserts it
            publisher: the publisher of that source
            kind: quotation, paraphrase, statement, procedure, decision or office
            verdict: corroborated, refined, contradicted or unconfirmed
            about: what it is about; a text stands for its clauses, votes and editions too

        >>> import natopa_declarations as natopa
        >>> len(natopa.load("2026.1").claims(source="lb-ua-29512"))
        31
        """
        return self._passing("claims", self._records["claims"], locals())

    def persons(
        self, *, body: model.Body | str | None = None, role: str | None = None
    ) -> tuple[model.Person, ...]:
        """Return the persons.

        `body` and `role` must hold for the same membership.

        Args:
            body: a body that the person is or was a member of
            role: an office that the person holds or held, such as President

        >>> import natopa_declarations as natopa
        >>> corpus = natopa.load("2026.1")
        >>> [person.name for person in corpus.persons(body="NATO", role="Secretary General")]
        ['Jens Stoltenberg']
        """
        return self._passing("persons", self._records["persons"], locals())

    def sources(
        self,
        *,
        publisher: str | None = None,
        kind: model.SourceKind | accepts.SourceKindWord | None = None,
        language: str | None = None,
        date_from: model.PartialDate | accepts.date | str | None = None,
        date_to: model.PartialDate | accepts.date | str | None = None,
    ) -> tuple[model.Source, ...]:
        """Return every page and document that the records cite.

        Args:
            publisher: who published it
            kind: assembly, alliance, parliament, government, scholarship, agency, press or weak
            language: the language that it is written in, as a BCP 47 tag
            date_from: nothing before this day, month or year, as YYYY-MM-DD, YYYY-MM or YYYY
            date_to: nothing after this day, month or year

        >>> import natopa_declarations as natopa
        >>> [source.id for source in natopa.load("2026.1").sources(publisher="lb.ua")]
        ['lb-ua-29512']
        """
        return self._passing("sources", self._records["sources"], locals())

    def _in_order(self) -> tuple[model.Declaration | model.Resolution, ...]:
        """Return all texts, those without a number last."""

        def build() -> tuple[accepts.Any, ...]:
            texts = (*self._records["declarations"], *self._records["resolutions"])
            return tuple(sorted(texts, key=lambda text: text.number or 10**9))

        return self._indexes.texts.get(build)

    def _clauses(self, text: accepts.Any, session: accepts.Any) -> Iterable[model.Clause]:
        """Return the clauses of a text, of a session, or of all texts."""
        from .reading import record

        own = None if text is None else record(model.AdoptedText, self, "text", text)
        adopting = None if session is None else record(model.Session, self, "session", session)
        if own is not None:
            return own.clauses if adopting is None or own.session is adopting else ()
        if adopting is None:
            return self._indexes.clauses.get(lambda: _clauses_of(self._in_order()))
        return _clauses_of([each for each in self._in_order() if each.session is adopting])

    def _passing(
        self, query: str, records: Iterable[accepts.Any], values: Mapping[str, accepts.Any]
    ) -> tuple[accepts.Any, ...]:
        """Return the records that pass every filter that has a value."""
        from .filters import passing

        return passing(self, query, records, values)


def _clauses_of(texts: Iterable[model.AdoptedText]) -> tuple[model.Clause, ...]:
    return tuple([clause for text in texts for clause in text.clauses])
